import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod } from "@/lib/core/period";
import { COUNT_CODES, COUNT_LABELS } from "@/lib/form/counts";
import { MEASURE_LABELS } from "@/lib/form/labels";
import { formVersionFor } from "@/lib/form/version";
import { countsText } from "@/lib/i18n/counts";
import { importsText } from "@/lib/i18n/imports";
import type { ImportIssue } from "./layout/types";
import type { ImportChange, ImportReport } from "./reports/types";

export type ChangeRow = {
  key: string;
  agency: string;
  period: string;
  measure: string;
  column: string;
  old: string;
  new: string;
};

/** Changed cells in words, with the printed number of their column. */
export function changeRows(changes: readonly ImportChange[], locale: Locale): ChangeRow[] {
  const written = (value: string | null) =>
    value === null ? importsText[locale].missing : formatCount(BigInt(value), locale);
  return changes.map(({ agency, year, month, measure, column, ...cell }) => {
    const period = { year, month };
    const definition = formVersionFor(period).columns.find((each) => each.column === column);
    const count = COUNT_CODES.find((code) => code === column);
    const name = definition ? `${definition.number}. ${definition.label[locale]}` : column;
    return {
      key: `${agency}:${year}:${month}:${measure ?? "counts"}:${column}`,
      agency,
      period: formatPeriod(period, locale),
      measure: measure === null ? countsText.title[locale] : MEASURE_LABELS[measure][locale],
      column: count ? `${count} – ${COUNT_LABELS[count].label[locale]}` : name,
      old: written(cell.old),
      new: written(cell.new),
    };
  });
}

export type IssueRow = {
  key: string;
  row: string;
  column: string;
  value: string;
  rule: string;
  level: "blocking" | "error" | "warning";
  message: string;
};

/** Issues in words, in the order in which they came. */
export function issueRows(issues: readonly ImportIssue[], locale: Locale): IssueRow[] {
  return issues.map(({ row, column, value, rule, severity, blocks, message, messageEn }, at) => ({
    key: String(at),
    row: row === null ? "" : formatCount(row, locale),
    column: column ?? "",
    value: value ?? "",
    rule,
    level: blocks ? "blocking" : severity,
    message: locale === "vi" ? message : messageEn,
  }));
}

/** What the person should understand first from a checked file. */
export type Finding = "blocked" | "nothingNew" | "readyWithErrors" | "ready";

/** Whether a file can be imported, as one word. */
export function findingOf({ issues, rows, unchanged }: ImportReport): Finding {
  if (issues.some(({ blocks }) => blocks)) return "blocked";
  if (rows === unchanged) return "nothingNew";
  return issues.some(({ severity }) => severity === "error") ? "readyWithErrors" : "ready";
}
