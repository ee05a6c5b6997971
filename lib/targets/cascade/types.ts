import type { Period } from "@/lib/core/period";
import type { Fraction, Ratio } from "@/lib/core/ratio";

/** A demand in basis points (8150n = 81,50 %). */
export type Demand = { comparison: "above" | "atLeast" | "equal"; basisPoints: bigint };

/** One part of a parent: its eligible total in cases or đồng, and its demand; null = the parent's stands in. */
export type Child = { agency: string; eligible: bigint; demand: Demand | null };

/** A child with what a proposal may lean on. */
export type Candidate = {
  agency: string;
  eligible: bigint;
  /** The last known result, predecessors added up; null = unknown. */
  baseline: Ratio | null;
  /** Its share when the demand is divided by weight. */
  weight: bigint;
};

export const CASCADE_METHODS = ["copy", "points", "weight"] as const;
export type CascadeMethod = (typeof CASCADE_METHODS)[number];

/** Which child would have to rise to what, if it alone closed the gap; null = even 100 % would not do. */
export type Rise = { agency: string; from: bigint; to: bigint | null };

/** Do the children, each just meeting its demand, meet the parent's? */
export type CascadeCheck = {
  /** Demands weighted by eligible totals, exact; null when nothing is eligible. */
  weighted: Fraction | null;
  reaches: boolean | null;
  /** Basis points by which all children together would have to rise; 0n when they reach, null when they cannot. */
  together: bigint | null;
  /** What each alone would have to become; empty when they reach. */
  alone: readonly Rise[];
};

/** Last known result of one agency with everything under it, on the organisation of a day. */
export type NodeTotals = { completed: bigint; eligible: bigint };

/** Where the weights come from: eligible and completed totals of one period, by agency with all under it. */
export type CascadeBasis = {
  period: Period | null;
  cases: ReadonlyMap<string, NodeTotals>;
  money: ReadonlyMap<string, NodeTotals>;
  /** Own dockets of the same agencies, without those under them. */
  ownCases: ReadonlyMap<string, NodeTotals>;
  ownMoney: ReadonlyMap<string, NodeTotals>;
};
