import type { Ratio } from "@/lib/core/ratio";
import type { Grade } from "@/lib/metrics/rank-gate";
import type { RankWithInterval } from "@/lib/metrics/rank-interval";
import type { GroupSums } from "@/lib/results/sums/types";
import type { BoardNode, Scoreboard } from "@/lib/scoreboard/types";

/** A board with the typed columns of each agency directly below. */
export type RankingBasis = { board: Scoreboard; sums: ReadonlyMap<string, GroupSums> };

/** One agency in its order: the official rate, the same figures by another definition, and what its targets leave open. */
export type RankedAgency = {
  place: RankWithInterval<BoardNode>;
  /** By the second definition; null where its inputs are not known. */
  other: { ratio: Ratio; rank: number | null } | null;
  /** Grades of the published gates that the targets leave open; null before the year's end. */
  grades: readonly Grade[] | null;
};
