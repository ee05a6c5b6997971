import { addDays, type Day, weekday } from "@/lib/core/day";
import { lastDay, type Period } from "@/lib/core/period";

/** A weekday that is a holiday, or a weekend day worked instead. Editable data, not code. */
export type CalendarException = { day: Day; kind: "HOLIDAY" | "WORKING" };

/** The exceptions of the working calendar by day. */
export type CalendarExceptions = ReadonlyMap<Day, CalendarException["kind"]>;

/**
 * When a report is due: so many working days after the period ends (TT 06/2019 Điều 9), or before a day of the next
 * month (TT 08/2015, "chậm nhất trước ngày 02").
 */
export type DeadlineRule = { kind: "workingDaysAfterEnd" | "dayOfNextMonth"; count: number };

/** Whether work is done that day: Monday to Friday unless the calendar says otherwise. */
export function isWorkingDay(day: Day, exceptions: CalendarExceptions): boolean {
  const kind = exceptions.get(day);
  return kind === undefined ? weekday(day) <= 5 : kind === "WORKING";
}

/** The n-th working day after a day; the day itself for 0. Example: Thursday 2022-03-31 plus 2 is Monday 2022-04-04. */
export function addWorkingDays(day: Day, n: number, exceptions: CalendarExceptions): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of working days: ${n}`);
  let reached = day;
  for (let left = n; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, exceptions)) left -= 1;
  }
  return reached;
}

/**
 * The last day on which a period's report is in time. "Trước ngày 02" is until the end of the 1st, moved to the first
 * working day from there. Example: 6 months of 2022 with 4 working days after the end are due on 2022-04-06.
 */
export function deadline(period: Period, rule: DeadlineRule, exceptions: CalendarExceptions): Day {
  const end = lastDay(period);
  if (rule.kind === "workingDaysAfterEnd") return addWorkingDays(end, rule.count, exceptions);
  if (!Number.isInteger(rule.count) || rule.count < 1 || rule.count > 28) {
    throw new RangeError(`Not a day of every month: ${rule.count}`);
  }
  const dayBefore = addDays(end, rule.count - 1);
  return isWorkingDay(dayBefore, exceptions) ? dayBefore : addWorkingDays(dayBefore, 1, exceptions);
}
