import type { Day } from "@/lib/core/day";
import type { Text } from "@/lib/core/locale";
import type { Ratio } from "@/lib/core/ratio";
import type { Column, Measure, Slice } from "@/lib/form/columns";
import type { CountCode } from "@/lib/form/counts";

/** Rates over the docket and its parts, rates over counts, and counts by themselves. */
export const MEASURED_CODES = [
  "R_C",
  "R_M",
  "R2_C",
  "R2_M",
  "S_CREDIT.R_C",
  "S_CREDIT.R_M",
  "S_BUDGET.R_C",
  "S_BUDGET.R_M",
  "S_CORRUPTION.R_C",
  "S_CORRUPTION.R_M",
  "S_EXOFFICIO.R_C",
  "S_EXOFFICIO.R_M",
  "S_ONREQUEST.R_C",
  "S_ONREQUEST.R_M",
  "D02/D01",
  "G02/G01",
  "G03/G01",
  "K02/K01",
  "H02/H01",
  "CC2/CC1",
  "CC1",
  "CC2",
  "N01",
  "N02",
] as const;

/** Tasks of a target set that nobody measures with a number of this form; named as in the emulation plan. */
export const QUALITATIVE_CODES = ["T02", "T03", "T11", "T15", "T17", "T18", "T21", "T22", "T23"] as const;

export const INDICATOR_CODES = [...MEASURED_CODES, ...QUALITATIVE_CODES] as const;
export type MeasuredCode = (typeof MEASURED_CODES)[number];
export type IndicatorCode = (typeof INDICATOR_CODES)[number];

/** One cell that goes into an indicator: of the form, or of the counts beside it. */
export type IndicatorInput =
  | { form: "results"; measure: Measure; slice: Slice; column: Column }
  | { form: "counts"; code: CountCode };

/** How an indicator is computed while a definition holds; validity is half-open, null = still. */
export type IndicatorDefinition = Readonly<{
  version: string;
  validFrom: Day;
  validUntil: Day | null;
  /** Inputs are added. A count has no denominator; a qualitative indicator has neither. */
  numerator: readonly IndicatorInput[];
  denominator: readonly IndicatorInput[];
  source: string;
}>;

/** An entry of the sector's list of indicators. */
export type Indicator = Readonly<{
  code: IndicatorCode;
  name: Text;
  unit: Text;
  kind: "ratio" | "count" | "qualitative";
  /** Cumulative counts cannot fall within the year; rates may move either way. */
  withinYear: "nonDecreasing" | "free" | null;
  /** Oldest first; data older than the first use the first. */
  definitions: readonly IndicatorDefinition[];
}>;

/** One ratio for many agencies: absolute inputs added, and how many agencies stated them. */
export type RolledUp = { ratio: Ratio | null; stated: number; asked: number };
