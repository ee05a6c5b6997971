import { describe, expect, test } from "vitest";
import type { Ratio } from "@/lib/core/ratio";
import { keepsPace, type ProfileYear, seasonalPace, seasonalProfile } from "@/lib/metrics/pace";
import type { Target } from "@/lib/metrics/target";
import { proRata } from "@/lib/metrics/verdict";

const ratio = (numerator: bigint, denominator: bigint): Ratio => ({ numerator, denominator });
const year = (known: Record<number, Ratio>): ProfileYear =>
  Array.from({ length: 12 }, (_, index) => known[index + 1] ?? null);
const target: Target = { comparison: "above", basisPoints: 8_150n };

describe("seasonalProfile", () => {
  test("pools sums over peers and never averages their rates", () => {
    const profile = seasonalProfile([
      year({ 6: ratio(10n, 100n), 12: ratio(80n, 100n) }),
      year({ 6: ratio(450n, 900n), 12: ratio(720n, 900n) }),
    ]);
    expect(profile[5]).toEqual({ n: 23n, d: 40n });
    expect(profile[11]).toEqual({ n: 1n, d: 1n });
    expect(profile).toHaveLength(12);
  });

  test("counts a year for a month only when it has both the month and the end", () => {
    const whole = year({ 3: ratio(1n, 4n), 6: ratio(1n, 2n), 12: ratio(3n, 4n) });
    const noEnd = year({ 3: ratio(9n, 10n) });
    const noMonth = year({ 12: ratio(1n, 100n) });
    const profile = seasonalProfile([whole, noEnd, noMonth]);
    expect(profile[2]).toEqual({ n: 1n, d: 3n });
    expect(profile[5]).toEqual({ n: 2n, d: 3n });
    expect(profile[0]).toBeNull();
  });

  test("is unknown without years, without a docket and where nothing was done in the year", () => {
    expect(seasonalProfile([])).toEqual(new Array(12).fill(null));
    expect(seasonalProfile([year({ 6: ratio(0n, 0n), 12: ratio(1n, 2n) })])[5]).toBeNull();
    expect(seasonalProfile([year({ 6: ratio(0n, 5n), 12: ratio(0n, 5n) })])[5]).toBeNull();
  });
});

describe("seasonalPace", () => {
  const profile = seasonalProfile([year({ 6: ratio(49n, 100n), 12: ratio(98n, 120n) })]);

  test("is the target's usual part by the month, exact, and differs from the straight line", () => {
    expect(seasonalPace(target, profile, 6)).toEqual({ n: 489n, d: 1_000n });
    expect(proRata(target, 6)).toEqual({ n: 48_900n, d: 120_000n });
    expect(seasonalPace(target, profile, 12)).toEqual({ n: 163n, d: 200n });
    expect(seasonalPace(target, [{ n: 1n, d: 10n }], 1)).toEqual({ n: 163n, d: 2_000n });
  });

  test("is unknown where the profile or the baseline is", () => {
    expect(seasonalPace(target, profile, 5)).toBeNull();
    expect(seasonalPace(target, [], 6)).toBeNull();
    const empty: Target = { comparison: "higherThanBaseline", baseline: ratio(0n, 0n) };
    expect(seasonalPace(empty, profile, 6)).toBeNull();
  });

  test.each([0, 13, 2.5])("knows no month %d", (month) =>
    expect(() => seasonalPace(target, profile, month)).toThrow(RangeError),
  );

  test("is kept at and above it, not below, and by nobody without a docket", () => {
    const pace = { n: 1n, d: 2n };
    expect(keepsPace(ratio(49n, 100n), pace)).toBe(false);
    expect(keepsPace(ratio(50n, 100n), pace)).toBe(true);
    expect(keepsPace(ratio(51n, 100n), pace)).toBe(true);
    expect(keepsPace(ratio(0n, 0n), pace)).toBeNull();
    expect(keepsPace(ratio(1n, 2n), null)).toBeNull();
  });
});
