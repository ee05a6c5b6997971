import type { Day } from "@/lib/core/day";
import type { Period } from "@/lib/core/period";
import type { Fraction } from "@/lib/core/ratio";

/** Completed and eligible of one agency in one period, cumulative, in cases or đồng, as that agency reported them. */
export type Report = { agency: string; period: Period; completed: bigint; eligible: bigint };

/** An agency's work passing to another from a day on. A predecessor that goes on is its own successor as well. */
export type Succession = { predecessor: string; successor: string; effectiveOn: Day };

/** As much of the organisation as a series needs; validity is half-open and null = still. */
export type Lineage = {
  versions: ReadonlyMap<string, readonly { parent: string | null; validFrom: Day; validUntil: Day | null }[]>;
  successions: readonly Succession[];
};

/**
 * How a figure of `agency` is divided where history alone does not say: among the successors of a split on `on`, or
 * back among the predecessors of a merger on `on`. The weights add up to exactly 1.
 */
export type Allocation = {
  agency: string;
  on: Day;
  weights: readonly { agency: string; weight: Fraction }[];
};

/** The map a series is drawn on: as it was then, or as the organisation stood on a day. */
export type Base = "then" | Day;

/** Which agency of the base a unit counts towards on a day; itself for a series of units. */
export type Grouping = (agency: string, day: Day) => string;

/** One month of one series. */
export type SeriesPoint = {
  agency: string;
  period: Period;
  completed: bigint;
  eligible: bigint;
  /** Whose reports are in it, sorted. */
  reporters: readonly string[];
  /** A part was divided by an explicit allocation, so the amount is an estimate. */
  isEstimated: boolean;
  /** Since the point before it, the composition of the reporter changed. */
  isBreak: boolean;
};

/** Every series on a base, by agency and period; `unplaced` are reports that have no place on that base. */
export type Rebased = { points: readonly SeriesPoint[]; unplaced: readonly Report[] };
