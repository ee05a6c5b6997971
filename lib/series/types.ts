import type { Period } from "@/lib/core/period";
import type { MeasuredCode } from "@/lib/indicators/types";
import type { Base } from "@/lib/metrics/series/types";

/** What a reader has to know about a point before comparing it. */
export const SERIES_FLAGS = [
  "provisional",
  "final",
  "revised",
  "break",
  "estimated",
  "illustrative",
] as const;
export type SeriesFlag = (typeof SERIES_FLAGS)[number];

/**
 * One cumulative month of one indicator of one agency with all below it. Null is "nobody has reported"; a count has no
 * denominator in any month.
 */
export type SeriesMonth = {
  period: Period;
  numerator: bigint | null;
  denominator: bigint | null;
  coverage: { reported: number; expected: number };
  flags: readonly SeriesFlag[];
};

/** A series on one map of the organisation. */
export type Series = {
  agency: string;
  indicator: MeasuredCode;
  base: Base;
  points: readonly SeriesMonth[];
  /** Units whose figures have no place on this map. */
  unplaced: readonly string[];
  /** Those of them that were split without saying how: months in which they stood have no sum. */
  undivided: readonly string[];
};
