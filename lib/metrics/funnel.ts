import type { Ratio } from "@/lib/core/ratio";
import { binomialQuantileRate } from "@/lib/metrics/binomial";
import type { Interval } from "@/lib/metrics/intervals";

/** The limits of a funnel at one size, around the parent's rate; fractions of one. */
export type FunnelLimits = { warning: Interval; action: Interval };

/** Where a rate lies: inside what chance explains, beyond 95 %, or beyond 99,8 %. */
export type FunnelPlace = "inside" | "above95" | "below95" | "above998" | "below998";

/** 95 % ("cảnh báo") and 99,8 % ("hành động"), about two and three deviations. */
const TAILS = { warning: 0.025, action: 0.001 } as const;

/**
 * Limits for an agency of so many cases if it were like its parent: exact binomial in whole cases, floating point.
 * Null when the parent has nothing to divide by or the agency no case. For a money rate pass the cases behind it; money
 * varies more than that, so those limits are the narrowest that make sense.
 */
export function funnelLimits(parent: Ratio, cases: bigint): FunnelLimits | null {
  if (parent.denominator === 0n || cases <= 0n) return null;
  const rate = Number(parent.numerator) / Number(parent.denominator);
  const around = (tail: number): Interval => ({
    low: binomialQuantileRate(Number(cases), rate, tail),
    high: binomialQuantileRate(Number(cases), rate, 1 - tail),
  });
  return { warning: around(TAILS.warning), action: around(TAILS.action) };
}

/** The place of a rate in the funnel of its parent; on a limit is inside it. Null as for the limits. */
export function funnelPlace(
  ratio: Ratio,
  parent: Ratio,
  cases: bigint = ratio.denominator,
): FunnelPlace | null {
  const limits = ratio.denominator === 0n ? null : funnelLimits(parent, cases);
  if (limits === null) return null;
  const rate = Number(ratio.numerator) / Number(ratio.denominator);
  if (rate > limits.action.high) return "above998";
  if (rate < limits.action.low) return "below998";
  if (rate > limits.warning.high) return "above95";
  return rate < limits.warning.low ? "below95" : "inside";
}
