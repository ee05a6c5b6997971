import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRatios, percent, type Ratio, sumRatios, truncatedPercent } from "@/lib/core/ratio";

const ratio = (numerator: bigint, denominator: bigint): Ratio => ({ numerator, denominator });
const ratios = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 16n }), fc.bigInt({ min: 1n, max: 10n ** 16n }));

describe("percent", () => {
  test.each([
    [81494n, "81.49"],
    [81495n, "81.50"],
    [81496n, "81.50"],
  ])("rounds half up: %d in 100 000 is %s", (n, text) => expect(percent(ratio(n, 100_000n))).toBe(text));

  test("rounds once, from the exact ratio", () => {
    expect(percent(ratio(4316n, 5135n), 1)).toBe("84.1");
    expect(percent(ratio(84_049n, 100_000n), 1)).toBe("84.0");
  });

  test("is null, not zero, when there is nothing to divide by", () => {
    expect(percent(ratio(0n, 0n))).toBeNull();
    expect(percent(ratio(5n, 0n))).toBeNull();
    expect(percent(ratio(0n, 5n))).toBe("0.00");
  });

  test("lies within half of the last digit of the ratio", () => {
    fc.assert(
      fc.property(ratios, ([n, d]) => {
        const hundredths = BigInt((percent(ratio(n, d)) ?? "").replace(".", ""));
        const twice = 2n * (n * 10_000n - hundredths * d);
        expect(twice < d && twice >= -d).toBe(true);
      }),
    );
  });
});

describe("truncatedPercent", () => {
  test("never rounds up to a target", () => {
    expect(truncatedPercent(ratio(81_499n, 100_000n))).toBe("81.49");
    expect(truncatedPercent(ratio(81_500n, 100_000n))).toBe("81.50");
    expect(truncatedPercent(ratio(1n, 0n))).toBeNull();
  });
});

describe("compareRatios", () => {
  test("is exact where floating point is not", () => {
    const near = ratio(10n ** 18n, 10n ** 18n + 1n);
    expect(compareRatios(near, ratio(1n, 1n))).toBe(-1);
    expect(compareRatios(ratio(1n, 1n), near)).toBe(1);
    expect(compareRatios(ratio(1n, 3n), ratio(2n, 6n))).toBe(0);
  });
  test("refuses a zero denominator on either side", () => {
    expect(() => compareRatios(ratio(1n, 0n), ratio(1n, 1n))).toThrow(RangeError);
    expect(() => compareRatios(ratio(1n, 1n), ratio(1n, 0n))).toThrow(RangeError);
  });
});

describe("sumRatios", () => {
  test("is the ratio of sums, not the mean of rates", () =>
    expect(sumRatios([ratio(1n, 1n), ratio(0n, 99n)])).toEqual(ratio(1n, 100n)));
  test("of nothing is not applicable", () => expect(percent(sumRatios([]))).toBeNull());
});
