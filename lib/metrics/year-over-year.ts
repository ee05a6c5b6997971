import type { Fraction, Ratio } from "@/lib/core/ratio";
import { fraction, fractionOf, minus } from "@/lib/metrics/fractions";

/** This period against the same period of last year. */
export type YearOverYear = {
  /** Difference of the rates as a fraction of one, for `formatPoints`; null when either has nothing to divide by. */
  points: Fraction | null;
  /** More or fewer completed and eligible, in cases or đồng. */
  completed: bigint;
  eligible: bigint;
  /** Change of the completed against last year as a fraction of one; null when there was nothing to grow from. */
  growth: Fraction | null;
};

/**
 * "So với cùng kỳ": points and absolute numbers side by side, since a count can rise while its rate falls
 * (domain.md 3.2, Đồng Tháp 2017–2019: 17 704 → 19 119 is +7,99 % while 88,3 → 82,7 % is −5,6 points). Exact.
 */
export function yearOverYear(now: Ratio, then: Ratio): YearOverYear {
  const [rateNow, rateThen] = [fractionOf(now), fractionOf(then)];
  const completed = now.numerator - then.numerator;
  return {
    points: rateNow === null || rateThen === null ? null : minus(rateNow, rateThen),
    completed,
    eligible: now.denominator - then.denominator,
    growth: then.numerator === 0n ? null : fraction(completed, then.numerator),
  };
}
