import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf } from "@/lib/agencies/rules";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { day, dayOfInstant } from "@/lib/core/day";
import { firstDay, lastDay, periodContaining } from "@/lib/core/period";
import type { CalendarExceptions } from "@/lib/core/working-days";
import { inViewOf, type Tx } from "@/lib/db/client";
import { dateOfDay, dayOfDate } from "@/lib/db/day";
import { findReferenceDay } from "@/lib/settings/queries";
import { deadlineOf, type LegalDeadline } from "./rules";
import {
  type CalendarEntry,
  type CalendarKind,
  type PeriodStatus,
  type PeriodSummary,
  type Reopening,
  YEARS,
} from "./types";

/** The statistical year it is, by the demonstration's day where there is one. Public. */
export async function getCurrentYear(): Promise<number> {
  const { year } = periodContaining((await findReferenceDay()) ?? dayOfInstant(now()));
  return Math.min(Math.max(year, YEARS.first), YEARS.last);
}

/**
 * The twelve periods of a statistical year with their deadlines. Public inside the system, but for reopenings: those
 * of one's own agencies, or all of them for whoever keeps the periods.
 */
export async function listPeriods(actor: Actor, year: number): Promise<PeriodSummary[]> {
  const organisation = await getOrganisation();
  const nameOf = (agency: string, month: number) =>
    agencyAsOf(organisation, agency, lastDay({ year, month }))?.name ?? agency;
  return inViewOf(actor, async (tx) => {
    if (can(actor, "periods.manage", null, organisation)) {
      await tx.$executeRaw`SELECT set_config('app.keeps_periods', 'yes', true)`;
    }
    const rows = await tx.period.findMany({ where: { year }, orderBy: { month: "asc" } });
    const [rules, exceptions] = [await listDeadlines(tx), await getExceptions(tx)];
    const reopenings = await listReopenings(tx, year);
    return rows.map(({ month, status }) => ({
      year,
      month,
      status: status as PeriodStatus,
      firstDay: firstDay(year),
      lastDay: lastDay({ year, month }),
      deadlines: {
        DISTRICT: deadlineOf(rules, exceptions, "DISTRICT", { year, month }),
        PROVINCE: deadlineOf(rules, exceptions, "PROVINCE", { year, month }),
      },
      reopenings: reopenings
        .filter((each) => each.month === month)
        .map((each) => ({ ...each, agencyName: nameOf(each.agency, month) })),
    }));
  });
}

/** Holidays and worked weekend days of a calendar year. Public inside the system. */
export function listCalendar(actor: Actor, year: number): Promise<CalendarEntry[]> {
  const within = { gte: dateOfDay(day(`${year}-01-01`)), lte: dateOfDay(day(`${year}-12-31`)) };
  return inViewOf(actor, async (tx) => {
    const rows = await tx.calendarException.findMany({ where: { day: within }, orderBy: { day: "asc" } });
    return rows.map(({ day: date, kind, name }) => ({
      day: dayOfDate(date),
      kind: kind as CalendarKind,
      name,
    }));
  });
}

async function listDeadlines(tx: Tx): Promise<LegalDeadline[]> {
  const rows = await tx.deadlineRule.findMany();
  return rows.map(({ legalVersion, agencyKind, kind, count, validFrom, validUntil }) => ({
    legalVersion,
    agencyKind,
    kind: kind as LegalDeadline["kind"],
    count,
    validFrom: dayOfDate(validFrom),
    validUntil: validUntil && dayOfDate(validUntil),
  }));
}

async function getExceptions(tx: Tx): Promise<CalendarExceptions> {
  const rows = await tx.calendarException.findMany({ select: { day: true, kind: true } });
  return new Map(rows.map(({ day: date, kind }) => [dayOfDate(date), kind as CalendarKind]));
}

async function listReopenings(tx: Tx, year: number): Promise<Omit<Reopening, "agencyName">[]> {
  const rows = await tx.periodReopening.findMany({
    where: { year, endedAt: null, until: { gte: dateOfDay(dayOfInstant(now())) } },
    orderBy: [{ month: "asc" }, { agencyCode: "asc" }],
  });
  return rows.map(({ agencyCode, month, reason, until }) => ({
    agency: agencyCode,
    year,
    month,
    reason,
    until: dayOfDate(until),
  }));
}
