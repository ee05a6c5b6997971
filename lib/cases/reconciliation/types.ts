import type { InputColumn, Measure } from "@/lib/form/columns";

/** One case's change to one column, in files and đồng. */
export type CaseCell = Readonly<{ caseId: string; column: InputColumn; cases: bigint; money: bigint }>;

/**
 * A case that makes a difference. `recordedLater`: the register learnt of it after the report was typed. `amount`: its
 * files and money are exactly those that are missing. `cases` and `money` are what the register counts more (or less)
 * than the typed report because of it.
 */
export type DifferenceCase = Readonly<{
  caseId: string;
  number: string;
  why: "recordedLater" | "amount";
  cases: bigint;
  money: bigint;
}>;

/** One column of one half: what was typed (null = nothing), what the register makes, and typed less register. */
export type ColumnDifference = Readonly<{
  measure: Measure;
  column: InputColumn;
  typed: bigint | null;
  derived: bigint;
  difference: bigint | null;
  /** What no case accounts for. */
  unexplained: bigint;
  cases: readonly DifferenceCase[];
  reason: string | null;
  reasonBy: string | null;
}>;

export type Reconciliation = Readonly<{
  agency: string;
  year: number;
  month: number;
  /** The report it is held against: its newest revision that counts or is under way; null = none. */
  revision: number | null;
  status: string | null;
  typedAt: Date | null;
  illustrative: boolean;
  columns: readonly ColumnDifference[];
}>;
