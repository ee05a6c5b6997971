import { agencyAsOf } from "@/lib/agencies/rules";
import type { Agency, Organisation } from "@/lib/agencies/types";
import { lastDay, type Period, periodKey } from "@/lib/core/period";
import { type FormFigures, MEASURES, type Measure } from "@/lib/form/columns";
import { COUNT_CODES } from "@/lib/form/counts";
import { importIssueText as texts } from "@/lib/i18n/import-issues";
import { blocking } from "@/lib/imports/layout/schema";
import type { CsvFile, CsvLine, ImportIssue, StatedInFile } from "@/lib/imports/layout/types";
import type { ImportedReport } from "./types";

/** One name for an agency's report of a period. Example: "cc-323 2021-06". */
export function reportKey(agency: string, period: Period): string {
  return `${agency} ${periodKey(period)}`;
}

/** The agencies and periods a file speaks about, of those that existed; everything else is an issue, not a subject. */
export function subjectsOf(file: CsvFile, organisation: Organisation): { agency: string; period: Period }[] {
  const subjects = new Map<string, { agency: string; period: Period }>();
  for (const { agency, period } of file.lines) {
    if (agency === null || period === null || !agencyAsOf(organisation, agency, lastDay(period))) continue;
    subjects.set(reportKey(agency, period), { agency, period });
  }
  return [...subjects.values()];
}

type Draft = { agency: Agency; period: Period; lines: Partial<Record<Measure, CsvLine>>; isSound: boolean };

/**
 * Joins the lines of a file to reports. Lines of unknown agencies, doubled lines and reports with one measure have
 * an issue; a report with any unreadable cell is left out, so that the rules of the form do not speak about it.
 */
export function reportsOf(
  file: CsvFile,
  organisation: Organisation,
): { reports: ImportedReport[]; issues: ImportIssue[] } {
  const broken = new Set(file.issues.map(({ row }) => row));
  const drafts = new Map<string, Draft>();
  const issues: ImportIssue[] = [];
  for (const line of file.lines) {
    const found = reportingAgency(line, organisation);
    if (found === null) continue;
    if ("rule" in found) issues.push(found);
    else issues.push(...placeLine(drafts, line, found, !broken.has(line.row)));
  }
  for (const draft of drafts.values()) issues.push(...missingHalves(draft), ...differingCounts(draft));
  return { reports: [...drafts.values()].flatMap(reportOf).sort(inOrder), issues };
}

/** The agency a line is about, the issue that there is none, or null when the line has its issue already. */
function reportingAgency(
  { row, agency, period }: CsvLine,
  organisation: Organisation,
): Agency | ImportIssue | null {
  if (agency === null || period === null) return null;
  const at = { row, column: "agency", value: agency };
  if (!organisation.kinds.has(agency)) return blocking("AGENCY", texts.AGENCY.unknown, at);
  const found = agencyAsOf(organisation, agency, lastDay(period));
  if (found === null) return blocking("AGENCY", texts.AGENCY.notInForce, at);
  return found.kind === "GENERAL_DEPARTMENT" ? blocking("AGENCY", texts.AGENCY.noReport, at) : found;
}

function placeLine(
  drafts: Map<string, Draft>,
  line: CsvLine,
  agency: Agency,
  isSound: boolean,
): ImportIssue[] {
  const { row, period, measure } = line;
  if (period === null || measure === null) return [];
  const key = reportKey(agency.code, period);
  const draft = drafts.get(key) ?? { agency, period, lines: {}, isSound: true };
  drafts.set(key, draft);
  const earlier = draft.lines[measure];
  if (earlier !== undefined) {
    draft.isSound = false;
    return [blocking("DUPLICATE", texts.DUPLICATE(earlier.row), { row, column: "measure", value: measure })];
  }
  draft.lines[measure] = line;
  draft.isSound &&= isSound;
  return [];
}

function missingHalves({ lines }: Draft): ImportIssue[] {
  const row = (lines.cases ?? lines.money)?.row ?? null;
  return MEASURES.filter((measure) => lines[measure] === undefined).map((measure) =>
    blocking("PAIR", texts.PAIR[measure], { row, column: "measure", value: measure }),
  );
}

/** A count is one number of the report: whoever writes it in both lines writes it alike. */
function differingCounts(draft: Draft): ImportIssue[] {
  const { cases, money } = draft.lines;
  if (!cases || !money) return [];
  const differing = COUNT_CODES.filter((code) => {
    const [first, second] = [cases.counts[code] ?? null, money.counts[code] ?? null];
    return first !== null && second !== null && first !== second;
  });
  if (differing.length > 0) draft.isSound = false;
  return differing.map((column) =>
    blocking("V19", texts.V19.differs(cases.row), {
      ...{ row: money.row, column, value: String(money.counts[column]) },
    }),
  );
}

function reportOf({ agency, period, lines: { cases, money }, isSound }: Draft): ImportedReport[] {
  if (!isSound || !cases || !money) return [];
  const figures: FormFigures = { cases: cases.figures, money: money.figures };
  const rows = { cases: cases.row, money: money.row };
  const counts = countsOf(cases, money);
  return [{ agency: agency.code, kind: agency.kind, period, rows, figures, counts }];
}

function countsOf(cases: CsvLine, money: CsvLine): StatedInFile | null {
  const codes = COUNT_CODES.filter((code) => code in cases.counts);
  if (codes.length === 0) return null;
  return Object.fromEntries(codes.map((code) => [code, cases.counts[code] ?? money.counts[code] ?? null]));
}

function inOrder(a: ImportedReport, b: ImportedReport): number {
  const [left, right] = [reportKey(a.agency, a.period), reportKey(b.agency, b.period)];
  return left < right ? -1 : left > right ? 1 : 0;
}
