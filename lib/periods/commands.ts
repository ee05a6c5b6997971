import type { WriteContext } from "@/lib/actions/operation";
import { agencyAsOf } from "@/lib/agencies/rules";
import { now } from "@/lib/clock";
import { dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { lastDay, type Period, periodKey } from "@/lib/core/period";
import { makeAnchor } from "@/lib/db/anchor-file";
import type { Tx } from "@/lib/db/client";
import { dateOfDay } from "@/lib/db/day";
import { periodRefusals } from "@/lib/i18n/periods";
import { assertCalendarDay, assertStatusChange, assertUntil, refuse } from "./rules";
import type { EndReopening, RemoveCalendar, Reopen, SetCalendar, SetStatus } from "./schema";
import type { PeriodStatus } from "./types";

/** Opens, closes or locks a period for every agency; with the lock its approved reports become locked. */
export async function setStatus(
  context: WriteContext,
  { year, month, status }: SetStatus,
): Promise<{ status: PeriodStatus; locked: number }> {
  const { tx } = context;
  const from = await lockPeriod(tx, { year, month });
  assertStatusChange(from, status);
  await tx.period.update({ where: { year_month: { year, month } }, data: { status } });
  const agencies = status === "LOCKED" ? await lockReports(tx, { year, month }) : [];
  await context.audit({
    chain: "periods",
    action: "period.setStatus",
    subject: subjectOf({ year, month }),
    payload: { from, to: status, locked: agencies },
  });
  return { status, locked: agencies.length };
}

/** After a lock is committed the audit that holds it is anchored outside the database. */
export async function anchorLock({ status }: SetStatus): Promise<void> {
  if (status === "LOCKED") await makeAnchor("lock", now());
}

/** Opens one agency's period again until the end of a day; a reopening still in force is replaced. */
export async function reopenPeriod(context: WriteContext, input: Reopen): Promise<{ until: string }> {
  const { tx, actor, now, organisation } = context;
  const { agency, year, month, reason, until } = input;
  assertUntil(until, dayOfInstant(now));
  const reporting = agencyAsOf(organisation, agency, lastDay({ year, month }));
  if (!reporting || reporting.kind === "GENERAL_DEPARTMENT") refuse("agency", periodRefusals.noAgency);
  await lockPeriod(tx, { year, month });
  await endReopenings(tx, input, now);
  await tx.periodReopening.create({
    data: {
      agencyCode: agency,
      year,
      month,
      reason,
      until: dateOfDay(until),
      openedBy: actor.userId,
      openedAt: now,
    },
    select: { id: true },
  });
  await context.audit({
    chain: agency,
    action: "period.reopen",
    subject: subjectOf(input),
    payload: { agency, reason, until },
  });
  return { until };
}

/** Ends one agency's reopening before its day. */
export async function endReopening(context: WriteContext, input: EndReopening): Promise<null> {
  const { tx, now } = context;
  await lockPeriod(tx, input);
  const ended = await endReopenings(tx, input, now);
  if (ended === 0) throw new Failure("precondition", periodRefusals.notReopened);
  const { agency } = input;
  await context.audit({
    chain: agency,
    action: "period.endReopening",
    subject: subjectOf(input),
    payload: { agency },
  });
  return null;
}

/** Makes a day a holiday, or a weekend day a working day; what was said of the day before is replaced. */
export async function setCalendarDay(context: WriteContext, { day, kind, name }: SetCalendar): Promise<null> {
  assertCalendarDay(day, kind);
  const where = { day: dateOfDay(day) };
  await context.tx.calendarException.upsert({
    where,
    create: { ...where, kind, name },
    update: { kind, name },
  });
  await context.audit({
    chain: "periods",
    action: "calendar.set",
    subject: `calendar:${day}`,
    payload: { kind, name },
  });
  return null;
}

/** Makes a day an ordinary one again. */
export async function removeCalendarDay(context: WriteContext, { day }: RemoveCalendar): Promise<null> {
  const { count } = await context.tx.calendarException.deleteMany({ where: { day: dateOfDay(day) } });
  if (count === 0) throw new Failure("not-found", periodRefusals.noCalendarDay);
  await context.audit({ chain: "periods", action: "calendar.remove", subject: `calendar:${day}` });
  return null;
}

function subjectOf(period: Period): string {
  return `period:${periodKey(period)}`;
}

/** Locks the period's row first, as every write of a report does, and lets this transaction keep reopenings. */
async function lockPeriod(tx: Tx, { year, month }: Period): Promise<PeriodStatus> {
  const [row] = await tx.$queryRaw<{ status: PeriodStatus }[]>`
    SELECT status, set_config('app.keeps_periods', 'yes', true) FROM period
    WHERE year = ${year} AND month = ${month} FOR UPDATE`;
  if (!row) throw new Failure("not-found", periodRefusals.noPeriod);
  return row.status;
}

async function lockReports(tx: Tx, { year, month }: Period): Promise<string[]> {
  const rows = await tx.$queryRaw<{ agency: string }[]>`
    SELECT agency FROM lock_reports(${year}::int, ${month}::int) AS agency ORDER BY agency`;
  return rows.map(({ agency }) => agency);
}

async function endReopenings(tx: Tx, { agency, year, month }: EndReopening, now: Date): Promise<number> {
  const { count } = await tx.periodReopening.updateMany({
    where: {
      agencyCode: agency,
      year,
      month,
      endedAt: null,
      until: { gte: dateOfDay(dayOfInstant(now)) },
    },
    data: { endedAt: now },
  });
  return count;
}
