import { addDays, type Day, dayOfInstant } from "@/lib/core/day";
import { addWorkingDays, type CalendarExceptions, isWorkingDay } from "@/lib/core/working-days";
import type { Mornings } from "./types";

/** 07:00 in Vietnam. */
export function instantOfMorning(day: Day): Date {
  return new Date(`${day}T07:00:00.000+07:00`);
}

/** The last working day up to a day, that day included. Example: for Sunday 2022-11-06 it is Friday 2022-11-04. */
export function morningUpTo(day: Day, exceptions: CalendarExceptions): Day {
  let reached = day;
  while (!isWorkingDay(reached, exceptions)) reached = addDays(reached, -1);
  return reached;
}

/** The newest working morning that has begun at an instant. Example: at 06:59 on a Monday it is Friday's. */
export function morningAt(instant: Date, exceptions: CalendarExceptions): Day {
  return morningUpTo(dayOfInstant(new Date(instant.getTime() - 7 * 3_600_000)), exceptions);
}

/** The morning asked for, or the newest when it is still to come, with the ones around it. */
export function morningsOf(wanted: Day, newest: Day, exceptions: CalendarExceptions): Mornings {
  const day = morningUpTo(wanted < newest ? wanted : newest, exceptions);
  return {
    day,
    before: morningUpTo(addDays(day, -1), exceptions),
    next: addWorkingDays(day, 1, exceptions),
  };
}
