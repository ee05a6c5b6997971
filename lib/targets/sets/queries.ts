import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { superiorsAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { can, canSomewhere } from "@/lib/auth/permissions";
import { Failure } from "@/lib/core/failure";
import { lastDay } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { dayOfDate } from "@/lib/db/day";
import { targetSetRefusals } from "@/lib/i18n/target-sets";
import { readBasis } from "../cascade/queries";
import type { CascadeBasis } from "../cascade/types";
import { lineOfRow, proposedLines } from "./rules";
import type { CascadeInput, LineInput } from "./schema";
import type { SetCheck, SetHead, SetState, TargetSet } from "./types";
import { checkOf, checksOf, nameIn, statedLine } from "./view";

type StoredHead = Awaited<ReturnType<typeof readHeads>>[number];

/** Every version of every year's set, newest first; drafts for those who assign. */
export async function listTargetSets(actor: Actor): Promise<SetHead[]> {
  if (!canSomewhere(actor, "results.read")) throw missing();
  return inViewOf(actor, async (tx) => (await readHeads(tx, actor)).map(headOf));
}

/**
 * A year's set: the version asked for, else the one in force, else the draft. Who does not read the whole nation sees
 * the lines of the agencies within reach and of those above them; the check is for who assigns.
 */
export async function getTargetSet(actor: Actor, year: number, version?: number): Promise<TargetSet> {
  const organisation = await getOrganisation();
  if (!canSomewhere(actor, "results.read")) throw missing();
  return inViewOf(actor, async (tx) => {
    const heads = await readHeads(tx, actor, year);
    const wanted = (each: StoredHead) =>
      version === undefined ? each.state === "ISSUED" : each.version === version;
    const set = heads.find(wanted) ?? (version === undefined ? heads.find(isDraft) : undefined);
    if (!set) throw missing();
    const lines = visible(actor, organisation, year, await readLines(tx, set.id));
    const basis = canSomewhere(actor, "targets.assign") ? await readBasis(tx, organisation, year) : null;
    const agencies = [...new Set(lines.map(({ agency }) => agency))];
    return {
      ...headOf(set),
      lineCount: lines.length,
      lines: lines.map(statedLine),
      names: Object.fromEntries(agencies.map((code) => [code, nameIn(organisation, code, year)])),
      basis: basis?.period ?? null,
      check: basis ? checksOf(organisation, year, lines, basis) : [],
      versions: heads.map(headOf),
    };
  });
}

/** What handing a target down would ask of the units, and whether it reaches; null when there is nothing to hand down. */
export async function previewCascade(actor: Actor, input: CascadeInput): Promise<SetCheck | null> {
  const organisation = await getOrganisation();
  if (!canSomewhere(actor, "targets.assign")) throw missing();
  return inViewOf(actor, async (tx) => {
    const heads = await readHeads(tx, actor, input.year);
    const set = heads.find(isDraft) ?? heads.find(({ state }) => state === "ISSUED");
    const lines = set ? await readLines(tx, set.id) : [];
    const basis = await readBasis(tx, organisation, input.year);
    return proposalOf(organisation, input, lines, basis);
  });
}

function proposalOf(
  organisation: Organisation,
  input: CascadeInput,
  lines: readonly LineInput[],
  basis: CascadeBasis,
): SetCheck | null {
  const proposed = proposedLines(organisation, input, lines, basis);
  if (proposed === null) return null;
  const children = new Set(proposed.map(({ agency }) => agency));
  const rest = lines.filter(
    ({ agency, indicator }) => indicator !== input.indicator || !children.has(agency),
  );
  return checkOf(organisation, input, [...rest, ...proposed], basis);
}

function isDraft({ state }: { state: string }): boolean {
  return state === "DRAFT";
}

function readHeads(tx: Tx, actor: Actor, year?: number) {
  const mayDraft = canSomewhere(actor, "targets.assign");
  return tx.targetSet.findMany({
    where: { ...(year === undefined ? {} : { year }), ...(mayDraft ? {} : { state: { not: "DRAFT" } }) },
    include: { _count: { select: { lines: true } } },
    orderBy: [{ year: "desc" }, { version: "desc" }],
  });
}

function headOf(set: StoredHead): SetHead {
  const { year, version, number, signer, legalBasis, draftedAt, issuedAt, replacedAt } = set;
  return {
    ...{ year, version, number, signer, legalBasis, draftedAt, issuedAt, replacedAt },
    state: set.state as SetState,
    signedOn: set.signedOn && dayOfDate(set.signedOn),
    lineCount: set._count.lines,
  };
}

async function readLines(tx: Tx, setId: string): Promise<LineInput[]> {
  const rows = await tx.targetLine.findMany({ where: { setId }, orderBy: { position: "asc" } });
  return rows.map(lineOfRow);
}

function visible(
  actor: Actor,
  organisation: Organisation,
  year: number,
  lines: readonly LineInput[],
): LineInput[] {
  const days = [12, 9, 6, 3, 1].map((month) => lastDay({ year, month }));
  const above = new Set(
    actor.assignments.flatMap(({ agency }) =>
      [agency, ...(organisation.predecessors.get(agency) ?? [])].flatMap((code) =>
        days.flatMap((day) => superiorsAsOf(organisation, code, day)),
      ),
    ),
  );
  const known = new Map<string, boolean>();
  const mayRead = (agency: string) => {
    const answer =
      known.get(agency) ??
      (above.has(agency) || days.some((day) => can(actor, "results.read", { agency, day }, organisation)));
    known.set(agency, answer);
    return answer;
  };
  return lines.filter(({ agency }) => mayRead(agency));
}

function missing(): Failure {
  return new Failure("not-found", targetSetRefusals.missing);
}
