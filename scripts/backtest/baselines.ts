import type { Ratio } from "@/lib/core/ratio";
import { quantile } from "@/lib/metrics/forecast/quantiles";
import type { Peer, RateYear } from "@/lib/metrics/forecast/types";

/** What a leader does without the forecast: from the months so far and last year to a rate at the year's end. */
export type Baseline = { name: string; guess: (month: number, now: number, last: RateYear) => number | null };

export const BASELINES: readonly Baseline[] = [
  { name: "straight line", guess: (month, now) => Math.min(1, (now * 12) / month) },
  {
    name: "last year, same month",
    guess: (month, now, last) => {
      const [then, end] = [rateOf(last.months[month - 1]), rateOf(last.months[11])];
      return then === null || end === null ? null : Math.min(1, Math.max(0, end + now - then));
    },
  },
];

export function rateOf(ratio: Ratio | null | undefined): number | null {
  if (ratio === null || ratio === undefined || ratio.denominator === 0n) return null;
  return Number(ratio.numerator) / Number(ratio.denominator);
}

/**
 * The baseline dressed as a distribution by its own errors in all years before `year`, so that it is compared at its
 * best and not as a bare point: the shifts to add to a guess for each quantile asked.
 */
export function pastErrors(
  baseline: Baseline,
  peers: readonly Peer[],
  { year, month }: { year: number; month: number },
  shares: readonly number[],
): number[] {
  const errors = peers
    .flatMap(({ years }) =>
      years.flatMap((one) => {
        const error = one.year < year ? errorOf(baseline, years, one, month) : null;
        return error === null ? [] : [error];
      }),
    )
    .sort((a, b) => a - b);
  return shares.map((share) => quantile(errors, share));
}

function errorOf(
  { guess }: Baseline,
  years: readonly RateYear[],
  one: RateYear,
  month: number,
): number | null {
  const last = years.find(({ year }) => year === one.year - 1);
  const [now, end] = [rateOf(one.months[month - 1]), rateOf(one.months[11])];
  if (last === undefined || now === null || end === null) return null;
  const guessed = guess(month, now, last);
  return guessed === null ? null : end - guessed;
}
