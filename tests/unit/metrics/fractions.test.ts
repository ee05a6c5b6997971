import { describe, expect, test } from "vitest";
import { fraction, fractionOf, middle, minus, plus, times, ZERO } from "@/lib/metrics/fractions";

describe("exact numbers", () => {
  test("come in lowest terms with the sign above", () => {
    expect(fraction(6n, -4n)).toEqual({ n: -3n, d: 2n });
    expect(fraction(-6n, -4n)).toEqual({ n: 3n, d: 2n });
    expect(fraction(0n, -7n)).toEqual({ n: 0n, d: 1n });
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
  });

  test("come from ratios that have something to divide by", () => {
    expect(fractionOf({ numerator: 2n, denominator: 4n })).toEqual({ n: 1n, d: 2n });
    expect(fractionOf({ numerator: 0n, denominator: 0n })).toBeNull();
  });

  test("add, subtract, multiply and meet in the middle", () => {
    const [third, half] = [fraction(1n, 3n), fraction(1n, 2n)];
    expect(plus(third, half)).toEqual({ n: 5n, d: 6n });
    expect(minus(third, half)).toEqual({ n: -1n, d: 6n });
    expect(times(third, half)).toEqual({ n: 1n, d: 6n });
    expect(times(fraction(2n, 3n), fraction(3n, 5n))).toEqual({ n: 2n, d: 5n });
    expect(plus(ZERO, half)).toEqual({ n: 1n, d: 2n });
    expect(ZERO).toEqual({ n: 0n, d: 1n });
    expect(middle(third, half)).toEqual({ n: 5n, d: 12n });
  });
});
