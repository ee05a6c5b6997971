import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  excess,
  formatBasisPoints,
  isMet,
  parseBasisPoints,
  pointsOver,
  remaining,
  type Target,
  targetRate,
} from "@/lib/metrics/target";

const ratio = (numerator: bigint, denominator: bigint) => ({ numerator, denominator });
const percentTarget = (comparison: "above" | "atLeast" | "equal", basisPoints: bigint): Target => ({
  comparison,
  basisPoints,
});
const baseline = (numerator: bigint, denominator: bigint): Target => ({
  comparison: "higherThanBaseline",
  baseline: ratio(numerator, denominator),
});
const targets: fc.Arbitrary<Target> = fc.oneof(
  fc
    .tuple(fc.constantFrom("above" as const, "atLeast" as const), fc.bigInt({ min: 0n, max: 9_999n }))
    .map(([comparison, basisPoints]) => percentTarget(comparison, basisPoints)),
  fc.bigInt({ min: 0n, max: 99n }).map((n) => baseline(n, 100n)),
);
const ratios = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.bigInt({ min: 0n, max: 1000n }))
  .map(([denominator, share]) => ratio((denominator * share) / 1000n, denominator));

describe("basis points", () => {
  test.each([
    ["83.00", 8_300n],
    ["83,00", 8_300n],
    ["83.5", 8_350n],
    ["83", 8_300n],
    [" 40,10 ", 4_010n],
    ["0", 0n],
    ["100.00", 10_000n],
  ])("%j is read", (text, basisPoints) => expect(parseBasisPoints(text)).toBe(basisPoints));
  test.each(["100.01", "101", "83.005", "-1", "83%", "8e1", "", ".5", "83.", "1.000,00"])(
    "%j is refused",
    (text) => expect(parseBasisPoints(text)).toBeNull(),
  );
  test("print and read back to the same target", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10_000n }), (basisPoints) => {
        expect(parseBasisPoints(formatBasisPoints(basisPoints))).toBe(basisPoints);
      }),
    );
    expect(formatBasisPoints(8_300n)).toBe("83.00");
    expect(formatBasisPoints(5n)).toBe("0.05");
  });
});

describe("isMet below, on and above the target", () => {
  test.each([
    ["above 83 %", percentTarget("above", 8_300n), [false, false, true]],
    ["at least 83 %", percentTarget("atLeast", 8_300n), [false, true, true]],
    ["exactly 83 %", percentTarget("equal", 8_300n), [false, true, false]],
    ["higher than last year's 166/200", baseline(166n, 200n), [false, false, true]],
  ])("%s", (_name, target, expected) => {
    const reached = [8_299n, 8_300n, 8_301n].map((numerator) => isMet(ratio(numerator, 10_000n), target));
    expect(reached).toEqual(expected);
  });

  test("compares exactly, not the rounded rate: 81.499… % shows 81.50 and does not meet 81.50", () => {
    expect(isMet(ratio(814_999n, 1_000_000n), percentTarget("atLeast", 8_150n))).toBe(false);
    expect(isMet(ratio(815_001n, 1_000_000n), percentTarget("above", 8_150n))).toBe(true);
  });

  test("is neither true nor false with nothing to divide by, here or in the baseline", () => {
    expect(isMet(ratio(0n, 0n), percentTarget("atLeast", 0n))).toBeNull();
    expect(isMet(ratio(1n, 2n), baseline(0n, 0n))).toBeNull();
  });
});

describe("pointsOver", () => {
  test.each([
    [4_316n, 5_135n, 8_300n, "1.05"],
    [7_752n, 10_000n, 8_300n, "-5.48"],
    [83n, 100n, 8_300n, "0.00"],
    [83_005n, 100_000n, 8_300n, "0.01"],
    [82_995n, 100_000n, 8_300n, "-0.01"],
    [829_951n, 1_000_000n, 8_300n, "0.00"],
  ])("%d of %d against %d basis points is %s", (n, d, basisPoints, points) =>
    expect(pointsOver(ratio(n, d), percentTarget("above", basisPoints))).toBe(points),
  );

  test("subtracts before it rounds: 84.0451 − 83.0049 is 1.04, although 84.05 − 83.00 is 1.05", () => {
    const target = baseline(830_049n, 1_000_000n);
    expect(pointsOver(ratio(840_451n, 1_000_000n), target)).toBe("1.04");
  });

  test("is null with nothing to divide by", () => {
    expect(pointsOver(ratio(0n, 0n), percentTarget("above", 1n))).toBeNull();
    expect(excess(ratio(1n, 2n), baseline(0n, 0n))).toBeNull();
    expect(targetRate(baseline(0n, 0n))).toBeNull();
  });
});

describe("remaining", () => {
  test.each([
    ["above", 83n, 1n],
    ["atLeast", 83n, 0n],
    ["equal", 83n, 0n],
    ["above", 82n, 2n],
    ["atLeast", 82n, 1n],
    ["equal", 82n, 1n],
    ["above", 84n, 0n],
    ["equal", 84n, 0n],
  ] as const)("%s 83 %% with %d of 100 leaves %d", (comparison, numerator, left) =>
    expect(remaining(ratio(numerator, 100n), percentTarget(comparison, 8_300n))).toBe(left),
  );

  test("is strict against a baseline, and nothing where nothing is due", () => {
    expect(remaining(ratio(83n, 100n), baseline(166n, 200n))).toBe(1n);
    expect(remaining(ratio(0n, 0n), percentTarget("above", 8_300n))).toBe(0n);
    expect(remaining(ratio(0n, 5n), baseline(0n, 0n))).toBe(0n);
  });

  test("asks for more than is left when the target cannot be reached", () =>
    expect(remaining(ratio(10n, 10n), percentTarget("above", 10_000n))).toBe(1n));

  test("is the least count that meets the target", () => {
    fc.assert(
      fc.property(ratios, targets, ({ numerator, denominator }, target) => {
        const left = remaining(ratio(numerator, denominator), target);
        expect(isMet(ratio(numerator + left, denominator), target)).toBe(true);
        if (left > 0n) expect(isMet(ratio(numerator + left - 1n, denominator), target)).toBe(false);
      }),
    );
  });
});
