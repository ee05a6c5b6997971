import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureReasons, unknownWord } from "@/lib/core/figure-reasons";
import { formatMoneyWords, parseCount, parseMoney } from "@/lib/core/money";

const inDong = (text: string) => parseMoney(text, { column: "dong" });
const inThousands = (text: string) => parseMoney(text, { column: "thousands" });
const value = (amount: bigint) => ({ kind: "value", value: amount });
const ambiguous = (...readings: bigint[]) => ({ kind: "ambiguous", readings });
const invalid = (reason: object) => ({ kind: "invalid", reason });

describe("parseMoney reads Vietnamese writing", () => {
  test.each([
    ["7.301 tỷ 304 triệu 089 ngàn", 7_301_304_089_000n],
    ["247.868 tỷ 660 triệu 767 nghìn đồng", 247_868_660_767_000n],
    ["17 tỷ 860 triệu 631 nghìn đồng", 17_860_631_000n],
    ["400 tỷ 582 triệu đồng", 400_582_000_000n],
    ["400,5 tỷ", 400_500_000_000n],
    ["1.234,567 tỷ", 1_234_567_000_000n],
    ["0,582 tỷ", 582_000_000n],
    ["116 tỉ đồng", 116_000_000_000n],
    ["205 nghìn tỷ đồng", 205_000_000_000_000n],
    ["2 ngàn tỉ 50 tỷ", 2_050_000_000_000n],
    ["2 tỷ 500 đồng", 2_000_000_500n],
    ["7 triệu 304.000 đồng", 7_304_000n],
    ["7 tỷ 304,5 triệu", 7_304_500_000n],
    ["7.301.304.089.000", 7_301_304_089_000n],
    ["7.301.304.089.000đ", 7_301_304_089_000n],
    ["7301304089000", 7_301_304_089_000n],
    ["5.000 đồng", 5_000n],
    ["1.234", 1_234n],
    ["0", 0n],
    ["0 đồng", 0n],
    ["007", 7n],
    ["7 ty 304 trieu 89 ngan dong", 7_304_089_000n],
    ["  7 TỶ\u00a0 304\u202ftriệu ", 7_304_000_000n],
    ["400tỷ582triệu", 400_582_000_000n],
  ])("%s", (text, dong) => {
    expect(inDong(text)).toEqual(value(dong));
    expect(inDong(text.normalize("NFD"))).toEqual(value(dong));
  });

  test("a bare number in a column of thousands is nghìn đồng, a written unit wins", () => {
    expect(inThousands("1.234")).toEqual(value(1_234_000n));
    expect(inThousands("12,5")).toEqual(value(12_500n));
    expect(inThousands("1.234 đồng")).toEqual(value(1_234n));
    expect(inThousands("2 triệu")).toEqual(value(2_000_000n));
  });

  test.each(["", "   ", "\u00a0"])("nothing written (%j) is empty, not zero", (text) =>
    expect(inDong(text)).toEqual({ kind: "empty" }),
  );
});

describe("parseMoney never guesses", () => {
  test.each([
    ["1,234", ambiguous(1_234n)],
    ["1,000", ambiguous(1n, 1_000n)],
    ["12.34 tỷ", ambiguous(12_340_000_000n)],
    ["1,234,567", ambiguous(1_234_567n)],
    ["400.582 tỷ", ambiguous(400_582_000_000n, 400_582_000_000_000n)],
    ["400,582 tỷ", ambiguous(400_582_000_000n, 400_582_000_000_000n)],
    ["2 tỷ 1.500 triệu", ambiguous(2_001_500_000n)],
    ["400,582 tỷ 20 triệu", ambiguous(400_582_020_000_000n)],
    ["1,234.5 triệu", ambiguous(1_234_500_000n)],
    ["1 234 567", ambiguous(1_234_567n)],
  ])("%s lists its whole readings", (text, expected) => expect(inDong(text)).toEqual(expected));

  test("in thousands a fraction may be whole đồng", () => {
    expect(inThousands("1,234")).toEqual(ambiguous(1_234n, 1_234_000n));
    expect(inThousands("1.5")).toEqual(ambiguous(1_500n));
  });
});

