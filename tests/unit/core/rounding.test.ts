import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalText, roundHalfUp } from "@/lib/core/rounding";

describe("roundHalfUp", () => {
  test.each([
    [49n, 100n, 0n],
    [50n, 100n, 1n],
    [51n, 100n, 1n],
    [-49n, 100n, 0n],
    [-50n, 100n, -1n],
  ])("%d / %d is %d", (n, d, rounded) => expect(roundHalfUp(n, d)).toBe(rounded));

  test("is never further than half away", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 20n }), (n, d) => {
        const twice = 2n * (n - roundHalfUp(n, d) * d);
        expect(twice <= d && twice >= -d).toBe(true);
      }),
    );
  });

  test.each([0n, -1n])("refuses to divide by %d", (d) =>
    expect(() => roundHalfUp(1n, d)).toThrow(RangeError),
  );
});

describe("decimalText", () => {
  test.each([
    [-548n, 2, "-5.48"],
    [-5n, 2, "-0.05"],
    [0n, 2, "0.00"],
    [8405n, 2, "84.05"],
    [84n, 0, "84"],
  ])("%d with %i decimals is %s", (units, decimals, text) => expect(decimalText(units, decimals)).toBe(text));
});
