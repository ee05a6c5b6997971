import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logOdds, rateAt } from "@/lib/metrics/forecast/log-odds";
import { middles, normalQuantile, quantile, studentQuantile, thin } from "@/lib/metrics/forecast/quantiles";
import { leastSquares, momentsOf, predict } from "@/lib/metrics/forecast/regression";
import { ratio } from "./profiles";

describe("log-odds", () => {
  test("turn back into the rate, but for the half that keeps 0 and 100 % finite", () => {
    expect(rateAt(logOdds(ratio(840_000n, 1_000_000n)))).toBeCloseTo(0.84, 4);
    expect(rateAt(logOdds(ratio(0n, 10n)))).toBeCloseTo(0.5 / 11, 10);
    expect(rateAt(logOdds(ratio(10n, 10n)))).toBeCloseTo(10.5 / 11, 10);
    expect(Number.isFinite(logOdds(ratio(11n, 10n)))).toBe(true);
  });

  test("rise with the rate, in cases as in đồng", () => {
    const all = fc.constantFrom(100n, 10n ** 14n);
    fc.assert(
      fc.property(all, fc.integer({ min: 0, max: 99 }), (denominator, percent) => {
        const at = (share: number) => logOdds(ratio((denominator * BigInt(share)) / 100n, denominator));
        expect(at(percent + 1)).toBeGreaterThan(at(percent));
      }),
    );
  });
});

describe("quantiles", () => {
  test("lie between neighbours by proportion", () => {
    expect(quantile([1, 2, 3, 5], 0)).toBe(1);
    expect(quantile([1, 2, 3, 5], 1)).toBe(5);
    expect(quantile([1, 2, 3, 5], 0.5)).toBe(2.5);
    expect(quantile([7], 0.3)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });

  test("thin a list without moving its middle or ends much", () => {
    const list = Array.from({ length: 1001 }, (_, i) => i);
    const thinned = thin(list, 11);
    expect(thinned).toHaveLength(11);
    expect(thinned[5]).toBe(500);
    expect(thinned[0]).toBeCloseTo(1000 / 22, 9);
    expect(thin([1, 2], 2)).toEqual([1, 2]);
    expect(middles(4)).toEqual([0.125, 0.375, 0.625, 0.875]);
  });

  test.each([
    [0.5, 0],
    [0.9, 1.2815515655],
    [0.975, 1.9599639845],
    [0.999, 3.0902323062],
    [0.01, -2.326347874],
  ])("of the normal distribution at %d", (share, value) =>
    expect(normalQuantile(share)).toBeCloseTo(value, 7),
  );

  test.each([
    [0.9, 3, 1.638],
    [0.9, 10, 1.372],
    [0.975, 5, 2.571],
    [0.1, 7, -1.415],
  ])("of Student's distribution at %d with %d degrees of freedom", (share, freedom, value) =>
    expect(Math.abs(studentQuantile(share, freedom) - value)).toBeLessThan(0.03),
  );
});

const line = (rows: readonly (readonly number[])[], targets: readonly number[]) =>
  leastSquares([momentsOf(rows, targets)]);

describe("least squares", () => {
  test("finds the line that the points lie on", () => {
    const rows = Array.from({ length: 40 }, (_, i) => [1, Math.sin(i), Math.cos(2 * i)]);
    const found = line(
      rows,
      rows.map(([, x = 0, y = 0]) => 3 + 2 * x - y),
    );
    [3, 2, -1].forEach((value, index) => {
      expect(found[index]).toBeCloseTo(value, 2);
    });
    expect(predict(found, [1, 0.5, 0.5])).toBeCloseTo(3.5, 2);
  });

  test("splits two columns that say the same, and leaves an empty one at 0", () => {
    const rows = Array.from({ length: 30 }, (_, i) => [1, i / 30, i / 30, 0]);
    const found = line(
      rows,
      rows.map(([, x = 0]) => 4 * x),
    );
    expect(found[1]).toBeCloseTo(found[2] ?? Number.NaN, 6);
    expect((found[1] ?? 0) + (found[2] ?? 0)).toBeCloseTo(4, 1);
    expect(found[3]).toBe(0);
    expect(line([], [])).toEqual([]);
    expect(leastSquares([])).toEqual([]);
  });

  test("swaps rows when the first pivot is smaller", () => {
    const rows = [
      [1, 1000],
      [1, 2000],
      [1, 3000.5],
    ];
    const found = line(rows, [2, 4, 6.001]);
    expect(found[1]).toBeCloseTo(0.002, 8);
  });

  test("is the same over groups of rows as over all of them", () => {
    const rows = Array.from({ length: 30 }, (_, i) => [1, Math.sin(i), Math.cos(i * i)]);
    const targets = rows.map((_, i) => Math.sin(3 * i));
    const groups = [0, 10, 20].map((from) =>
      momentsOf(rows.slice(from, from + 10), targets.slice(from, from + 10)),
    );
    leastSquares(groups).forEach((value, index) => {
      expect(value).toBeCloseTo(line(rows, targets)[index] ?? Number.NaN, 10);
    });
  });
});