describe("parseMoney refuses with a reason", () => {
  const { negative, tooLong, malformed, fraction, fractionInside, order, overflow, noUnit } = figureReasons;
  test.each([
    ["-5", negative],
    ["\u22125 tỷ", negative],
    ["(5)", negative],
    ["1e9", unknownWord("e")],
    ["trên 400 tỷ", unknownWord("tren")],
    ["5 usd", unknownWord("usd")],
    ["abc", unknownWord("abc")],
    ["1.5", fraction],
    ["12,5", fraction],
    ["0,1234567891 tỷ", fraction],
    ["400,5 tỷ 20 triệu", fractionInside],
    ["304 triệu 7 tỷ", order],
    ["7 tỷ 3 tỷ", order],
    ["2 tỷ 1500 triệu", overflow],
    ["2 tỷ 1000 triệu", overflow],
    ["1 nghìn tỷ 1000 tỷ", overflow],
    ["7 tỷ 304", noUnit],
    ["1.23.456", malformed],
    ["12.3456.789", malformed],
    ["5.", malformed],
    [".5", malformed],
    ["1 23", malformed],
    ["1".repeat(26), tooLong],
    ["0".repeat(26), tooLong],
    [`${"9".repeat(20)} tỷ`, tooLong],
  ])("%s", (text, reason) => expect(inDong(text)).toEqual(invalid(reason)));

  test("reads 25 digits and a last group just below the larger unit", () => {
    expect(inDong("9".repeat(25))).toEqual(value(10n ** 25n - 1n));
    expect(inDong("2 tỷ 999 triệu")).toEqual(value(2_999_000_000n));
  });

  test("every reason is said in both languages", () => {
    for (const { vi, en } of [...Object.values(figureReasons), unknownWord("x")]) {
      expect(vi).toMatch(/\.$/);
      expect(en).toMatch(/\.$/);
      expect(vi).not.toBe(en);
    }
  });

  test("survives any text, and its readings are distinct and ascending", () => {
    const pieces = fc.array(
      fc.constantFrom("1", "0", "234", "5", ".", ",", " ", "tỷ", "triệu", "nghìn", "đ", "-", "x"),
    );
    fc.assert(
      fc.property(pieces, fc.constantFrom("dong" as const, "thousands" as const), (parts, column) => {
        const parsed = parseMoney(parts.join(""), { column });
        const readings = parsed.kind === "ambiguous" ? parsed.readings : [0n];
        expect(readings.length).toBeGreaterThan(0);
        expect(readings.every((reading, at) => at === 0 || reading > (readings[at - 1] ?? reading))).toBe(
          true,
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe("parseCount", () => {
  test.each([
    ["4.316", value(4_316n)],
    ["34127596", value(34_127_596n)],
    ["0", value(0n)],
    [" ", { kind: "empty" }],
    ["1,234", ambiguous(1_234n)],
    ["1.5", invalid(figureReasons.fraction)],
    ["12,5", invalid(figureReasons.fraction)],
    ["-1", invalid(figureReasons.negative)],
    ["4.316 việc", invalid(unknownWord("viec"))],
    ["5 nghìn", invalid(figureReasons.unitInCount)],
    ["5 đồng", invalid(figureReasons.unitInCount)],
  ])("%s", (text, expected) => expect(parseCount(text)).toEqual(expected));
});

describe("formatMoneyWords", () => {
  test.each([
    [0n, "0 đồng"],
    [5n, "5 đồng"],
    [1_000n, "1 nghìn đồng"],
    [400_582_000_000n, "400 tỷ 582 triệu đồng"],
    [7_301_304_089_000n, "7.301 tỷ 304 triệu 89 nghìn đồng"],
    [1_000_000_005n, "1 tỷ 5 đồng"],
    [999_000_000_000n, "999 tỷ đồng"],
    [400_582_000_000_000n, "400.582 tỷ 000 triệu đồng"],
    [400_582_000_000_001n, "400.582 tỷ 1 đồng"],
    [1_234_567_000_000_000n, "1.234.567 tỷ đồng"],
    [-5_000n, "\u22125 nghìn đồng"],
  ])("writes %d", (dong, text) => expect(formatMoneyWords(dong)).toBe(text));

  const amounts = fc.oneof(
    fc.bigInt({ min: 0n, max: 10n ** 25n - 1n }),
    fc
      .tuple(fc.bigInt({ min: 0n, max: 9_999n }), fc.integer({ min: 0, max: 18 }))
      .map(([n, e]) => n * 10n ** BigInt(e)),
  );
  test("is read back by parseMoney as the same amount, in either column and encoding", () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const words = formatMoneyWords(amount);
        expect(inDong(words)).toEqual(value(amount));
        expect(inThousands(words.normalize("NFD"))).toEqual(value(amount));
      }),
      { numRuns: 1000 },
    );
  });
});
