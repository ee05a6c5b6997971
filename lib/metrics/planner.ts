import { addDays, type Day } from "@/lib/core/day";
import { firstDay, lastDay } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import { evenly } from "@/lib/metrics/shares";
import { isMet, remaining, type Target } from "@/lib/metrics/target";

/** What an agency still has to complete to pass its target, in cases or đồng. */
export type Plan = {
  /** The least further completions that pass; more than `open` when the target is out of reach. */
  needed: bigint;
  /** Eligible and not yet done: the most that can be completed. */
  open: bigint;
  /** Whether completing `needed` is possible and passes; null where nothing is due (denominator 0). */
  isReachable: boolean | null;
  /** `needed` over the remaining weeks, the larger weeks first; empty when no week is left. */
  weekly: readonly bigint[];
};

/**
 * "Còn thiếu": the least further completions that pass the target while the eligible total stays, by week.
 * For a scenario with new eligible cases, add them to the denominator first. Unit: that of the ratio.
 * Example: 4262 of 5135 against above 83,00 % needs 1n of 873n.
 */
export function plan(ratio: Ratio, target: Target, weeks: number): Plan {
  const needed = remaining(ratio, target);
  const open = ratio.denominator - ratio.numerator;
  return { needed, open, isReachable: isReachable(ratio, target), weekly: evenly(needed, weeks) };
}

/** Whether the target can still be passed by completing what is open; null where nothing is due. */
export function isReachable(ratio: Ratio, target: Target): boolean | null {
  const { numerator, denominator } = ratio;
  const reached = numerator + remaining(ratio, target);
  const met = isMet({ numerator: reached, denominator }, target);
  return met === null ? null : met && reached <= denominator;
}

/**
 * Weeks of the statistical year from a day on, a begun one counting whole; 0 after 30/09, 53 before the year starts.
 * Example: on 2022-09-17 two are left for 2022.
 */
export function remainingWeeks(today: Day, year: number): number {
  const end = lastDay({ year, month: 12 });
  let weeks = 0;
  for (let day = today < firstDay(year) ? firstDay(year) : today; day <= end; day = addDays(day, 7))
    weeks += 1;
  return weeks;
}
