import type { LessonYear } from "@/lib/metrics/forecast/features";
import { quantile } from "@/lib/metrics/forecast/quantiles";
import { learn, outlook } from "@/lib/metrics/forecast/spread";
import { type Calibration, INTERVAL_LEVEL, MINIMUM } from "@/lib/metrics/forecast/types";

/** The shares of outcomes at the two ends of the interval. */
export const ENDS = { low: (1 - INTERVAL_LEVEL) / 2, high: (1 + INTERVAL_LEVEL) / 2 } as const;

/**
 * Every known year in turn is forecast by the same method from the other years, line and errors both, and its outcomes
 * are counted in and out of the interval. Null below one year more than the method itself needs.
 */
export function calibrate(lessons: ReadonlyMap<number, LessonYear>): Calibration | null {
  if (lessons.size <= MINIMUM.learningYears) return null;
  let [forecasts, covered] = [0, 0];
  for (const [year, held] of lessons) {
    const model = learn(new Map([...lessons].filter(([other]) => other !== year)));
    for (const { row, size, end } of held.lessons) {
      const { centre, errors } = outlook(model, row, size);
      const error = end - centre;
      forecasts += 1;
      if (error >= quantile(errors, ENDS.low) && error <= quantile(errors, ENDS.high)) covered += 1;
    }
  }
  return { years: lessons.size, forecasts, covered };
}
