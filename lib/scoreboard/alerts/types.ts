import type { Period } from "@/lib/core/period";
import type { Fraction } from "@/lib/core/ratio";
import type { PaceChange } from "@/lib/metrics/pace-change";
import type { BoardNode, Measure, MeasureStanding } from "../types";

/** When a change of pace is worth a line. */
export type AlertThresholds = {
  /** The gap to the pace shrank by at least this, in fractions of one. */
  slippedBy: Fraction;
  /** Part of its units whose reports must count before an agency's rate is compared. */
  leastCoverage: Fraction;
};

/** Two points, and half of the units. */
export const ALERT_THRESHOLDS: AlertThresholds = {
  slippedBy: { n: 2n, d: 100n },
  leastCoverage: { n: 1n, d: 2n },
};

/** Whose line it is. */
export type NodeName = Pick<BoardNode, "agency" | "name" | "kind" | "own">;

/** An agency that left its pace in one measure, lost much of it, or came back to it. */
export type PaceAlert = NodeName & {
  measure: Measure;
  change: PaceChange;
  before: { period: Period; standing: MeasureStanding };
  after: { period: Period; standing: MeasureStanding };
  coverage: BoardNode["coverage"];
};

/** An agency with more reports that count than before. */
export type Arrival = NodeName & { before: number; reported: number; expected: number };
