import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Target } from "@/lib/metrics/target";
import { proRata, type Verdict, verdict } from "@/lib/metrics/verdict";

const of = (numerator: bigint, denominator: bigint) => ({ numerator, denominator });
const target = (comparison: "above" | "atLeast" | "equal", basisPoints: bigint): Target => ({
  comparison,
  basisPoints,
});
const baseline = (numerator: bigint, denominator: bigint): Target => ({
  comparison: "higherThanBaseline",
  baseline: of(numerator, denominator),
});

describe("proRata", () => {
  test("TP.HCM: 73.00 % at month 6 is 36.50 % (domain.md §1.5 D)", () => {
    const due = proRata(target("above", 7_300n), 6);
    expect(due && due.n * 10_000n === 3_650n * due.d).toBe(true);
  });
  test("is the whole target at month 12", () => {
    const due = proRata(target("above", 7_300n), 12);
    expect(due && due.n * 10_000n === 7_300n * due.d).toBe(true);
  });
  test.each([0, 13, 1.5, Number.NaN])("refuses month %d", (month) =>
    expect(() => proRata(target("above", 1n), month)).toThrow(RangeError),
  );
});

describe("verdict below, on and above", () => {
  test.each<[string, Target, number, [bigint, bigint, bigint], [Verdict, Verdict, Verdict]]>([
    [
      "above at month 12",
      target("above", 7_200n),
      12,
      [7_199n, 7_200n, 7_201n],
      ["NOT_MET", "NOT_MET", "MET"],
    ],
    [
      "at least at month 12",
      target("atLeast", 7_200n),
      12,
      [7_199n, 7_200n, 7_201n],
      ["NOT_MET", "MET", "MET"],
    ],
    [
      "equal at month 12",
      target("equal", 7_200n),
      12,
      [7_199n, 7_200n, 7_201n],
      ["NOT_MET", "MET", "NOT_MET"],
    ],
    [
      "baseline at month 12",
      baseline(72n, 100n),
      12,
      [7_199n, 7_200n, 7_201n],
      ["NOT_MET", "NOT_MET", "MET"],
    ],
    [
      "above at half",
      target("above", 7_200n),
      6,
      [3_599n, 3_600n, 3_601n],
      ["BEHIND", "BEHIND", "ON_SCHEDULE"],
    ],
    [
      "at least at half",
      target("atLeast", 7_200n),
      6,
      [3_599n, 3_600n, 3_601n],
      ["BEHIND", "ON_SCHEDULE", "ON_SCHEDULE"],
    ],
    [
      "equal at half",
      target("equal", 7_200n),
      6,
      [3_599n, 3_600n, 3_601n],
      ["BEHIND", "ON_SCHEDULE", "ON_SCHEDULE"],
    ],
    [
      "baseline at half",
      baseline(72n, 100n),
      6,
      [3_599n, 3_600n, 3_601n],
      ["BEHIND", "BEHIND", "ON_SCHEDULE"],
    ],
    [
      "above, met early",
      target("above", 7_200n),
      11,
      [7_199n, 7_200n, 7_201n],
      ["ON_SCHEDULE", "ON_SCHEDULE", "MET"],
    ],
  ])("%s", (_name, asked, month, numerators, expected) =>
    expect(numerators.map((numerator) => verdict(of(numerator, 10_000n), asked, month))).toEqual(expected),
  );

  test.each([1, 6, 12])("at month %i nothing to divide by is not applicable", (month) => {
    expect(verdict(of(0n, 0n), target("above", 0n), month)).toBe("NOT_APPLICABLE");
    expect(verdict(of(1n, 2n), baseline(0n, 0n), month)).toBe("NOT_APPLICABLE");
  });
});

type Case = {
  denominator: bigint;
  basisPoints: bigint;
  month: number;
  comparison: "above" | "atLeast" | "equal";
};

// A second, naive statement of the rule over whole numbers: rate × denominators against target × months.
function naive(numerator: bigint, { denominator, basisPoints, month, comparison }: Case): Verdict {
  const [whole, asked] = [numerator * 120_000n, denominator * basisPoints * 12n];
  const due = denominator * basisPoints * BigInt(month);
  if (comparison === "equal" ? whole === asked : comparison === "above" ? whole > asked : whole >= asked)
    return "MET";
  if (month === 12) return "NOT_MET";
  return (comparison === "above" ? whole > due : whole >= due) ? "ON_SCHEDULE" : "BEHIND";
}

const cases: fc.Arbitrary<Case> = fc.record({
  denominator: fc.bigInt({ min: 1n, max: 10n ** 15n }),
  basisPoints: fc.bigInt({ min: 0n, max: 10_000n }),
  month: fc.integer({ min: 1, max: 12 }),
  comparison: fc.constantFrom("above" as const, "atLeast" as const, "equal" as const),
});

describe("verdict", () => {
  test("agrees with naive rational arithmetic around the target and around the pro rata", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { denominator, basisPoints, month, comparison } = one;
        const edges = [12, month].map((n) => (denominator * basisPoints * BigInt(n)) / 120_000n);
        for (const numerator of edges
          .flatMap((edge) => [edge - 1n, edge, edge + 1n])
          .filter((n) => n >= 0n)) {
          const given = verdict(of(numerator, denominator), target(comparison, basisPoints), month);
          expect(given).toBe(naive(numerator, one));
        }
      }),
      { numRuns: 500 },
    );
  });

  test("never gets worse with one more completion, unless the target is an exact one", () => {
    const order: Verdict[] = ["NOT_MET", "BEHIND", "ON_SCHEDULE", "MET"];
    fc.assert(
      fc.property(
        cases,
        fc.bigInt({ min: 0n, max: 10_000n }),
        ({ denominator, basisPoints, month }, share) => {
          const numerator = (denominator * share) / 10_000n;
          const place = (n: bigint) =>
            order.indexOf(verdict(of(n, denominator), target("above", basisPoints), month));
          expect(place(numerator + 1n)).toBeGreaterThanOrEqual(place(numerator));
        },
      ),
    );
  });
});
