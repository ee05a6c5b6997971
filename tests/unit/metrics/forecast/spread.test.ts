import { describe, expect, test } from "vitest";
import { calibrate } from "@/lib/metrics/forecast/calibration";
import type { LessonYear } from "@/lib/metrics/forecast/features";
import { quantile } from "@/lib/metrics/forecast/quantiles";
import { momentsOf } from "@/lib/metrics/forecast/regression";
import { learn, outlook } from "@/lib/metrics/forecast/spread";

/** Agencies of size 1–30 that end at `shift` plus an own error that shrinks with size; the row is the constant. */
function lessonYear(year: number, shift: number, noise = (size: number) => 3 / size): LessonYear {
  const lessons = Array.from({ length: 30 }, (_, i) => {
    const size = i + 1;
    return { year, size, row: [1], end: shift + (i % 2 === 0 ? 1 : -1) * noise(size) };
  });
  const moments = momentsOf(
    lessons.map(({ row }) => row),
    lessons.map(({ end }) => end),
  );
  return { lessons, moments };
}
const years = (shifts: readonly number[], noise?: (size: number) => number) =>
  new Map(shifts.map((shift, index) => [2015 + index, lessonYear(2015 + index, shift, noise)] as const));
const width = (errors: readonly number[]) => quantile(errors, 0.9) - quantile(errors, 0.1);

describe("learn", () => {
  test("keeps errors by size of agency, in three bands that cover every size", () => {
    const model = learn(years([0, 0, 0, 0]));
    expect(model.bands.map(({ upTo }) => upTo)).toHaveLength(3);
    const widths = [1, 15, 30].map((size) => width(outlook(model, [1], size).errors));
    expect(widths[0]).toBeGreaterThan((widths[1] ?? 0) * 1.5);
    expect(widths[1]).toBeGreaterThan(widths[2] ?? 0);
    expect(outlook(model, [1], 1_000_000).errors).toBe(outlook(model, [1], 30).errors);
    expect(outlook(model, [1], 0).errors).toBe(outlook(model, [1], 1).errors);
  });

  test("finds the middle of the years and widens by what whole years share", () => {
    const calm = outlook(learn(years([2, 2, 2, 2, 2], () => 0.01)), [1], 15);
    const stormy = outlook(learn(years([1, 3, 2, 1.5, 2.5], () => 0.01)), [1], 15);
    expect(calm.centre).toBeCloseTo(2, 6);
    expect(stormy.centre).toBeCloseTo(2, 6);
    expect(width(calm.errors)).toBeLessThan(0.05);
    expect(width(stormy.errors)).toBeGreaterThan(2 * 1.28 * 0.7);
    expect(width(stormy.errors)).toBeLessThan(4);
  });

  test("doubts more after fewer years of the same unrest", () => {
    const few = outlook(learn(years([1, 3], () => 0.01)), [1], 15);
    const many = outlook(learn(years([1, 3, 1, 3, 1, 3, 1, 3], () => 0.01)), [1], 15);
    expect(width(few.errors)).toBeGreaterThan(width(many.errors) * 1.5);
  });

  test("has errors in ascending order, as many below as above", () => {
    const { errors } = outlook(learn(years([0, 0, 0])), [1], 15);
    expect([...errors].sort((a, b) => a - b)).toEqual(errors);
    expect(Math.abs(quantile(errors, 0.5))).toBeLessThan(0.2);
  });
});

describe("calibrate", () => {
  test("counts every lesson of every year, and asks for a year more than the method", () => {
    expect(calibrate(years([0, 0]))).toBeNull();
    expect(calibrate(years([0, 0, 0]))).toMatchObject({ years: 3, forecasts: 90 });
  });

  test("sees a year that was like no other", () => {
    const quiet = calibrate(years([0, 0, 0, 0, 0]));
    const shocked = calibrate(years([0, 0, 0, 0, 9]));
    const share = (found: typeof quiet) => (found === null ? 0 : found.covered / found.forecasts);
    expect(share(quiet)).toBeGreaterThan(0.7);
    expect(share(quiet)).toBeLessThan(0.95);
    expect(shocked?.forecasts).toBe(150);
    expect(shocked?.covered).toBeLessThanOrEqual(120);
  });
});
