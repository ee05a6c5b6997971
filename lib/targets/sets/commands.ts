import { randomUUID } from "node:crypto";
import type { WriteContext } from "@/lib/actions/operation";
import type { Day } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { targetSetRefusals as refusals } from "@/lib/i18n/target-sets";
import { readBasis } from "../cascade/queries";
import { assertAssignable } from "../rules";
import {
  assertIssuable,
  dateOf,
  judgedKey,
  lineOfRow,
  lineOfTarget,
  proposedLines,
  rowOfLine,
} from "./rules";
import type { CascadeInput, DraftForm, IssueInput, LineInput, PutTargetSet } from "./schema";
import type { SetVersion } from "./types";

type Head = { number: string; signedOn: Day | null; signer: string; legalBasis: string };

/** Writers of one year's sets wait for each other. */
async function lockYear({ tx }: WriteContext, year: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`target-sets:${year}`}, 0))`;
}

function setsOf({ tx }: WriteContext, year: number) {
  return tx.targetSet.findMany({ where: { year }, orderBy: { version: "desc" } });
}

/** Makes the year's draft exactly this document; issued versions stay as they are. */
export async function putTargetSet(context: WriteContext, input: PutTargetSet): Promise<SetVersion> {
  const { year, lines, number, signer, legalBasis, signedOn } = input;
  for (const agency of new Set(lines.map((line) => line.agency)))
    assertAssignable(context.organisation, agency, year);
  await lockYear(context, year);
  return writeDraft(context, year, { number, signer, legalBasis, signedOn: signedOn ?? null }, lines);
}

/** Opens a draft with the lines in force, or rewrites the head of the one there is. */
export async function draftTargetSet(context: WriteContext, form: DraftForm): Promise<SetVersion> {
  const { year, number, signer, legalBasis } = form;
  await lockYear(context, year);
  const lines = await linesToStartFrom(context, year);
  return writeDraft(context, year, { number, signer, legalBasis, signedOn: form.signedOn ?? null }, lines);
}

/** Puts demands for everybody under one agency into the draft, so that together they reach its own. */
export async function cascadeTargets(context: WriteContext, input: CascadeInput): Promise<SetVersion> {
  const { year } = input;
  await lockYear(context, year);
  const lines = await linesToStartFrom(context, year);
  const basis = await readBasis(context.tx, context.organisation, year);
  const proposed = proposedLines(context.organisation, input, lines, basis);
  if (proposed === null) throw new Failure("precondition", refusals.nothingToCascade);
  const replaced = new Set(proposed.map(judgedKey));
  const kept = lines.filter((line) => !replaced.has(judgedKey(line)));
  const [newest] = await setsOf(context, year);
  const draft = newest?.state === "DRAFT" ? newest : null;
  const head = {
    number: draft?.number ?? "",
    signer: draft?.signer ?? "",
    legalBasis: draft?.legalBasis ?? "",
    signedOn: draft?.signedOn ? (draft.signedOn.toISOString().slice(0, 10) as Day) : null,
  };
  return writeDraft(context, year, head, [...kept, ...proposed]);
}

/** Puts the year's draft in force: it replaces the issued version, and boards read its lines from now on. */
export async function issueTargetSet(context: WriteContext, { year }: IssueInput): Promise<SetVersion> {
  await lockYear(context, year);
  const sets = await setsOf(context, year);
  const draft = sets.find(({ state }) => state === "DRAFT");
  assertIssuable(draft, sets);
  return issue(context, draft);
}

/** Lines that change beside a draft: a new version of the issued set, in force at once. */
export async function amendTargetSet(
  context: WriteContext,
  year: number,
  changed: readonly LineInput[],
): Promise<SetVersion> {
  await lockYear(context, year);
  const sets = await setsOf(context, year);
  const issued = sets.find(({ state }) => state === "ISSUED");
  const before = issued ? await linesOf(context, issued.id) : await linesOfTargets(context, year);
  const replacing = new Map(changed.map((line) => [judgedKey(line), line]));
  const kept = before.map((line) => {
    const next = replacing.get(judgedKey(line));
    replacing.delete(judgedKey(line));
    return next ? { ...next, scope: line.scope, wording: line.wording } : line;
  });
  const head = {
    number: issued?.number ?? "",
    signer: issued?.signer ?? "",
    legalBasis: issued?.legalBasis ?? "",
    signedOn: issued?.signedOn ?? null,
  };
  const id = randomUUID();
  const version = (sets[0]?.version ?? 0) + 1;
  const drafted = { draftedBy: context.actor.userId, draftedAt: context.now };
  const set = await context.tx.targetSet.create({ data: { id, year, version, ...head, ...drafted } });
  await writeLines(context, id, [...kept, ...replacing.values()]);
  return issue(context, set);
}

async function writeDraft(
  context: WriteContext,
  year: number,
  head: Head,
  lines: readonly LineInput[],
): Promise<SetVersion> {
  const { tx, actor, now } = context;
  const sets = await setsOf(context, year);
  const draft = sets.find(({ state }) => state === "DRAFT");
  const isNewest = draft !== undefined && draft.version === sets[0]?.version;
  const version = isNewest ? draft.version : (sets[0]?.version ?? 0) + 1;
  const data = { ...head, signedOn: dateOf(head.signedOn), draftedBy: actor.userId, draftedAt: now, version };
  const id = draft?.id ?? randomUUID();
  if (draft) await tx.targetSet.update({ where: { id }, data });
  else await tx.targetSet.create({ data: { id, year, ...data } });
  await tx.targetLine.deleteMany({ where: { setId: id } });
  await writeLines(context, id, lines);
  await context.audit({
    chain: "targets",
    action: "targetSet.draft",
    subject: `target-set:${year}`,
    payload: { version, ...head, lines: lines.length },
  });
  return { year, version, state: "DRAFT" };
}

async function writeLines({ tx }: WriteContext, setId: string, lines: readonly LineInput[]): Promise<void> {
  await tx.targetLine.createMany({
    data: lines.map((line, at) => ({ setId, position: at + 1, ...rowOfLine(line) })),
  });
}

async function issue(
  context: WriteContext,
  { id, year, version, number }: { id: string; year: number; version: number; number: string },
): Promise<SetVersion> {
  const { tx, actor, now } = context;
  const replaced = await tx.targetSet.findFirst({ where: { year, state: "ISSUED" } });
  if (replaced) {
    await tx.targetSet.update({ where: { id: replaced.id }, data: { state: "REPLACED", replacedAt: now } });
  }
  await tx.targetSet.update({
    where: { id },
    data: { state: "ISSUED", issuedBy: actor.userId, issuedAt: now },
  });
  const [projected] = await tx.$queryRaw<{ written: bigint; removed: bigint }[]>`
    SELECT written, removed FROM project_target_set(${id}::uuid)`;
  await context.audit({
    chain: "targets",
    action: "targetSet.issue",
    subject: `target-set:${year}`,
    payload: {
      version,
      number,
      replaces: replaced?.version ?? null,
      written: Number(projected?.written ?? 0),
      removed: Number(projected?.removed ?? 0),
    },
  });
  return { year, version, state: "ISSUED" };
}

/** The lines of the year's draft, else those in force, else none. */
async function linesToStartFrom(context: WriteContext, year: number): Promise<LineInput[]> {
  const sets = await setsOf(context, year);
  const from = sets.find(({ state }) => state === "DRAFT") ?? sets.find(({ state }) => state === "ISSUED");
  return from ? linesOf(context, from.id) : [];
}

/** Targets that stand outside any set, such as those loaded with data of old years. */
async function linesOfTargets({ tx }: WriteContext, year: number): Promise<LineInput[]> {
  const rows = await tx.target.findMany({
    where: { year },
    orderBy: [{ agencyCode: "asc" }, { indicator: "asc" }],
  });
  return rows.map(lineOfTarget);
}

async function linesOf({ tx }: WriteContext, setId: string): Promise<LineInput[]> {
  const rows = await tx.targetLine.findMany({ where: { setId }, orderBy: { position: "asc" } });
  return rows.map(lineOfRow);
}
