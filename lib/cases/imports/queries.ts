import "server-only";
import { perform } from "@/lib/actions/perform";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Actor } from "@/lib/auth/actor";
import { can, canSomewhere } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import type { CalendarExceptions } from "@/lib/core/working-days";
import { inViewOf, type Tx } from "@/lib/db/client";
import { copyInto, copyValue } from "@/lib/db/copy";
import { dayOfDate } from "@/lib/db/day";
import { caseImportProblems, caseImportTexts as texts } from "@/lib/i18n/case-imports";
import { caseRefusals } from "@/lib/i18n/cases";
import { importCaseEvents, importCases } from "../operations";
import { dayOfRegister } from "../register/rules";
import { fieldsOf, isInsideQuotes, issue, type Layout, layoutOf, readRow, stagedColumns } from "./rules";
import type { CaseImportIssue, CaseImportReport, CaseLayout } from "./types";

const MOST_ROWS = 2_000_000;
const SHOWN_ISSUES = 1_000;
/** Rows written in one transaction: whole within its time limit on a slow machine. */
const PART = 10_000;

export type CaseImportGiven = {
  chunks: AsyncIterable<string>;
  fileName: string;
  dryRun: boolean;
  illustrative: boolean;
  /** Told after every part that was staged or written. */
  progress?: (done: number, of: number | null) => void;
};

/**
 * Imports a CSV of cases or events: streams it into staging, finds everything that is wrong with it at once, and only
 * when nothing is writes it, a part at a time, each part through the door. Memory does not grow with the file.
 */
export async function importCaseFile(actor: Actor, given: CaseImportGiven): Promise<CaseImportReport> {
  if (!canSomewhere(actor, "cases.enter")) throw new Failure("not-found", caseRefusals.notFound);
  const found: Found = { issues: [], count: 0, rows: 0, good: 0, layout: null };
  const calendar = await inViewOf(actor, readCalendar);
  const records = recordsOf(given.chunks)[Symbol.asyncIterator]();
  const layout = await openLayout(records, found);
  if (layout === null) return reportOf(found, given.dryRun, 0);
  const staged = await beginImport(actor, layout.layout, given);
  try {
    await stage(staged, layout, { [Symbol.asyncIterator]: () => records }, { found, calendar, given });
    const agencies = await judge(actor, staged, found);
    if (given.dryRun || found.count > 0)
      return reportOf(found, given.dryRun, found.count === 0 ? found.good : 0);
    return reportOf(found, false, await write(actor, staged, { found, agencies, given }));
  } finally {
    await inViewOf(actor, (tx) => tx.$queryRaw`SELECT case_import_end(${actor.userId}, ${staged.id})::text`);
  }
}

type Found = {
  issues: CaseImportIssue[];
  count: number;
  rows: number;
  good: number;
  layout: CaseLayout | null;
};
type Staged = { id: bigint; layout: CaseLayout };

function note(found: Found, issues: readonly CaseImportIssue[]): void {
  found.count += issues.length;
  for (const each of issues) if (found.issues.length < SHOWN_ISSUES) found.issues.push(each);
}

function reportOf(
  { issues, count, rows, layout }: Found,
  dryRun: boolean,
  accepted: number,
): CaseImportReport {
  const inOrder = [...issues].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { layout, dryRun, rows, accepted, issues: inOrder, issueCount: count };
}

/** Whole CSV records, each once its line has ended outside of quotes. */
async function* recordsOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of chunks) {
    const lines = `${rest}${chunk}`.split("\n");
    const { whole, left } = wholeRecords(lines);
    rest = left;
    yield* whole;
  }
  if (rest.trim() !== "") yield withoutReturn(rest);
}

function wholeRecords(lines: readonly string[]): { whole: string[]; left: string } {
  const whole: string[] = [];
  let open = "";
  for (const line of lines.slice(0, -1)) {
    const record = open === "" ? line : `${open}\n${line}`;
    const isOpen = record.includes('"') && isInsideQuotes(record);
    open = isOpen ? record : "";
    if (!isOpen) whole.push(withoutReturn(record));
  }
  const last = lines.at(-1) ?? "";
  return { whole, left: open === "" ? last : `${open}\n${last}` };
}

function withoutReturn(record: string): string {
  return record.endsWith("\r") ? record.slice(0, -1) : record;
}

async function openLayout(records: AsyncIterator<string>, found: Found): Promise<Layout | null> {
  const first = await records.next();
  const layout = first.done
    ? { issues: [issue(null, null, null, texts.empty)] }
    : layoutOf(fieldsOf(first.value));
  if ("issues" in layout) {
    note(found, layout.issues);
    return null;
  }
  found.layout = layout.layout;
  return layout;
}

