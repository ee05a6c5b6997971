/** One thing wrong with a file, with the place to look at; row 1 is the header. */
export type CaseImportIssue = Readonly<{
  row: number | null;
  column: string | null;
  value: string | null;
  message: string;
  messageEn: string;
}>;

/** What a file would do, or did. Nothing is written while an issue is open. */
export type CaseImportReport = Readonly<{
  layout: "cases" | "events" | null;
  dryRun: boolean;
  rows: number;
  accepted: number;
  issues: readonly CaseImportIssue[];
  /** All of them; `issues` holds the first thousand. */
  issueCount: number;
}>;

export type CaseLayout = "cases" | "events";

/** A data row, read: its cells for the staging table, or what is wrong with it. */
export type ReadRow =
  | { isGood: true; cells: readonly (string | null)[] }
  | { isGood: false; issues: readonly CaseImportIssue[] };
