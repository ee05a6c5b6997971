import { describe, expect, test } from "vitest";
import { wilson } from "@/lib/metrics/intervals";
import { type Contestant, MINIMUM_RANKED_CASES, rankIntervals } from "@/lib/metrics/rank-interval";

const of = (numerator: bigint, denominator: bigint, cases = denominator): Contestant => ({
  ratio: { numerator, denominator },
  cases,
});
const rank = (list: readonly (Contestant | null)[], minimum?: bigint) =>
  rankIntervals(list, (one) => one, minimum);

describe("wilson", () => {
  test("is the textbook interval", () => {
    const { low, high } = wilson(0.8, 100);
    expect(low).toBeCloseTo(0.7112, 4);
    expect(high).toBeCloseTo(0.8666, 4);
  });

  test("stays inside 0–1 and knows nothing without cases", () => {
    expect(wilson(0, 10).low).toBe(0);
    expect(wilson(1, 10).high).toBeCloseTo(1, 12);
    expect(wilson(0.5, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe("rankIntervals", () => {
  test("leaves near neighbours open and tells far ones apart", () => {
    const ranked = rank([of(500n, 1_000n), of(900n, 1_000n), of(890n, 1_000n)]);
    expect(ranked.map(({ rank: place, between }) => [place, between])).toEqual([
      [1, { best: 1, worst: 2 }],
      [2, { best: 1, worst: 2 }],
      [3, { best: 3, worst: 3 }],
    ]);
  });

  test("does not rank below the minimum, nor let the small ones take a place", () => {
    const ranked = rank([of(29n, 29n), of(20n, 30n), of(0n, 0n), null]);
    expect(MINIMUM_RANKED_CASES).toBe(30n);
    expect(ranked.map(({ rank: place, of: all, unranked }) => [place, all, unranked])).toEqual([
      [1, 1, null],
      [null, 1, "too-few"],
      [null, 1, "no-docket"],
      [null, 1, "no-docket"],
    ]);
    expect(ranked[1]?.between).toBeNull();
  });

  test("has another minimum when told", () => {
    expect(rank([of(1n, 2n)], 2n)[0]?.rank).toBe(1);
    expect(rank([of(1n, 2n)], 3n)[0]?.rank).toBeNull();
  });

  test("measures a money rate by its cases, not by its đồng", () => {
    const money = [of(500_000_000n, 1_000_000_000n, 40n), of(600_000_000n, 1_000_000_000n, 40n)];
    expect(rank(money).map(({ between }) => between)).toEqual([
      { best: 1, worst: 2 },
      { best: 1, worst: 2 },
    ]);
    const many = money.map(({ ratio }) => ({ ratio, cases: 100_000n }));
    expect(rank(many).map(({ between }) => between)).toEqual([
      { best: 1, worst: 1 },
      { best: 2, worst: 2 },
    ]);
  });
});
