import { compareRatios, type Fraction, type Ratio, sumRatios } from "@/lib/core/ratio";
import { fraction, fractionOf, times } from "@/lib/metrics/fractions";
import { type Target, targetRate } from "@/lib/metrics/target";

/** Months 1–12 of one earlier year of one peer in one measure; null = not known. */
export type ProfileYear = readonly (Ratio | null)[];

/**
 * The share of the year's rate usually reached by each month: pooled rate of the month over pooled rate of the year,
 * exact. Only years with both months count, and sums are pooled, rates never averaged (V09). A month is null without
 * such a year or when nothing was done by the year's end. Example: 49,2 % at month 6 of 82 % is 3/5.
 */
export function seasonalProfile(years: readonly ProfileYear[]): (Fraction | null)[] {
  return Array.from({ length: 12 }, (_, index) => shareBy(years, index));
}

/**
 * The part of a target due by a month by the season's pace, beside `proRata`: target × usual share, exact, in fractions
 * of one. Null where the profile or the target's baseline is unknown.
 */
export function seasonalPace(
  target: Target,
  profile: readonly (Fraction | null)[],
  month: number,
): Fraction | null {
  if (!Number.isInteger(month) || month < 1 || month > 12)
    throw new RangeError(`Not a month of the year: ${month}`);
  const [rate, share] = [targetRate(target), profile[month - 1] ?? null];
  return rate === null || share === null ? null : times(rate, share);
}

/** Whether an exact rate is at or above a pace; null when either is unknown. */
export function keepsPace(ratio: Ratio, pace: Fraction | null): boolean | null {
  if (pace === null || ratio.denominator === 0n) return null;
  return compareRatios(ratio, { numerator: pace.n, denominator: pace.d }) >= 0;
}

function shareBy(years: readonly ProfileYear[], index: number): Fraction | null {
  const known = years.flatMap((months): [Ratio, Ratio][] => {
    const [at, end] = [months[index] ?? null, months[11] ?? null];
    return at === null || end === null ? [] : [[at, end]];
  });
  const at = fractionOf(sumRatios(known.map(([month]) => month)));
  const end = fractionOf(sumRatios(known.map(([, year]) => year)));
  return at === null || end === null || end.n === 0n ? null : fraction(at.n * end.d, at.d * end.n);
}
