import type { Period } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
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

/** One cumulative month of one indicator of one agency with all below it; null ratio = nobody has reported. */
export type SeriesMonth = {
  period: Period;
  ratio: Ratio | null;
  coverage: { reported: number; expected: number };
  flags: readonly SeriesFlag[];
};

/** A series on one map of the organisation. */
export type Series = {
  agency: string;
  indicator: string;
  definition: string;
  base: Base;
  points: readonly SeriesMonth[];
  /** Units that reported but have no place on this map, such as those of a split nobody has allocated. */
  unplaced: readonly string[];
};
