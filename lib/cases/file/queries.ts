import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { inViewOf, type Tx } from "@/lib/db/client";
import { dayOfDate } from "@/lib/db/day";
import { caseRefusals } from "@/lib/i18n/cases";
import { type CaseRow, lineOf, readableCases } from "../register/queries";
import { dayOfRegister } from "../register/rules";
import type { CaseFile, CaseOfficer, TimelineEvent } from "../register/types";
import type { CaseEventKind, CaseState, OpenState, Urgency } from "../types";

type FileRow = CaseRow & {
  effective_date: Date;
  received_on: Date;
  decision_due: Date;
  urgency: Urgency;
  obligation: string;
  aside: bigint;
  aside_state: OpenState | null;
  last_seq: number;
  standing_seq: number;
  officer_id: string | null;
};

/** A whole case with its timeline and officers, but no names: those are opened through an operation that audits. */
export async function getCase(actor: Actor, id: string): Promise<CaseFile> {
  const row = await inViewOf(actor, (tx) => readFile(tx, id));
  if (row === null) throw new Failure("not-found", caseRefusals.notFound);
  const { only } = await readableCases(actor, row.agency_code);
  if (only !== null && row.officer_id !== only) throw new Failure("not-found", caseRefusals.notFound);
  const organisation = await getOrganisation();
  const day = dayOfRegister(organisation, row.agency_code, dayOfInstant(now()));
  const may = (permission: "cases.record" | "cases.assign" | "cases.parties") =>
    can(actor, permission, { agency: row.agency_code, day }, organisation);
  return inViewOf(actor, async (tx) => ({
    ...lineOf(row),
    ...{ effectiveDate: dayOfDate(row.effective_date), receivedOn: dayOfDate(row.received_on) },
    ...{ decisionDue: dayOfDate(row.decision_due), urgency: row.urgency, obligation: row.obligation },
    ...{
      aside: row.aside,
      asideState: row.aside_state,
      lastSeq: row.last_seq,
      standingSeq: row.standing_seq,
    },
    timeline: await readTimeline(tx, id),
    officers: await readOfficers(tx, id),
    parties: await countParties(tx, id),
    ...{
      mayRecord: may("cases.record"),
      mayAssign: may("cases.assign"),
      mayOpenParties: may("cases.parties"),
    },
  }));
}

async function readFile(tx: Tx, id: string): Promise<FileRow | null> {
  const [row] = await tx.$queryRaw<FileRow[]>`
    SELECT c.*, k.name AS court, u.name AS officer FROM enforcement_case c JOIN court k ON k.id = c.court_id
    LEFT JOIN user_account u ON u.id = c.officer_id WHERE c.id = ${BigInt(id)}`;
  return row ?? null;
}

type EventRow = {
  seq: number;
  kind: CaseEventKind;
  day: Date;
  amount: bigint | null;
  aside: bigint;
  aside_state: OpenState | null;
  ground: string;
  reference: string;
  note: string;
  counters: number | null;
  agency_code: string;
  state: CaseState;
  outstanding: bigint;
  recorded_by: string;
  recorded_at: Date;
};

async function readTimeline(tx: Tx, id: string): Promise<TimelineEvent[]> {
  const rows = await tx.$queryRaw<EventRow[]>`
    SELECT e.*, coalesce(u.name, e.recorded_by) AS recorded_by FROM case_event e
    LEFT JOIN user_account u ON u.id::text = e.recorded_by WHERE e.case_id = ${BigInt(id)} ORDER BY e.seq`;
  const cancelled = new Map(rows.map(({ counters, seq }) => [counters, seq]));
  return rows.map((row) => ({
    ...{ seq: row.seq, kind: row.kind, day: dayOfDate(row.day), amount: row.amount, aside: row.aside },
    ...{ asideState: row.aside_state, ground: row.ground, reference: row.reference, note: row.note },
    ...{ counters: row.counters, counteredBy: cancelled.get(row.seq) ?? null, agency: row.agency_code },
    ...{
      state: row.state,
      outstanding: row.outstanding,
      recordedBy: row.recorded_by,
      recordedAt: row.recorded_at,
    },
  }));
}

async function readOfficers(tx: Tx, id: string): Promise<CaseOfficer[]> {
  const rows = await tx.$queryRaw<
    { login: string; name: string; valid_from: Date; valid_until: Date | null }[]
  >`
    SELECT u.login, u.name, a.valid_from, a.valid_until FROM case_assignment a JOIN user_account u ON u.id = a.officer_id
    WHERE a.case_id = ${BigInt(id)} ORDER BY a.valid_from`;
  return rows.map(({ login, name, valid_from, valid_until }) => ({
    ...{ login, name, from: dayOfDate(valid_from), until: valid_until && dayOfDate(valid_until) },
  }));
}

/** How many parties there are; their rows stay closed. */
async function countParties(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT case_party_count(${BigInt(id)}) AS n`;
  return row?.n ?? 0;
}
