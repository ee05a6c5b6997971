import type { Ratio } from "@/lib/core/ratio";
import { type Interval, wilson } from "@/lib/metrics/intervals";
import { type Ranked, rankWithTies } from "@/lib/metrics/rank";

/** A rank with the ranks that chance alone could have given it. */
export type RankWithInterval<T> = Ranked<T> & {
  /** Best and worst plausible rank; null for the unranked. */
  between: { best: number; worst: number } | null;
  /** Why it is not ranked: nothing to divide by, or too few cases. */
  unranked: "no-docket" | "too-few" | null;
};

/** What is ranked: its exact ratio and the cases behind it (for a cases rate the eligible total itself). */
export type Contestant = { ratio: Ratio; cases: bigint };

/** Fewer eligible cases than this do not make a rate that can be ranked; a convention of this product. */
export const MINIMUM_RANKED_CASES = 30n;

/**
 * `rankWithTies` among those with enough cases, each with a 95 % rank interval: places of others are certain only where
 * the Wilson intervals of both do not touch. Ranks are exact, intervals floating point.
 */
export function rankIntervals<T>(
  items: readonly T[],
  contestantOf: (item: T) => Contestant | null,
  minimum: bigint = MINIMUM_RANKED_CASES,
): RankWithInterval<T>[] {
  const entries = items.map((item) => ({ item, contestant: contestantOf(item) }));
  const ranked = rankWithTies(entries, ({ contestant }) =>
    contestant !== null && contestant.cases >= minimum ? contestant.ratio : null,
  );
  const intervals = ranked.map(({ item, rank }) => (rank === null ? null : intervalOf(item.contestant)));
  const known = intervals.filter((interval) => interval !== null);
  return ranked.map(({ item: { item, contestant }, rank, of }, index): RankWithInterval<T> => {
    const own = intervals[index] ?? null;
    const between = own === null ? null : placesOf(own, known);
    return { item, rank, of, between, unranked: rank === null ? reasonOf(contestant) : null };
  });
}

function reasonOf(contestant: Contestant | null): "no-docket" | "too-few" {
  return contestant === null || contestant.ratio.denominator === 0n ? "no-docket" : "too-few";
}

function intervalOf(contestant: Contestant | null): Interval | null {
  if (contestant === null) return null;
  const { ratio, cases } = contestant;
  return wilson(Number(ratio.numerator) / Number(ratio.denominator), Number(cases));
}

function placesOf(own: Interval, all: readonly Interval[]): { best: number; worst: number } {
  const better = all.filter(({ low }) => low > own.high).length;
  const worse = all.filter(({ high }) => high < own.low).length;
  return { best: better + 1, worst: all.length - worse };
}
