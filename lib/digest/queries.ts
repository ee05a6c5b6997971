import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agenciesAsOf, agencyAsOf, unitsWithin } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import type { Day } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { lastDay, type Period, previousPeriod } from "@/lib/core/period";
import { compareVietnamese } from "@/lib/core/slug";
import { inViewOf, type Tx } from "@/lib/db/client";
import { getDueCalendar } from "@/lib/results/deadlines/queries";
import { type DueCalendar, daysLate, dueDay } from "@/lib/results/deadlines/rules";
import { arrivals, paceAlerts } from "@/lib/scoreboard/alerts/rules";
import { ALERT_THRESHOLDS } from "@/lib/scoreboard/alerts/types";
import { getScoreboard } from "@/lib/scoreboard/queries";
import { placeName } from "@/lib/scoreboard/rules";
import type { Scoreboard } from "@/lib/scoreboard/types";
import { findReferenceDay } from "@/lib/settings/queries";
import { listEvents } from "./events/queries";
import { instantOfMorning, morningAt, morningsOf } from "./rules";
import type { Digest, LateUnit, Mornings } from "./types";

/** Whose digest, of which morning; without them the reader's own agency and the newest morning. */
export type DigestQuery = { day?: Day | undefined; agency?: string | undefined };

/** The morning asked for or the newest, and those around it; in the demonstration its own day's. Public inside the system. */
export async function getMornings(actor: Actor, day?: Day): Promise<Mornings> {
  const reference = await findReferenceDay();
  const { exceptions } = await inViewOf(actor, getDueCalendar);
  const newest = morningAt(now(), exceptions);
  return morningsOf(day ?? reference ?? newest, newest, exceptions);
}

/**
 * What changed for an agency and those under it between two working mornings, from what was known at each: alerts, what
 * was signed and sent back, who is late. Foreign and missing agencies are refused alike.
 */
export async function getDigest(actor: Actor, { day, agency }: DigestQuery): Promise<Digest> {
  const [organisation, mornings] = await Promise.all([getOrganisation(), getMornings(actor, day)]);
  const [from, until] = [instantOfMorning(mornings.before), instantOfMorning(mornings.day)];
  const options = { includeSubmitted: false, withYear: false };
  const after = await getScoreboard(actor, { ...options, agency, at: until });
  const { period, root } = after;
  const place = { ...options, agency: root.agency };
  const before = await getScoreboard(actor, { ...place, ...period, at: from });
  const earlier = await orNull(getScoreboard(actor, { ...place, ...periodBefore(period), at: until }));
  const { events, more } = await listEvents(actor, { root: root.agency, period, from, until });
  const late = await inViewOf(actor, async (tx) => {
    const calendar = await getDueCalendar(tx);
    return listLate(tx, { organisation, calendar, actor, root: root.agency, period, day: mornings.day });
  });
  return {
    ...mornings,
    ...{ from, until, period, events, late },
    moreEvents: more,
    root: { before: before.root, after: root },
    alerts: paceAlerts(earlier ? [before, earlier] : [before], after, ALERT_THRESHOLDS),
    arrivals: arrivals(before, after),
  };
}

function periodBefore(period: Period): Period {
  return previousPeriod(period) ?? { year: period.year - 1, month: 12 };
}

/** An agency that is new in a period has no board of the one before. */
async function orNull(board: Promise<Scoreboard>): Promise<Scoreboard | null> {
  return board.catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not-found") return null;
    throw error;
  });
}

type LateScene = {
  organisation: Organisation;
  calendar: DueCalendar;
  actor: Actor;
  root: string;
  period: Period;
  day: Day;
};

/** Who of the agency had nothing sent and not sent back by the morning, though the deadline had passed. */
async function listLate(tx: Tx, scene: LateScene): Promise<LateUnit[]> {
  const { organisation, calendar, actor, root, period, day } = scene;
  const end = lastDay(period);
  const within = new Set(unitsWithin(organisation, root, end));
  const due = agenciesAsOf(organisation, end).flatMap((unit) => {
    const deadline = within.has(unit.code) ? dueDay(calendar, unit.kind, period) : null;
    const isReadable = () => can(actor, "results.read", { agency: unit.code, day: end }, organisation);
    return deadline !== null && day > deadline && isReadable() ? [{ unit, deadline }] : [];
  });
  if (due.length === 0) return [];
  const sent = new Set(await listSent(tx, period, instantOfMorning(day)));
  return due
    .filter(({ unit }) => !sent.has(unit.code))
    .map(({ unit, deadline }) => {
      const province = unit.kind === "DISTRICT" ? (unit.parent ?? unit.code) : unit.code;
      return {
        ...{ agency: unit.code, name: unit.name, kind: unit.kind, province },
        provinceName: agencyAsOf(organisation, province, end)?.name ?? province,
        ...{ due: deadline, daysLate: daysLate(deadline, day) },
      };
    })
    .sort(byPlace);
}

/** By province in Vietnamese order, its own office first. */
function byPlace(a: LateUnit, b: LateUnit): number {
  const place = compareVietnamese(placeName(a.provinceName), placeName(b.provinceName));
  if (place !== 0) return place;
  const office = Number(b.agency === b.province) - Number(a.agency === a.province);
  return office || compareVietnamese(placeName(a.name), placeName(b.name));
}

/** Agencies with a revision whose last step by an instant was not a return. */
async function listSent(tx: Tx, { year, month }: Period, at: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ agency: string }[]>`
    SELECT DISTINCT s.agency FROM (
      SELECT DISTINCT ON (agency_code, revision) agency_code AS agency, step FROM report_step
      WHERE year = ${year}::int AND month = ${month}::int AND at <= ${at}::timestamptz
      ORDER BY agency_code, revision, at DESC, step = 'SUBMITTED') s
    WHERE s.step <> 'RETURNED'`;
  return rows.map(({ agency }) => agency);
}
