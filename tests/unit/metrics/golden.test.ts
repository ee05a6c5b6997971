import { describe, expect, test } from "vitest";
import { formatPoints } from "@/lib/core/format";
import { parseMoney } from "@/lib/core/money";
import { percent } from "@/lib/core/ratio";
import { excess, isMet, parseBasisPoints, pointsOver, remaining, type Target } from "@/lib/metrics/target";
import { verdict } from "@/lib/metrics/verdict";
import { impliedFigures, meanOfRates, statedFigures, writtenAmounts } from "./golden-figures";

const above = (text: string): Target => ({ comparison: "above", basisPoints: parseBasisPoints(text) ?? -1n });
const decimalsOf = (rate: string) => rate.split(".")[1]?.length ?? 0;
const published = (text: string) => ({ numerator: BigInt(text.replace(".", "")), denominator: 10_000n });

describe("figures with a stated denominator", () => {
  test.each(statedFigures)("$id ($source) computes to $rate %", ({ numerator, stated, rate }) =>
    expect(percent({ numerator, denominator: stated }, decimalsOf(rate))).toBe(rate),
  );

  test.each([
    ["VN-1520-C", "9.80"],
    ["VN-1520-C-FIX", "80.99"],
    ["VN-1520-M", "40.87"],
    ["BD-BC", "93.67"],
    ["VL-2021-CC", "4.20"],
    ["VL-2021-TN", "41.67"],
  ])("%s shows as %s %%; the misprint of 003:31 is kept, its correction is another row", (id, shown) => {
    const figure = statedFigures.find((row) => row.id === id);
    expect(figure && percent({ numerator: figure.numerator, denominator: figure.stated })).toBe(shown);
  });

  test("the misprinted denominator is kept and flagged beside its proposed correction", () => {
    const flagged = statedFigures.filter(({ flag }) => flag !== undefined);
    expect(flagged.map(({ stated, flag }) => [stated, flag])).toEqual([
      [34_127_596n, "misprint"],
      [4_127_596n, "proposed correction, not printed"],
    ]);
  });

  test("every other dropped digit of the misprinted denominator gives no plausible rate", () => {
    const digits = "34127596";
    const rates = [...digits].map((_, at) => {
      const denominator = BigInt(digits.slice(0, at) + digits.slice(at + 1));
      return Number(percent({ numerator: 3_343_006n, denominator }));
    });
    expect(rates.filter((rate) => rate > 70 && rate < 90)).toEqual([80.99]);
  });
});

describe("figures with a printed rate only", () => {
  test.each(impliedFigures)(
    "$id ($source): $rate % holds from $implied.0 to $implied.1 and no further",
    (row) => {
      const rateFor = (denominator: bigint) =>
        percent({ numerator: row.numerator, denominator }, decimalsOf(row.rate));
      const [least, most] = row.implied;
      expect([least, (least + most) / 2n, most].map(rateFor)).toEqual([row.rate, row.rate, row.rate]);
      expect(rateFor(least - 1n)).not.toBe(row.rate);
      expect(rateFor(most + 1n)).not.toBe(row.rate);
    },
  );

  test("TC-1519-C (003:23): no integer denominator gives 96.33 %", () => {
    const rateFor = (denominator: bigint) => percent({ numerator: meanOfRates.numerator, denominator });
    const candidates = Array.from({ length: 4_000 }, (_, at) => BigInt(at + 1));
    expect(candidates.filter((denominator) => rateFor(denominator) === meanOfRates.rate)).toEqual([]);
    expect([rateFor(2_202n), rateFor(2_203n)]).toEqual(["96.37", "96.32"]);
  });

  test("5 135 is the only denominator for which 4 316 is 84.05 %", () => {
    const candidates = Array.from({ length: 10_000 }, (_, at) => BigInt(at + 1));
    expect(
      candidates.filter((denominator) => percent({ numerator: 4_316n, denominator }) === "84.05"),
    ).toEqual([5_135n]);
  });
});

describe("amounts as the articles write them", () => {
  test.each(writtenAmounts)("$id: $written", ({ written, dong }) =>
    expect(parseMoney(written, { column: "dong" })).toEqual({ kind: "value", value: dong }),
  );
});

describe("Hưng Yên 2021 (004:12)", () => {
  const cases = { numerator: 4_316n, denominator: 5_135n };
  const money = { numerator: 400_582_000_000n, denominator: 951_501_187_648n };

  test("exceeds 83.00 by 1.05 points in cases", () => {
    expect(percent(cases)).toBe("84.05");
    expect(verdict(cases, above("83.00"), 12)).toBe("MET");
    expect(pointsOver(cases, above("83.00"))).toBe("1.05");
    expect(remaining(cases, above("83.00"))).toBe(0n);
    expect(formatPoints(excess(cases, above("83.00")) ?? { n: 0n, d: 1n }, "vi")).toBe("+1,05");
  });

  test("needed 4 263 completed cases of 5 135", () => {
    expect(remaining({ ...cases, numerator: 0n }, above("83.00"))).toBe(4_263n);
    expect(remaining({ ...cases, numerator: 4_262n }, above("83.00"))).toBe(1n);
    expect(verdict({ ...cases, numerator: 4_262n }, above("83.00"), 12)).toBe("NOT_MET");
    expect(verdict({ ...cases, numerator: 4_263n }, above("83.00"), 12)).toBe("MET");
  });

  test("exceeds 40.10 by 2.00 points in money", () => {
    expect(percent(money)).toBe("42.10");
    expect(pointsOver(money, above("40.10"))).toBe("2.00");
    expect(verdict(money, above("40.10"), 12)).toBe("MET");
  });
});

describe("national figures (domain.md §3.3)", () => {
  test.each([
    ["X-VN-2023-1", 299_096n + 636_950n, 936_046n],
    ["X-VN-2023-2", 936_046n - 12_004n - 501n, 923_541n],
    ["X-VN-2019", 576_933n + 2_323n, 579_256n],
  ])("%s: the identity holds", (_id, computed, stated) => expect(computed).toBe(stated));

  test.each([
    ["X-VN-2023-3", "83.24", "82.50", "0.74"],
    ["X-VN-2023-4", "46.44", "45.50", "0.94"],
    ["X-VN-2025-1", "84.25", "83.90", "0.35"],
    ["X-VN-2025-2", "56.13", "51.90", "4.23"],
  ])("%s: %s against above %s is met by %s points", (_id, result, target, points) => {
    expect(isMet(published(result), above(target))).toBe(true);
    expect(pointsOver(published(result), above(target))).toBe(points);
  });

  test("X-VN-2020-1: 81.41 % in cases exceeds 80.00 by 1.41 points", () => {
    const cases = { numerator: 576_933n, denominator: 708_674n };
    expect(percent(cases)).toBe("81.41");
    expect(pointsOver(cases, above("80.00"))).toBe("1.41");
  });

  test("X-VN-2020-2: the money computes to 40.44 %, not to the 40.09 % published elsewhere", () => {
    expect(percent({ numerator: 53_750_695n, denominator: 132_905_418n })).toBe("40.44");
  });
});
