import type { Day } from "@/lib/core/day";
import type { Text } from "@/lib/core/locale";
import { lastDay, type Period } from "@/lib/core/period";
import { type FormFigures, INPUT_COLUMNS, MEASURES } from "@/lib/form/columns";
import { COUNT_CODES, type Counts } from "@/lib/form/counts";
import { describeIssue, type Issue } from "@/lib/form/issue";
import { validate } from "@/lib/form/rules";
import { formVersionFor } from "@/lib/form/version";
import { importIssueText as texts } from "@/lib/i18n/import-issues";
import { blocking } from "@/lib/imports/layout/schema";
import type { ImportIssue } from "@/lib/imports/layout/types";
import { reportKey } from "@/lib/imports/reports/rules";
import type { ImportChange, ImportedReport, ImportMode, KnownReport } from "@/lib/imports/reports/types";

/** What is stored, as the rules see it. */
export type Known = {
  reports: ReadonlyMap<string, readonly KnownReport[]>;
  periodStatus: (period: Period) => "OPEN" | "CLOSED" | "LOCKED" | null;
  isOpenYear: (year: number) => boolean;
  isReopened: (agency: string, period: Period) => boolean;
};

const effective = ["APPROVED", "LOCKED"];

/** V01 to V18 over the whole file, each report after the ones before it in the file or, failing those, stored ones. */
export function formIssues(
  imported: readonly ImportedReport[],
  known: Known,
  mode: ImportMode,
): ImportIssue[] {
  const inFile = new Map(imported.map((report) => [reportKey(report.agency, report.period), report.figures]));
  return imported.flatMap((report) => {
    const { agency, kind, period, figures } = report;
    const earlier = (year: number, month: number): FormFigures | null => {
      const key = reportKey(agency, { year, month });
      const stored = known.reports.get(key)?.findLast(({ status }) => effective.includes(status));
      return inFile.get(key) ?? stored?.figures ?? null;
    };
    const history = Array.from({ length: period.month - 1 }, (_, at) => at + 1).flatMap((month) => {
      const found = earlier(period.year, month);
      return found === null ? [] : [{ month, figures: found }];
    });
    const previous = history.find(({ month }) => month === period.month - 1)?.figures;
    const yearEnd = earlier(period.year - 1, 12);
    const issues = validate({
      version: formVersionFor(period),
      period,
      agencyKind: kind,
      figures: { total: figures },
      counts: countsAfter(report, known),
      previous: previous ? { total: previous } : null,
      previousYearEnd: yearEnd && { total: yearEnd },
      history,
      previousAccepted: null,
      today: null,
    });
    return issues.map((issue) => importIssueOf(issue, report, mode));
  });
}

function importIssueOf(
  issue: Issue,
  { rows, figures, counts }: ImportedReport,
  mode: ImportMode,
): ImportIssue {
  const { rule, severity, measure, column, count } = issue;
  const typed = measure && INPUT_COLUMNS.find((each) => each === column);
  return {
    row: rows[measure ?? "cases"],
    column: column ?? count ?? null,
    value: written(typed && measure ? figures[measure][typed] : count && counts?.[count]),
    rule,
    severity,
    blocks: mode === "final" && severity === "error",
    message: describeIssue(issue, "vi"),
    messageEn: describeIssue(issue, "en"),
  };
}

function written(figure: bigint | null | undefined): string | null {
  return figure?.toString() ?? null;
}

/** Whether each report may be written now: as history of a closed year, or as a draft of an open period. */
export function stateIssues(
  imported: readonly ImportedReport[],
  known: Known,
  { mode, today }: { mode: ImportMode; today: Day },
): ImportIssue[] {
  return imported.flatMap((report) => {
    const found = mode === "final" ? historyRefusal(report, known, today) : draftRefusal(report, known);
    if (found === null) return [];
    const { year, month } = report.period;
    return [
      blocking(found.rule, found.text, {
        row: report.rows.cases,
        column: "month",
        value: `${year}-${month}`,
      }),
    ];
  });
}

type Refusal = { rule: "PERIOD" | "STATE" | "V17"; text: Text } | null;

function historyRefusal(report: ImportedReport, known: Known, today: Day): Refusal {
  const { period } = report;
  if (known.periodStatus(period) === null) return { rule: "PERIOD", text: texts.PERIOD.unknown };
  if (known.isOpenYear(period.year)) return { rule: "PERIOD", text: texts.PERIOD.open(period.year) };
  if (today <= lastDay(period)) return { rule: "V17", text: texts.PERIOD.notEnded };
  const stored = known.reports.get(reportKey(report.agency, period)) ?? [];
  if (stored.some(({ status }) => !effective.includes(status)))
    return { rule: "STATE", text: texts.STATE.inProgress };
  return stored.length === 0 || isUnchanged(report, known)
    ? null
    : { rule: "STATE", text: texts.STATE.differs };
}

function draftRefusal(report: ImportedReport, known: Known): Refusal {
  const { agency, period } = report;
  const status = known.periodStatus(period);
  const stored = newestOf(report, known)?.status;
  if (status === null) return { rule: "PERIOD", text: texts.PERIOD.unknown };
  if (stored === "SUBMITTED") return { rule: "STATE", text: texts.STATE.submitted };
  if (stored === "APPROVED" || stored === "LOCKED") return { rule: "STATE", text: texts.STATE.final };
  const accepts = status === "OPEN" || known.isReopened(agency, period);
  return accepts ? null : { rule: "PERIOD", text: texts.PERIOD.closed };
}

/** The revision that a write would meet; null when nothing is stored. */
export function newestOf({ agency, period }: ImportedReport, known: Known): KnownReport | null {
  return known.reports.get(reportKey(agency, period))?.at(-1) ?? null;
}

/** Are the stored figures the file's already? */
export function isUnchanged(report: ImportedReport, known: Known): boolean {
  return newestOf(report, known) !== null && changesOf(report, known).length === 0;
}

/** The counts as they stand once the report is written: those the file names, the others as stored. */
export function countsAfter(report: ImportedReport, known: Known): Counts {
  const stated = { ...newestOf(report, known)?.counts, ...report.counts };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null));
}

/** Every cell and count that writing the report would change. */
export function changesOf(report: ImportedReport, known: Known): ImportChange[] {
  return [...changedCells(report, known), ...changedCounts(report, known)];
}

function changedCounts(report: ImportedReport, known: Known): ImportChange[] {
  const { agency, period } = report;
  const [before, after] = [newestOf(report, known)?.counts ?? {}, countsAfter(report, known)];
  return COUNT_CODES.flatMap((column) => {
    const [old, next] = [written(before[column]), written(after[column])];
    return old === next ? [] : [{ agency, ...period, measure: null, column, old, new: next }];
  });
}

function changedCells(report: ImportedReport, known: Known): ImportChange[] {
  const { agency, period, figures } = report;
  const stored = newestOf(report, known)?.figures;
  return MEASURES.flatMap((measure) =>
    INPUT_COLUMNS.flatMap((column) => {
      const [old, next] = [stored?.[measure][column] ?? null, figures[measure][column] ?? null];
      // Cases have no 10b: 0 and nothing say the same.
      if (old === next || (measure === "cases" && column === "reduced")) return [];
      return [
        { agency, ...period, measure, column, old: old?.toString() ?? null, new: next?.toString() ?? null },
      ];
    }),
  );
}
