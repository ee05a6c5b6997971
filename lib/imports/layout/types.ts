import type { Period } from "@/lib/core/period";
import type { Figures, Measure } from "@/lib/form/columns";
import type { CountCode } from "@/lib/form/counts";

/** The counts that a file has columns for: null = left empty, absent = the file does not speak about it. */
export type StatedInFile = Readonly<Partial<Record<CountCode, bigint | null>>>;

/** One problem of a file, ready to be shown; `row` is the line as a spreadsheet counts it, the header is line 1. */
export type ImportIssue = Readonly<{
  row: number | null;
  column: string | null;
  value: string | null;
  /** V01 to V18, or what the file itself breaks. */
  rule: string;
  severity: "error" | "warning";
  /** Whether nothing may be written while it stands. */
  blocks: boolean;
  message: string;
  messageEn: string;
}>;

/** One line of figures, as far as it could be read: null = the cell is wrong and has an issue. */
export type CsvLine = Readonly<{
  row: number;
  agency: string | null;
  period: Period | null;
  measure: Measure | null;
  figures: Figures;
  counts: StatedInFile;
}>;

/** A file in the layout of the interchange CSV; `rows` counts its data lines, readable or not. */
export type CsvFile = Readonly<{
  text: string;
  rows: number;
  lines: readonly CsvLine[];
  issues: readonly ImportIssue[];
  /** False: this is no such CSV at all, and `issues` says why. */
  isReadable: boolean;
}>;
