import type { Lesson } from "@/lib/metrics/forecast/features";
import { quantile } from "@/lib/metrics/forecast/quantiles";
import { learn, outcomes } from "@/lib/metrics/forecast/spread";
import { type Calibration, INTERVAL_LEVEL, MINIMUM } from "@/lib/metrics/forecast/types";

/** The shares of outcomes at the two ends of the interval. */
export const ENDS = { low: (1 - INTERVAL_LEVEL) / 2, high: (1 + INTERVAL_LEVEL) / 2 } as const;

/**
 * Every known year in turn is forecast by the same method from the other years, line and errors both, and its outcomes
 * are counted in and out of the interval. Null below one year more than the method itself needs.
 */
export function calibrate(lessons: ReadonlyMap<number, readonly Lesson[]>): Calibration | null {
  if (lessons.size <= MINIMUM.learningYears) return null;
  let [forecasts, covered] = [0, 0];
  for (const [year, held] of lessons) {
    const model = learn(new Map([...lessons].filter(([other]) => other !== year)));
    for (const { row, size, end } of held) {
      const possible = outcomes(model, row, size);
      forecasts += 1;
      if (end >= quantile(possible, ENDS.low) && end <= quantile(possible, ENDS.high)) covered += 1;
    }
  }
  return { years: lessons.size, forecasts, covered };
}
