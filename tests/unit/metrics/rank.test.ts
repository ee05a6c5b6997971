import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRatios, type Ratio } from "@/lib/core/ratio";
import { rankWithTies } from "@/lib/metrics/rank";

const of = (numerator: bigint, denominator: bigint): Ratio => ({ numerator, denominator });
const ranksOf = (ratios: (Ratio | null)[]) => rankWithTies(ratios, (ratio) => ratio);

describe("rankWithTies", () => {
  test("gives 1, 2, 2, 4 to a tie in second place, by exact ratios", () => {
    const ranked = ranksOf([of(1n, 2n), of(9n, 10n), of(6n, 8n), of(3n, 4n)]);
    expect(ranked).toEqual([
      { item: of(9n, 10n), rank: 1, of: 4 },
      { item: of(6n, 8n), rank: 2, of: 4 },
      { item: of(3n, 4n), rank: 2, of: 4 },
      { item: of(1n, 2n), rank: 4, of: 4 },
    ]);
  });

  test("does not tie rates that only look alike when rounded", () => {
    const near = of(10n ** 18n - 1n, 10n ** 18n);
    expect(ranksOf([near, of(1n, 1n)]).map(({ rank }) => rank)).toEqual([1, 2]);
    expect(ranksOf([near, of(1n, 1n)])[0]?.item).toEqual(of(1n, 1n));
  });

  test("puts those with nothing to divide by last, unranked and uncounted", () => {
    const ranked = ranksOf([of(0n, 0n), null, of(0n, 3n), of(1n, 3n)]);
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, null, null]);
    expect(ranked.map((entry) => entry.of)).toEqual([2, 2, 2, 2]);
    expect(ranked.slice(2).map(({ item }) => item)).toEqual([of(0n, 0n), null]);
  });

  test("of nothing is nothing", () => expect(ranksOf([])).toEqual([]));

  test("a rank is one more than the number of strictly better ratios, and the order given is left alone", () => {
    const ratios = fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 4n }), fc.bigInt({ min: 1n, max: 4n })));
    fc.assert(
      fc.property(ratios, (pairs) => {
        const list = pairs.map(([n, d]) => of(n, d));
        const before = [...list];
        for (const { item, rank } of ranksOf(list)) {
          const better = list.filter((other) => item !== null && compareRatios(other, item) > 0).length;
          expect(rank).toBe(better + 1);
        }
        expect(list).toEqual(before);
      }),
    );
  });
});
