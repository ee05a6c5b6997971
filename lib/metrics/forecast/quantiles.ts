/** The value below which a share of an ascending list lies, between neighbours by proportion. Floating point. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const [low, high] = [sorted[below] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return low + (high - low) * (place - below);
}

/** `count` evenly spaced quantiles of an ascending list: a thinner list of the same shape. */
export function thin(sorted: readonly number[], count: number): number[] {
  if (sorted.length <= count) return [...sorted];
  return middles(count).map((share) => quantile(sorted, share));
}

/** The middles of `count` equal slices of 0–1. */
export function middles(count: number): number[] {
  return Array.from({ length: count }, (_, index) => (index + 0.5) / count);
}

/** Quantile of the standard normal distribution (Acklam's approximation, error below 1e-8). */
export function normalQuantile(share: number): number {
  if (share > 0.5) return -normalQuantile(1 - share);
  if (share >= 0.02425) {
    const q = share - 0.5;
    const r = q * q;
    return (polynomial(CENTRE.top, r) * q) / polynomial(CENTRE.bottom, r);
  }
  const q = Math.sqrt(-2 * Math.log(share));
  return polynomial(TAIL.top, q) / polynomial(TAIL.bottom, q);
}

/** Quantile of Student's t by the Cornish–Fisher series; good to a few per cent from 3 degrees of freedom on. */
export function studentQuantile(share: number, freedom: number): number {
  const z = normalQuantile(share);
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}

const CENTRE = {
  top: [
    -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
    2.506628277459239,
  ],
  bottom: [
    -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
    -1.328068155288572e1, 1,
  ],
} as const;
const TAIL = {
  top: [
    -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  bottom: [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1],
} as const;

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
