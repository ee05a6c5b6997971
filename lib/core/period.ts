import { addDays, type Day, day } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";

/**
 * A cumulative reporting period: statistical year Y runs 01/10/(Y−1)–30/09/Y, and month n is its first n months
 * (1 = October of Y−1 alone, 12 = the whole year). Thông tư 06/2019/TT-BTP Điều 4, 05/2024/TT-BTP Điều 7.
 */
export type Period = { year: number; month: number };

/** Whether a value is a period: a whole year 1000–9998 and a month 1–12. */
export function isPeriod(x: unknown): x is Period {
  if (typeof x !== "object" || x === null || !("year" in x) || !("month" in x)) return false;
  const { year, month } = x;
  return isWhole(year, 1000, 9998) && isWhole(month, 1, 12);
}

/** The day a statistical year starts. Example: firstDay(2022) is 2021-10-01. */
export function firstDay(year: number): Day {
  return day(`${String(year - 1).padStart(4, "0")}-10-01`);
}

/** The last day counted in a period. Example: lastDay({ year: 2022, month: 5 }) is 2022-02-28. */
export function lastDay(period: Period): Day {
  return addDays(startOfMonth(calendarMonth({ year: period.year, month: period.month + 1 })), -1);
}

/** The period one month shorter in the same year; null for month 1, where accumulation restarts. */
export function previousPeriod({ year, month }: Period): Period | null {
  return month === 1 ? null : { year, month: month - 1 };
}

/** The period reported next: one month longer, or month 1 of the next year after month 12. */
export function nextPeriod({ year, month }: Period): Period {
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
}

/** Order in time: negative when `a` ends before `b`, 0 when they are the same. */
export function comparePeriods(a: Period, b: Period): number {
  return a.year - b.year || a.month - b.month;
}

/** A sortable key of statistical year and month. Example: "2022-06" is 6 months of 2022, not June. */
export function periodKey({ year, month }: Period): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

/** The calendar month a period ends in. Example: 6 months of 2022 end in { year: 2022, month: 3 }. */
export function calendarMonth({ year, month }: Period): { year: number; month: number } {
  return month <= 3 ? { year: year - 1, month: month + 9 } : { year, month: month - 3 };
}

/** The period whose last month holds the day. Example: 2021-10-15 is in { year: 2022, month: 1 }. */
export function periodContaining(d: Day): Period {
  const [year, month] = [Number(d.slice(0, 4)), Number(d.slice(5, 7))];
  return month >= 10 ? { year: year + 1, month: month - 9 } : { year, month: month + 3 };
}

/** The period in words. Example: "6 tháng năm 2022" or "6 months of 2022"; month 12 is "Năm 2022" or "Year 2022". */
export function formatPeriod({ year, month }: Period, locale: Locale): string {
  if (locale === "vi") return month === 12 ? `Năm ${year}` : `${month} tháng năm ${year}`;
  if (month === 12) return `Year ${year}`;
  return `${month} ${month === 1 ? "month" : "months"} of ${year}`;
}

function startOfMonth({ year, month }: { year: number; month: number }): Day {
  return day(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`);
}

function isWhole(x: unknown, least: number, most: number): boolean {
  return Number.isInteger(x) && Number(x) >= least && Number(x) <= most;
}
