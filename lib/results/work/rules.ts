import type { Agency } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import { comparePeriods, lastDay, type Period } from "@/lib/core/period";
import { type DueCalendar, daysLate, dueDay } from "../deadlines/rules";
import type { ReportStatus } from "../types";
import type { WorkItem, WorkKind } from "./types";

/** What a clerk has to do about one report; null = nothing. `accepts` = the period can be entered now. */
export function clerkWork(
  status: ReportStatus | null,
  { accepts, due, period, today }: { accepts: boolean; due: Day | null; period: Period; today: Day },
): WorkKind | null {
  if (status === "RETURNED") return "returned";
  const isOverdue = accepts && due !== null && today > due;
  if (status === "DRAFT") return isOverdue ? "late" : "draft";
  if (status !== null || !accepts || today <= lastDay(period)) return null;
  return isOverdue ? "late" : "due";
}

/** A line of work, with its deadline. */
export function workItem(
  kind: WorkKind,
  agency: Agency,
  period: Period,
  status: ReportStatus | null,
  { calendar, today }: { calendar: DueCalendar; today: Day },
): WorkItem {
  const deadline = dueDay(calendar, agency.kind, period);
  const late = kind === "late" || kind === "returned" ? daysLate(deadline, today) : 0;
  return { kind, agency: agency.code, name: agency.name, period, deadline, daysLate: late, status };
}

const urgency: readonly WorkKind[] = [
  "late",
  "returned",
  "summaryReturned",
  "due",
  "waiting",
  "summary",
  "draft",
];

/** Most urgent first, then the oldest period. */
export function byUrgency(a: WorkItem, b: WorkItem): number {
  return (
    urgency.indexOf(a.kind) - urgency.indexOf(b.kind) ||
    comparePeriods(a.period, b.period) ||
    a.agency.localeCompare(b.agency)
  );
}
