import type { Period } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import type { Indicator, IndicatorCode, MeasuredCode } from "@/lib/indicators/types";
import type { Comparison } from "@/lib/metrics/target";
import type { Verdict } from "@/lib/metrics/verdict";
import type { Scoreboard } from "@/lib/scoreboard/types";

/** What the effective reports of a period say of one indicator; null = nobody stated it, or it is no ratio. */
export type Stated = { ratio: Ratio | null; count: bigint | null; reports: number };

/** What an agency is asked to reach in one indicator, its own line or the nearest superior's. */
export type Asked = {
  comparison: Comparison;
  /** Percent with a point; for "higher than year Y" that year's result, null while it is not known. */
  pct: string | null;
  count: bigint | null;
  baselineYear: number | null;
  inheritedName: string | null;
  source: string;
};

/** One indicator of one agency against what is asked of it. */
export type Standing = Stated & {
  indicator: Indicator & { code: MeasuredCode };
  asked: Asked | null;
  /** Null where nothing is asked, or an input is not there: no verdict is ever guessed. */
  verdict: Verdict | null;
  points: string | null;
  remaining: bigint | null;
};

/** A line of the year's set that is followed without a verdict. */
export type TrackedLine = {
  indicator: IndicatorCode;
  wording: string;
  scope: string;
  count: bigint | null;
  source: string;
};

/** Every indicator of one agency and period, in the catalogue's order. */
export type Standings = {
  board: Scoreboard;
  period: Period;
  /** Units that had to report. */
  expected: number;
  standings: readonly Standing[];
  tracked: readonly TrackedLine[];
};
