import { daysBetween } from "@/lib/core/day";
import { firstDay, lastDay, type Period } from "@/lib/core/period";
import type { Fraction, Ratio } from "@/lib/core/ratio";
import { fraction } from "@/lib/metrics/fractions";

/**
 * Clearance: what was finished in the period over what newly came in, in one unit (CEPEJ clearance rate). Above 1 the
 * docket shrinks. Denominator 0 is "không phát sinh". Columns (09 + 10 + 10b) / 03 of the cumulative form.
 */
export function clearance(done: bigint, newlyAccepted: bigint): Ratio {
  return { numerator: done, denominator: newlyAccepted };
}

/**
 * Disposition time in days (CEPEJ): how long what is open would last at the period's own pace, open × days / done;
 * exact. The days are those of the cumulative period, 365 or 366 at month 12. Null when nothing was done.
 * Column 18 over 09 + 10 + 10b. Example: 100 open after 200 done in a year of 365 days is 365/2.
 */
export function dispositionDays(open: bigint, done: bigint, period: Period): Fraction | null {
  if (done <= 0n) return null;
  const days = BigInt(daysBetween(firstDay(period.year), lastDay(period)) + 1);
  return fraction(open * days, done);
}

/** The change of a stock carried from one year into the next: absolute, and against the former (null when that was 0). */
export type CarryOverChange = { change: bigint; share: Fraction | null };

/**
 * "Giảm án chuyển kỳ sau": what this year hands on (18, or its eligible part) against what it was handed (02), in cases
 * or đồng, exact; negative is fewer. The 2015 target asked for 3–5 % less (rubrics.md 1, QĐ 3271/QĐ-BTP).
 */
export function carryOverChange(handedOn: bigint, handedDown: bigint): CarryOverChange {
  const change = handedOn - handedDown;
  return { change, share: handedDown === 0n ? null : fraction(change, handedDown) };
}

/**
 * Load per officer ("bình quân / Chấp hành viên"): docket over enforcement officers, cases or đồng per officer, exact.
 * Null when the number of officers is unknown or 0: then nobody's load is known.
 */
export function loadPerOfficer(docket: bigint, officers: number | null): Fraction | null {
  if (officers === null || officers === 0) return null;
  if (!Number.isInteger(officers) || officers < 0)
    throw new RangeError(`Not a number of people: ${officers}`);
  return fraction(docket, BigInt(officers));
}
