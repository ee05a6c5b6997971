import type { Day } from "@/lib/core/day";
import type { IndicatorCode } from "@/lib/indicators/types";
import type { Comparison } from "@/lib/metrics/target";

export const SET_STATES = ["DRAFT", "ISSUED", "REPLACED"] as const;
export type SetState = (typeof SET_STATES)[number];

/** How a line compares; "tracked" is followed and never judged. */
export const LINE_COMPARISONS = ["above", "atLeast", "equal", "higherThanBaseline", "tracked"] as const;
export type LineComparison = Comparison | "tracked";

/** One line of a set. A ratio has `pct`, a count `count`, "higher than" a baseline year, a task none of them. */
export type SetLine = {
  agency: string;
  indicator: IndicatorCode;
  comparison: LineComparison;
  pct: string | null;
  count: bigint | null;
  baselineYear: number | null;
  /** Whom and when it is about, in words. */
  scope: string;
  wording: string;
  source: string;
};

/** A version of a year's set without its lines. */
export type SetHead = {
  year: number;
  version: number;
  state: SetState;
  number: string;
  signedOn: Day | null;
  signer: string;
  legalBasis: string;
  draftedAt: Date;
  issuedAt: Date | null;
  replacedAt: Date | null;
  lineCount: number;
};

/** What a write answers. */
export type SetVersion = { year: number; version: number; state: SetState };

/** A child in a check, as people and machines read it; percentages with two decimals. */
export type CheckedChild = {
  agency: string;
  name: string;
  eligible: bigint;
  /** Last known result, predecessors added up. */
  baselinePct: string | null;
  pct: string;
  /** Null when the demand is its own, else whose stands in. */
  inheritedFrom: string | null;
  /** What it alone would have to be for the parent to be reached. */
  aloneTo: string | null;
};

/** Do the demands under one agency, weighted by eligible totals, reach its own? */
export type SetCheck = {
  parent: string;
  name: string;
  indicator: "R_C" | "R_M";
  pct: string;
  weightedPct: string | null;
  reaches: boolean | null;
  /** Percentage points by which all children together would have to rise. */
  togetherPoints: string | null;
  children: CheckedChild[];
};

/** Where the weights of the checks come from; null when no accepted figures are there to weigh with. */
export type BasisPeriod = { year: number; month: number } | null;

/** One version of a set with its lines; `names` of the agencies in it, `check` for those who assign. */
export type TargetSet = SetHead & {
  lines: SetLine[];
  names: Readonly<Record<string, string>>;
  basis: BasisPeriod;
  check: SetCheck[];
  /** Every version of the year that the reader may see, newest first. */
  versions: SetHead[];
};
