import type { AgencyKind } from "@/lib/agencies/types";
import type { Period } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import type { Target } from "@/lib/metrics/target";
import type { Verdict } from "@/lib/metrics/verdict";

export const MEASURES = ["cases", "money"] as const;
export type Measure = (typeof MEASURES)[number];

export const VERDICTS = ["MET", "ON_SCHEDULE", "BEHIND", "NOT_MET", "NOT_APPLICABLE"] as const;

/** A target that counts for an agency: its own, or the nearest superior's as a visible default. */
export type TargetInForce = {
  target: Target;
  inheritedFrom: string | null;
  inheritedName: string | null;
  source: string;
};

/** One measure of one agency against its target. Null is "nothing reported" or "no target", never zero. */
export type MeasureStanding = {
  ratio: Ratio | null;
  /** Percent with a point and two decimals; null also when there is nothing to divide by. */
  ratePct: string | null;
  target: TargetInForce | null;
  targetPct: string | null;
  /** Percentage points over the target, with a point. */
  points: string | null;
  verdict: Verdict;
  remaining: bigint | null;
};

/** What an agency with all below it (or its own office alone) did in the whole of an earlier year; null = unknown. */
export type Baselines = (asked: {
  agency: string;
  own: boolean;
  measure: Measure;
  year: number;
}) => Ratio | null;

/** An agency with all below it, or (own) the office of a province alone. */
export type BoardNode = {
  agency: string;
  name: string;
  kind: AgencyKind;
  own: boolean;
  cases: MeasureStanding;
  money: MeasureStanding;
  coverage: { reported: number; expected: number };
  illustrative: boolean;
  adjusted: boolean;
  /** The latest approval (or submission, when counted) behind the figures. */
  asOf: Date | null;
};

/** The root's cumulative rates in one month of the year; null where nothing is reported. */
export type YearPoint = { month: number; cases: Ratio | null; money: Ratio | null };

/** Results against targets for one agency, those directly under it, and the year so far. */
export type Scoreboard = {
  period: Period;
  includeSubmitted: boolean;
  /** Shown as it was known at this instant; null = now. */
  knownAt: Date | null;
  root: BoardNode;
  children: readonly BoardNode[];
  year: readonly YearPoint[];
  /** Superiors the reader may open, nearest last, for the way back up. */
  superiors: readonly { agency: string; name: string }[];
};
