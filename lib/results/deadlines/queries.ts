import type { Tx } from "@/lib/db/client";
import { dayOfDate } from "@/lib/db/day";
import type { DueCalendar } from "./rules";

/** Reads the deadlines and the working calendar; both are small and public inside the system. */
export async function getDueCalendar(tx: Tx): Promise<DueCalendar> {
  const rules = await tx.deadlineRule.findMany();
  const days = await tx.calendarException.findMany({ select: { day: true, kind: true } });
  return {
    deadlines: rules.map(({ agencyKind, kind, count, validFrom, validUntil }) => ({
      agencyKind,
      kind: kind === "dayOfNextMonth" ? "dayOfNextMonth" : "workingDaysAfterEnd",
      count,
      validFrom: dayOfDate(validFrom),
      validUntil: validUntil && dayOfDate(validUntil),
    })),
    exceptions: new Map(
      days.map(({ day, kind }) => [dayOfDate(day), kind === "WORKING" ? "WORKING" : "HOLIDAY"]),
    ),
  };
}
