import "server-only";
import { parseStrictly } from "@/lib/actions/parse";
import type { Actor, Role } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { type Day, dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { lastDay } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { dateOfDay, dayOfDate } from "@/lib/db/day";
import { findReferenceDay } from "@/lib/settings/queries";
import { getOrganisation } from "../queries";
import { agencyEventInput } from "../schema";
import { planEvent } from "./rules";
import type { AgencyChange, EventPreview, EventTrial, StrandedReport, TouchedAccount } from "./types";
import { changesOf } from "./view";

/** What recording an event would do, or why it would be refused; nothing is written. For whoever may record it. */
export async function previewAgencyEvent(actor: Actor, raw: unknown): Promise<EventTrial> {
  const organisation = await getOrganisation();
  if (!can(actor, "agencies.manage", null, organisation)) {
    throw new Failure("not-found", { vi: "Không tìm thấy.", en: "Not found." });
  }
  try {
    const input = parseStrictly(agencyEventInput, raw);
    const plan = planEvent(organisation, input);
    const changes = changesOf(organisation, plan);
    const today = (await findReferenceDay()) ?? dayOfInstant(now());
    const touched = await inViewOf(actor, (tx) => findTouched(tx, changes, plan.effectiveOn, today));
    const { effectiveOn, successions } = plan;
    const revision = organisation.revision.toString();
    const preview: EventPreview = { revision, effectiveOn, changes, successions, ...touched };
    return { status: "ready", event: { ...input, expectedRevision: revision }, preview };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { status: "refused", text: error.text, fields: error.fields ?? {} };
  }
}

type Touched = Pick<EventPreview, "accounts" | "openPeriods" | "settledPeriods" | "reopenings" | "stranded">;

async function findTouched(tx: Tx, changes: readonly AgencyChange[], on: Day, today: Day): Promise<Touched> {
  // Who records events sees which reports and reopenings there are, and no figure of them.
  await tx.$executeRaw`SELECT set_config('app.keeps_periods', 'yes', true), set_config('app.keeps_agencies', 'yes', true)`;
  const codes = changes.map(({ agency }) => agency);
  const periods = (await tx.period.findMany({ orderBy: [{ year: "asc" }, { month: "asc" }] })).filter(
    (period) => lastDay(period) >= on,
  );
  const reopened = await tx.periodReopening.findMany({
    where: { agencyCode: { in: codes }, endedAt: null, until: { gte: dateOfDay(dayOfInstant(now())) } },
    orderBy: [{ agencyCode: "asc" }, { year: "asc" }, { month: "asc" }],
  });
  return {
    accounts: await listAccounts(tx, changes, on),
    openPeriods: periods
      .filter(({ status }) => status === "OPEN")
      .map(({ year, month }) => ({ year, month })),
    settledPeriods: periods.filter((period) => period.status !== "OPEN" && lastDay(period) < today).length,
    reopenings: reopened
      .filter((each) => lastDay(each) >= on)
      .map(({ agencyCode: agency, year, month, until }) => ({
        agency,
        year,
        month,
        until: dayOfDate(until),
      })),
    stranded: await listStranded(tx, changes, on),
  };
}

async function listAccounts(tx: Tx, changes: readonly AgencyChange[], on: Day): Promise<TouchedAccount[]> {
  const fates = new Map(changes.map(({ agency, fate }) => [agency, fate]));
  const rows = await tx.roleAssignment.findMany({
    where: {
      agencyCode: { in: [...fates.keys()] },
      user: { disabledAt: null },
      OR: [{ validUntil: null }, { validUntil: { gt: dateOfDay(on) } }],
    },
    select: { role: true, agencyCode: true, user: { select: { login: true, name: true } } },
    orderBy: [{ agencyCode: "asc" }, { role: "asc" }, { user: { login: "asc" } }],
  });
  return rows.flatMap(({ role, agencyCode: agency, user }) => {
    const fate = fates.get(agency);
    return fate ? [{ ...user, role: role as Role, agency, fate }] : [];
  });
}

function listStranded(tx: Tx, changes: readonly AgencyChange[], on: Day): Promise<StrandedReport[]> {
  const ended = changes.filter(({ fate }) => fate === "ENDED").map(({ agency }) => agency);
  return tx.$queryRaw<StrandedReport[]>`SELECT agency, year, month FROM reports_from(${ended}, ${on}::date)`;
}
