import type { AgencyKind } from "@/lib/agencies/types";
import type { Period } from "@/lib/core/period";
import type { FormFigures, InputColumn, Measure } from "@/lib/form/columns";
import type { CountCode, Counts } from "@/lib/form/counts";
import type { ImportIssue, StatedInFile } from "@/lib/imports/layout/types";

export const IMPORT_MODES = ["draft", "final"] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

/** One agency's report of one period as the file states it; `rows` are the lines it comes from. */
export type ImportedReport = Readonly<{
  agency: string;
  kind: AgencyKind;
  period: Period;
  rows: Readonly<Record<Measure, number>>;
  figures: FormFigures;
  /** Null when the file has no column for any count. */
  counts: StatedInFile | null;
}>;

export type KnownStatus = "DRAFT" | "SUBMITTED" | "RETURNED" | "APPROVED" | "LOCKED";

/** A stored revision that still counts, with its figures. */
export type KnownReport = Readonly<{
  agency: string;
  year: number;
  month: number;
  revision: number;
  version: number;
  status: KnownStatus;
  figures: FormFigures;
  /** Read only when the file speaks about counts. */
  counts: Counts;
}>;

/** One cell, or (without a measure) one count, that the import would change; null = missing. */
export type ImportChange = Readonly<{
  agency: string;
  year: number;
  month: number;
  measure: Measure | null;
  column: InputColumn | CountCode;
  old: string | null;
  new: string | null;
}>;

/** What an import did or would do; JSON-safe. `accepted` counts data lines that are (or would be) in the database. */
export type ImportReport = Readonly<{
  mode: ImportMode;
  dryRun: boolean;
  rows: number;
  accepted: number;
  /** Lines whose figures the database already holds. */
  unchanged: number;
  issueCount: number;
  issues: readonly ImportIssue[];
  changeCount: number;
  changes: readonly ImportChange[];
}>;
