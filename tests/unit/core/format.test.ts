import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatCount,
  formatDecimal,
  formatPoints,
  formatRate,
  formatSigned,
  formatThousands,
} from "@/lib/core/format";

describe("formatCount", () => {
  test.each([
    [0, "0", "0"],
    [999, "999", "999"],
    [1000, "1.000", "1,000"],
    [1_234_567n, "1.234.567", "1,234,567"],
    [-4316, "\u22124.316", "\u22124,316"],
  ])("writes %d", (n, vi, en) => {
    expect(formatCount(n, "vi")).toBe(vi);
    expect(formatCount(n, "en")).toBe(en);
  });

  test("agrees with the platform's English grouping on any bigint", () => {
    const { format } = new Intl.NumberFormat("en-US");
    fc.assert(
      fc.property(fc.bigInt({ min: 0n }), (n) => {
        expect(formatCount(n, "en")).toBe(format(n));
      }),
    );
  });

  test("refuses a number that is not whole", () => expect(() => formatCount(1.5, "vi")).toThrow(RangeError));
});

describe("formatSigned", () => {
  test.each([
    [1234, "+1.234"],
    [-5n, "\u22125"],
    [0, "0"],
  ])("writes %d as %s", (n, text) => expect(formatSigned(n, "vi")).toBe(text));
});

describe("formatRate", () => {
  test("has two decimals in each language's writing", () => {
    expect(formatRate({ numerator: 8150n, denominator: 10_000n }, "vi")).toBe("81,50 %");
    expect(formatRate({ numerator: 8150n, denominator: 10_000n }, "en")).toBe("81.50%");
    expect(formatRate({ numerator: 1234n, denominator: 100n }, "vi")).toBe("1.234,00 %");
  });
  test("says in words that there is nothing to divide by", () => {
    expect(formatRate(null, "vi")).toBe("không phát sinh");
    expect(formatRate({ numerator: 0n, denominator: 0n }, "vi")).toBe("không phát sinh");
    expect(formatRate({ numerator: 0n, denominator: 0n }, "en")).toBe("not applicable");
    expect(formatRate({ numerator: 0n, denominator: 1n }, "vi")).toBe("0,00 %");
  });
});

describe("formatPoints", () => {
  test.each([
    [105n, "+1,05", "+1.05"],
    [-548n, "\u22125,48", "\u22125.48"],
    [0n, "0,00", "0.00"],
  ])("writes %d hundredths of a point", (n, vi, en) => {
    expect(formatPoints({ n, d: 10_000n }, "vi")).toBe(vi);
    expect(formatPoints({ n, d: 10_000n }, "en")).toBe(en);
  });
  test("gives no sign to what rounds to zero, and rounds half away from it", () => {
    expect(formatPoints({ n: -4n, d: 100_000n }, "vi")).toBe("0,00");
    expect(formatPoints({ n: -5n, d: 100_000n }, "vi")).toBe("\u22120,01");
    expect(formatPoints({ n: 5n, d: 100_000n }, "vi")).toBe("+0,01");
  });
});

describe("formatThousands", () => {
  test.each([
    [499n, "0"],
    [500n, "1"],
    [1_234_499n, "1.234"],
    [1_234_500n, "1.235"],
    [7_301_304_089_000n, "7.301.304.089"],
  ])("%d đồng is %s nghìn", (dong, text) => expect(formatThousands(dong, "vi")).toBe(text));
});

describe("formatDecimal", () => {
  test("keeps the decimals it is given", () => {
    expect(formatDecimal("-1234.50", "vi")).toBe("\u22121.234,50");
    expect(formatDecimal("1234.5678", "en")).toBe("1,234.5678");
  });
});
