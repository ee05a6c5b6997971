import { isInForce } from "@/lib/agencies/rules";
import type { AgencyKind } from "@/lib/agencies/types";
import { addDays, type Day } from "@/lib/core/day";
import { lastDay, type Period } from "@/lib/core/period";
import { type CalendarExceptions, type DeadlineRule, deadline } from "@/lib/core/working-days";

/** A deadline of one legal version for one level. */
export type DatedDeadline = DeadlineRule & { agencyKind: string; validFrom: Day; validUntil: Day | null };

/** The deadlines and working calendar of the installation. */
export type DueCalendar = { deadlines: readonly DatedDeadline[]; exceptions: CalendarExceptions };

/** The last day on which a report is in time, by the rule in force at the period's end; null when none is known. */
export function dueDay({ deadlines, exceptions }: DueCalendar, kind: AgencyKind, period: Period): Day | null {
  const end = lastDay(period);
  const rule = deadlines.find((each) => each.agencyKind === kind && isInForce(each, end));
  return rule ? deadline(period, rule, exceptions) : null;
}

/** Calendar days from the deadline to `day`; 0 while in time. */
export function daysLate(due: Day | null, day: Day): number {
  if (due === null || day <= due) return 0;
  let days = 0;
  for (let each = due; each < day && days < 9999; each = addDays(each, 1)) days += 1;
  return days;
}
