import { isInForce } from "@/lib/agencies/rules";
import { type Day, weekday } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { lastDay, type Period } from "@/lib/core/period";
import { type CalendarExceptions, type DeadlineRule, deadline } from "@/lib/core/working-days";
import { periodRefusals } from "@/lib/i18n/periods";
import type { CalendarKind, Deadline, PeriodStatus, ReportingKind } from "./types";

/** A deadline of one level with the text it comes from and the days on which that text holds. */
export type LegalDeadline = DeadlineRule & {
  legalVersion: string;
  agencyKind: string;
  validFrom: Day;
  validUntil: Day | null;
};

/** The last day on which a level reports in time, by the text in force at the period's end. */
export function deadlineOf(
  rules: readonly LegalDeadline[],
  exceptions: CalendarExceptions,
  kind: ReportingKind,
  period: Period,
): Deadline | null {
  const end = lastDay(period);
  const rule = rules.find((each) => each.agencyKind === kind && isInForce(each, end));
  return rule ? { day: deadline(period, rule, exceptions), legalVersion: rule.legalVersion } : null;
}

/** What is locked stays locked: the figures were published. */
export function assertStatusChange(from: PeriodStatus, to: PeriodStatus): void {
  if (from === "LOCKED" && to !== "LOCKED") throw new Failure("precondition", periodRefusals.staysLocked);
}

/** A reopening ends today or later. */
export function assertUntil(until: Day, today: Day): void {
  if (until < today) refuse("until", periodRefusals.untilPast);
}

/** Only a Saturday or a Sunday can be worked instead. */
export function assertCalendarDay(day: Day, kind: CalendarKind): void {
  if (kind === "WORKING" && weekday(day) <= 5) refuse("day", periodRefusals.worksAnyway);
}

/** A refusal that names its field. */
export function refuse(field: string, text: { vi: string; en: string }): never {
  throw new Failure("invalid", text, { fields: { [field]: text } });
}
