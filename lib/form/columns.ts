import type { Text } from "@/lib/core/locale";

/** The two halves of the form: number of files (việc) and đồng (tiền). */
export const MEASURES = ["cases", "money"] as const;
export type Measure = (typeof MEASURES)[number];

/** Columns people type, in printed order; the names are those of the CSV interchange file. */
export const INPUT_COLUMNS = [
  "carriedOver",
  "newlyAccepted",
  "entrustedOut",
  "withdrawnOrCancelled",
  "pulledUpByProvince",
  "completed",
  "terminated",
  "reduced",
  "inProgress",
  "postponedByAgreement",
  "suspendedEligible",
  "otherEligible",
  "noCondition",
  "postponedOrSuspendedOther",
  "separateRegister",
] as const;
export type InputColumn = (typeof INPUT_COLUMNS)[number];

/** Columns computed from the typed ones (domain.md 1.4: 01, 07, 08, 15, 18). */
export const DERIVED_COLUMNS = [
  "totalToResolve",
  "totalEnforceable",
  "eligible",
  "notYetEligible",
  "carriedForward",
] as const;
export type DerivedColumn = (typeof DERIVED_COLUMNS)[number];

/** Any column of the form. */
export type Column = InputColumn | DerivedColumn;

/** The whole docket and its parts: exOfficio + onRequest = total; the other three are subsets. */
export const SLICES = [
  "total",
  "exOfficio",
  "onRequest",
  "credit",
  "stateBudget",
  "corruptionEconomic",
] as const;
export type Slice = (typeof SLICES)[number];

/** Typed values of one measure, cumulative from 01/10; cases in files, money in đồng. Absent = missing. */
export type Figures = Readonly<Partial<Record<InputColumn, bigint>>>;
/** Both halves of the form. */
export type FormFigures = Readonly<Record<Measure, Figures>>;
/** The form for the whole docket and for the parts that were reported. */
export type SlicedFigures = Readonly<Partial<Record<Slice, FormFigures>>>;

/** One printed row ("cột" in the sector's words) of the form. */
export type ColumnDefinition = Readonly<{
  column: Column;
  /** Printed number: "1", "2", … "10b" … "19". */
  number: string;
  /** Indicator code of domain/data/indicators.csv: C09 for cases, M09 for money. */
  code: Readonly<Record<Measure, string>>;
  label: Text;
  /** Counting rule with its source. */
  note: Text;
  kind: "input" | "derived";
  /** 1 = printed indented under `group`. */
  level: 0 | 1;
  /** The derived column this one is a part of. */
  group: DerivedColumn | null;
  /** Cumulative flow: must not fall within the year (V10). */
  flow: boolean;
  /** The halves of the form in which the column exists. */
  measures: readonly Measure[];
  /** Missing at submission is an error (V01). Only 19, which stands outside the table, may be left out. */
  required: boolean;
}>;
