import type { Period } from "@/lib/core/period";
import type { GroupSums } from "@/lib/results/sums/types";
import type { Measure, Scoreboard } from "@/lib/scoreboard/types";
import type { Series } from "@/lib/series/types";

/** How many agencies fit side by side. */
export const MOST_COMPARED = 6;

/** The parts of the page whose numbers can be taken away. */
export const COMPARED_PARTS = ["distance", "trend", "years", "docket", "flow"] as const;
export type ComparedPart = (typeof COMPARED_PARTS)[number];

/** One agency beside others: its board, five years of its series on the period's map, and its columns added up. */
export type Compared = { board: Scoreboard; series: Series; sums: GroupSums | null };

/** An agency that may be added. */
export type Candidate = { agency: string; name: string };

/** Agencies side by side in one period and measure. */
export type Comparison = {
  period: Period;
  measure: Measure;
  chosen: readonly Compared[];
  /** Codes that are not there in the period, or that the reader may not see: the two are not told apart. */
  missing: readonly string[];
  /** What the search found, without those already chosen. */
  found: readonly Candidate[];
  /** The first and the last of the reader's own board, to begin with. */
  suggested: readonly Candidate[];
};
