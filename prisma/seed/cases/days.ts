import { addDays, type Day } from "@/lib/core/day";
import { firstDay, lastDay } from "@/lib/core/period";

const YEAR = 2021;

/** The n-th day of a month of statistical year 2021. */
export function dayIn(month: number, n: number): Day {
  const start = month === 1 ? firstDay(YEAR) : addDays(lastDay({ year: YEAR, month: month - 1 }), 1);
  return addDays(start, n - 1);
}
