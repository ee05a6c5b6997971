import { compareRatios, type Fraction, type Ratio } from "@/lib/core/ratio";
import { isMet, type Target, targetRate } from "@/lib/metrics/target";

/** Where an agency stands against a target in a period. */
export type Verdict = "MET" | "ON_SCHEDULE" | "BEHIND" | "NOT_MET" | "NOT_APPLICABLE";

/**
 * The part of a target due by a month of the statistical year: target × month / 12, exact ("đạt tiến độ"); a campaign
 * that is scored on fewer months counts by its own `last`. Null when the baseline had nothing to divide by.
 * Example: 73,00 % at month 6 is 36,50 %.
 */
export function proRata(target: Target, month: number, last = 12): Fraction | null {
  if (!Number.isInteger(month) || month < 1 || month > 12)
    throw new RangeError(`Not a month of the year: ${month}`);
  const rate = targetRate(target);
  return rate === null ? null : { n: rate.n * BigInt(month), d: rate.d * BigInt(last) };
}

/**
 * The verdict on a cumulative ratio at a month 1–12: a met target is MET in any month; at the last one (12, or a
 * campaign's own) the rest is NOT_MET; before, the pro rata decides with the same comparison ("equal" asks for at least
 * it). Denominator 0 is NOT_APPLICABLE.
 */
export function verdict(ratio: Ratio, target: Target, month: number, last = 12): Verdict {
  const due = proRata(target, month, last);
  const met = isMet(ratio, target);
  if (met === null || due === null) return "NOT_APPLICABLE";
  if (met) return "MET";
  if (month >= last) return "NOT_MET";
  const order = compareRatios(ratio, { numerator: due.n, denominator: due.d });
  const isStrict = target.comparison === "above" || target.comparison === "higherThanBaseline";
  return order > 0 || (order === 0 && !isStrict) ? "ON_SCHEDULE" : "BEHIND";
}
