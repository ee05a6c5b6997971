import type { LessonYear } from "@/lib/metrics/forecast/features";
import { middles, quantile, studentQuantile, thin } from "@/lib/metrics/forecast/quantiles";
import { leastSquares, predict } from "@/lib/metrics/forecast/regression";

/** Ascending errors (log-odds) that agencies up to a size have shown, common year effects folded in. */
export type Band = { upTo: number; errors: readonly number[] };

/** A fitted line and what its errors look like. */
export type Model = { coefficients: readonly number[]; bands: readonly Band[] };

const BANDS = 3;
const WITHIN_POINTS = 79;
const YEAR_POINTS = 15;
const LEAST_FREEDOM = 3;

/**
 * Fits the line on all years and learns its errors from years it has not seen: each year in turn is left out, predicted
 * from the others, and its errors are split into what the whole year shared and what the agencies had of their own. The
 * shared part is few numbers, one a year, hence a Student distribution; the own part is taken as it was, by size of
 * agency. Needs two years.
 */
export function learn(lessons: ReadonlyMap<number, LessonYear>): Model {
  const years = [...lessons.keys()];
  const missed = years.map((year) => errorsOf(lessons, year));
  const shared = missed.map((errors) => mean(errors.map(({ error }) => error)));
  const own = missed.flatMap((errors, index) =>
    errors.map(({ size, error }) => ({ size, error: error - (shared[index] ?? 0) })),
  );
  const deviation = Math.sqrt(mean(shared.map((value) => value * value)));
  const freedom = Math.max(LEAST_FREEDOM, years.length - 1);
  const common = middles(YEAR_POINTS).map((share) => deviation * studentQuantile(share, freedom));
  return { coefficients: lineThrough([...lessons.values()]), bands: bandsOf(own, common) };
}

/** Where the line expects the log-odds of the year's end, and the ascending errors around it for this size. */
export function outlook(
  { coefficients, bands }: Model,
  row: readonly number[],
  size: number,
): { centre: number; errors: readonly number[] } {
  const band = bands.find(({ upTo }) => size <= upTo) ?? bands.at(-1);
  return { centre: predict(coefficients, row), errors: band?.errors ?? [] };
}

function errorsOf(lessons: ReadonlyMap<number, LessonYear>, year: number) {
  const others = [...lessons].filter(([other]) => other !== year);
  const coefficients = lineThrough(others.map(([, one]) => one));
  const held = lessons.get(year)?.lessons ?? [];
  return held.map(({ row, size, end }) => ({ size, error: end - predict(coefficients, row) }));
}

function lineThrough(years: readonly LessonYear[]): number[] {
  return leastSquares(years.map(({ moments }) => moments));
}

function bandsOf(own: readonly { size: number; error: number }[], common: readonly number[]): Band[] {
  const sizes = own.map(({ size }) => size).sort(ascending);
  const limits = Array.from({ length: BANDS }, (_, index) => quantile(sizes, (index + 1) / BANDS));
  return limits.map((upTo, index) => {
    const above = limits[index - 1] ?? Number.NEGATIVE_INFINITY;
    const inside = own.filter(({ size }) => size > above && size <= upTo);
    const errors = (inside.length > 0 ? inside : own).map(({ error }) => error).sort(ascending);
    const folded = thin(errors, WITHIN_POINTS).flatMap((error) => common.map((year) => error + year));
    return { upTo, errors: folded.sort(ascending) };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function ascending(a: number, b: number): number {
  return a - b;
}
