import type { Ratio } from "@/lib/core/ratio";

/**
 * Rates on the log-odds scale, as floating point: differences mean the same near 20 % and near 90 %, and nothing leaves
 * 0–1. Half a unit is added on both sides so that 0 and 100 % stay finite.
 */
export function logOdds({ numerator, denominator }: Ratio): number {
  const [done, all] = [Number(numerator), Number(denominator)];
  const half = 0.5 * Math.max(1, all / 10_000);
  return Math.log((done + half) / (Math.max(0, all - done) + half));
}

/** The fraction of one with these log-odds. */
export function rateAt(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