async function readCalendar(tx: Tx): Promise<CalendarExceptions> {
  const rows = await tx.calendarException.findMany({ select: { day: true, kind: true } });
  return new Map(rows.map(({ day, kind }) => [dayOfDate(day), kind === "WORKING" ? "WORKING" : "HOLIDAY"]));
}

async function beginImport(
  actor: Actor,
  layout: CaseLayout,
  { fileName, illustrative }: CaseImportGiven,
): Promise<Staged> {
  const [row] = await inViewOf(
    actor,
    (tx) => tx.$queryRaw<{ id: bigint }[]>`
      SELECT case_import_begin(${actor.userId}, ${layout}, ${fileName}, ${illustrative}) AS id`,
  );
  return { id: row?.id ?? 0n, layout };
}

type Staging = { found: Found; calendar: CalendarExceptions; given: CaseImportGiven };

/** Reads the rows and copies the good ones into staging, in pieces of some thousand. */
async function stage(
  { id, layout: name }: Staged,
  layout: Layout,
  records: AsyncIterable<string>,
  { found, calendar, given }: Staging,
): Promise<void> {
  const table = name === "events" ? "case_import_event" : "case_import_case";
  /** The row as a line of the staging table; empty when it is blank or wrong. */
  const lineOf = (record: string): string => {
    if (record.trim() === "") return "";
    found.rows += 1;
    if (found.rows > MOST_ROWS) throw new Failure("invalid", texts.tooManyRows(MOST_ROWS));
    const row = found.rows + 1;
    const read = readRow(layout, row, fieldsOf(record), calendar);
    if (read.isGood) found.good += 1;
    else note(found, read.issues);
    return read.isGood ? `${id}\t${row}\t${read.cells.map(copyValue).join("\t")}\n` : "";
  };
  async function* pieces(): AsyncGenerator<string> {
    let piece = "";
    for await (const record of records) {
      piece += lineOf(record);
      if (piece.length < 200_000) continue;
      yield piece;
      piece = "";
      given.progress?.(found.rows, null);
    }
    yield piece;
  }
  await copyInto(table, ["import_id", "row", ...stagedColumns(name)], pieces());
}

type Problem = { line: number; field: string; said: string | null; code: string };

/** What only the database knows; answers the agencies whose cases the file is about. */
async function judge(actor: Actor, staged: Staged, found: Found): Promise<readonly string[]> {
  return inViewOf(actor, async (tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = '300s'`;
    const organisation = await getOrganisation();
    const today = dayOfInstant(now());
    const mayEnter = (agency: string) =>
      can(actor, "cases.enter", { agency, day: dayOfRegister(organisation, agency, today) }, organisation);
    const allowed = [...organisation.kinds.keys()].filter(mayEnter);
    const problems =
      staged.layout === "events"
        ? await tx.$queryRaw<
            Problem[]
          >`SELECT * FROM case_import_plan(${actor.userId}, ${staged.id}, ${allowed})`
        : await tx.$queryRaw<
            Problem[]
          >`SELECT * FROM case_import_problems(${actor.userId}, ${staged.id}, ${allowed})`;
    note(
      found,
      problems.map(({ line, field, said, code }) =>
        issue(line, field, said, caseImportProblems[code] ?? { vi: code, en: code }),
      ),
    );
    const rows = await tx.$queryRaw<{ agency: string }[]>`
      SELECT case_import_agencies(${actor.userId}, ${staged.id}) AS agency`;
    return rows.map(({ agency }) => agency);
  });
}

type Writing = { found: Found; agencies: readonly string[]; given: CaseImportGiven };

async function write(actor: Actor, staged: Staged, { found, agencies, given }: Writing): Promise<number> {
  const base = { import: staged.id.toString(), agencies: [...agencies] };
  let accepted = 0;
  if (staged.layout === "cases") {
    for (let from = 2; from <= found.rows + 1; from += PART) {
      const part = await perform(importCases, actor, { ...base, from, to: from + PART - 1 });
      accepted += part.accepted;
      given.progress?.(accepted, found.good);
    }
    return accepted;
  }
  let after = "0";
  for (const upTo of await partsOf(actor, staged)) {
    const part = await perform(importCaseEvents, actor, { ...base, after, upTo });
    accepted += part.accepted;
    after = upTo;
    given.progress?.(accepted, found.good);
  }
  return accepted;
}

async function partsOf(actor: Actor, { id }: Staged): Promise<string[]> {
  const rows = await inViewOf(
    actor,
    (tx) => tx.$queryRaw<{ at: bigint }[]>`SELECT case_import_parts(${actor.userId}, ${id}, ${PART}) AS at`,
  );
  return rows.map(({ at }) => at.toString());
}
