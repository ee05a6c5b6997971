import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decay, logarithm, MILLION, median, root, spread, weightedMedian } from "@/lib/metrics/signals/fixed";

const positive = fc.bigInt({ min: 1n, max: 10n ** 20n });

describe("fixed-point arithmetic", () => {
  test("the root is the largest whole number whose square is not above", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (n) => {
        const found = root(n);
        expect(found * found <= n && (found + 1n) * (found + 1n) > n).toBe(true);
      }),
    );
  });

  test("the logarithm agrees with the machine's to two millionths", () => {
    fc.assert(
      fc.property(positive, positive, (n, d) => {
        const expected = Math.log(Number(n)) - Math.log(Number(d));
        expect(Math.abs(Number(logarithm(n, d)) - expected * 1e6)).toBeLessThan(30);
      }),
    );
    expect(() => logarithm(0n, 1n)).toThrow(RangeError);
  });

  test("the decay undoes the logarithm", () => {
    expect(decay(0n)).toBe(MILLION);
    for (const x of [1n, 100_000n, 693_147n, 3_000_000n])
      expect(Math.abs(Number(decay(x)) - 1e6 * Math.exp(-Number(x) / 1e6))).toBeLessThan(3);
  });

  test("medians and spreads ignore a few wild values", () => {
    expect(median([5n, 1n, 3n])).toBe(3n);
    expect(median([1n, 2n, 4n, 10n ** 9n])).toBe(3n);
    expect(median([])).toBe(0n);
    expect(spread([0n, 100n, 200n, 300n, 10n ** 9n], 200n)).toBe(148n);
    const list = [
      { value: 7n, weight: 1n },
      { value: 3n, weight: 5n },
      { value: 100n, weight: 2n },
    ];
    expect(weightedMedian(list)).toBe(3n);
    expect(weightedMedian([])).toBe(0n);
  });
});
