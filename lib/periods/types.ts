import type { Day } from "@/lib/core/day";

export const PERIOD_STATUSES = ["OPEN", "CLOSED", "LOCKED"] as const;
export type PeriodStatus = (typeof PERIOD_STATUSES)[number];

/** The levels that report, each with a deadline of its own. */
export const REPORTING_KINDS = ["DISTRICT", "PROVINCE"] as const;
export type ReportingKind = (typeof REPORTING_KINDS)[number];

/** The last day in time, and the text that says so. */
export type Deadline = Readonly<{ day: Day; legalVersion: string }>;

/** One agency's period opened again, until a day (inclusive). */
export type Reopening = Readonly<{
  agency: string;
  agencyName: string;
  year: number;
  month: number;
  reason: string;
  until: Day;
}>;

export type PeriodSummary = Readonly<{
  year: number;
  month: number;
  status: PeriodStatus;
  firstDay: Day;
  lastDay: Day;
  /** Null where no rule was in force at the period's end. */
  deadlines: Readonly<Record<ReportingKind, Deadline | null>>;
  /** Those in force today that the reader may see. */
  reopenings: readonly Reopening[];
}>;

export const CALENDAR_KINDS = ["HOLIDAY", "WORKING"] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** A weekday that is a holiday, or a weekend day that is worked. */
export type CalendarEntry = Readonly<{ day: Day; kind: CalendarKind; name: string }>;

/** Periods have statistical years from 2010 to 2027 in the database. */
export const YEARS = { first: 2010, last: 2027 } as const;
