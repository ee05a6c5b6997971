/** An interval of rates as floating-point fractions of one: a statistic, not a figure. */
export type Interval = { low: number; high: number };

/** 95 % of a normal distribution lies within this many deviations. */
const Z95 = 1.959963984540054;

/**
 * Wilson's 95 % interval of a rate observed on so many cases: how far chance alone may have moved it. Floating point.
 * `trials` is the number of cases behind the rate, also for a money rate (đồng are not independent trials).
 */
export function wilson(rate: number, trials: number): Interval {
  if (trials <= 0) return { low: 0, high: 1 };
  const square = (Z95 * Z95) / trials;
  const centre = (rate + square / 2) / (1 + square);
  const half = (Math.sqrt((rate * (1 - rate)) / trials + square / (4 * trials)) * Z95) / (1 + square);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
