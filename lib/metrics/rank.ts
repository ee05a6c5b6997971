import { compareRatios, type Ratio } from "@/lib/core/ratio";

/** An entry with its place among `of` ranked entries; rank null when its ratio has nothing to divide by. */
export type Ranked<T> = { item: T; rank: number | null; of: number };

/**
 * Competition ranking on exact ratios, best first: ties share a rank and the next one skips (1, 2, 2, 4).
 * Ties keep their given order; entries without a ratio or with denominator 0 come last, unranked and uncounted.
 */
export function rankWithTies<T>(items: readonly T[], ratioOf: (item: T) => Ratio | null): Ranked<T>[] {
  const entries = items.map((item) => ({ item, ratio: applicable(ratioOf(item)) }));
  const rated = entries.flatMap(({ item, ratio }) => (ratio === null ? [] : [{ item, ratio }]));
  const unrated = entries.filter(({ ratio }) => ratio === null);
  rated.sort((a, b) => compareRatios(b.ratio, a.ratio));
  const of = rated.length;
  let rank = 0;
  const ranked = rated.map(({ item, ratio }, at): Ranked<T> => {
    const before = rated[at - 1];
    if (before === undefined || compareRatios(before.ratio, ratio) !== 0) rank = at + 1;
    return { item, rank, of };
  });
  return [...ranked, ...unrated.map(({ item }): Ranked<T> => ({ item, rank: null, of }))];
}

function applicable(ratio: Ratio | null): Ratio | null {
  return ratio === null || ratio.denominator === 0n ? null : ratio;
}
