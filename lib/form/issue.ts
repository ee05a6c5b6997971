import type { Locale } from "@/lib/core/locale";
import type { Column, Measure, Slice } from "@/lib/form/columns";
import type { CountCode } from "@/lib/form/counts";
import { SLICE_LABELS } from "@/lib/form/labels";
import { ARITHMETIC_MESSAGES } from "@/lib/form/messages/arithmetic";
import { COUNT_MESSAGES } from "@/lib/form/messages/counts";
import { type Message, messageParts } from "@/lib/form/messages/parts";
import { PARTS_AND_UNITS_MESSAGES } from "@/lib/form/messages/parts-and-units";
import { PLAUSIBILITY_MESSAGES } from "@/lib/form/messages/plausibility";
import { SUBMISSION_MESSAGES } from "@/lib/form/messages/submission";
import { formVersion } from "@/lib/form/version";

const messages = {
  ...ARITHMETIC_MESSAGES,
  ...PARTS_AND_UNITS_MESSAGES,
  ...PLAUSIBILITY_MESSAGES,
  ...SUBMISSION_MESSAGES,
  ...COUNT_MESSAGES,
} as const;

/** Rules of domain.md 1.4, and V19 about the counts beside the form. */
export const RULE_IDS = [
  "V01",
  "V02",
  "V03",
  "V04",
  "V05",
  "V06",
  "V07",
  "V08",
  "V09",
  "V10",
  "V11",
  "V12",
  "V13",
  "V14",
  "V15",
  "V16",
  "V17",
  "V18",
  "V19",
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** An error blocks submission; a warning needs a written reason. */
export type Severity = "error" | "warning";

/** Which sentence of a rule applies. */
export type IssueKind = keyof typeof messages;

/** One broken rule; plain strings only, so it can be stored and sent as JSON. */
export type Issue = Readonly<{
  rule: RuleId;
  kind: IssueKind;
  severity: Severity;
  /** FormVersion id, for column numbers and labels. */
  version: string;
  measure: Measure | null;
  slice: Slice;
  /** The cell to mark; null = the whole report (V17, V18). */
  column: Column | null;
  /** The count it is about (V19). */
  count?: CountCode;
  /** Other columns the sentence names. */
  related: readonly Column[];
  /** Decimal strings ("770", "27.4"), days, or quoted text; đồng for money. */
  numbers: Readonly<Record<string, string>>;
}>;

/** The sentence shown beside the cell, in the error summary and in the server's answer. */
export function describeIssue(issue: Issue, locale: Locale): string {
  const message: Message = messages[issue.kind];
  const sentence = message[locale](messageParts(issue, formVersion(issue.version).columns, locale));
  return issue.slice === "total" ? sentence : `${SLICE_LABELS[issue.slice][locale]} – ${sentence}`;
}

/** Stable name of an issue, under which its reason is stored. Example: "V10:cases:total:completed". */
export function issueKey(issue: Pick<Issue, "rule" | "measure" | "slice" | "column" | "count">): string {
  const place = issue.column ?? issue.count ?? "all";
  return [issue.rule, issue.measure ?? "all", issue.slice, place].join(":");
}
