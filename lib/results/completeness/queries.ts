import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agenciesAsOf, agencyAsOf } from "@/lib/agencies/rules";
import type { Agency } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { type Day, dayOfInstant } from "@/lib/core/day";
import { lastDay, type Period } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { findReferenceDay } from "@/lib/settings/queries";
import { getDueCalendar } from "../deadlines/queries";
import { completenessOf, type ProgressRow, progressOf } from "./rules";
import type { CompletenessView, UnitProgress } from "./types";

/** The day that "due" and "late" are measured against: the demonstration's, else today. */
export async function getReferenceDay(): Promise<Day> {
  return (await findReferenceDay()) ?? dayOfInstant(now());
}

/** Completeness and timeliness of a period by province, over the units that the actor may read. */
export async function countCompleteness(actor: Actor, period: Period): Promise<CompletenessView> {
  const [organisation, today] = await Promise.all([getOrganisation(), getReferenceDay()]);
  const day = lastDay(period);
  const agencies = agenciesAsOf(organisation, day).filter(
    ({ code, kind }) =>
      kind !== "GENERAL_DEPARTMENT" && can(actor, "results.read", { agency: code, day }, organisation),
  );
  const units = await inViewOf(actor, (tx) => listProgress(tx, agencies, period, today));
  const provinces = grouped(units, ({ province }) => province);
  return {
    today,
    provinces: [...provinces]
      .map(([code, of]) => completenessOf(code, agencyAsOf(organisation, code, day)?.name ?? code, of))
      .sort((a, b) => a.name.localeCompare(b.name, "vi")),
    total: completenessOf("", "", units),
    units,
  };
}

/** Where each of these agencies stands; inside a transaction that sees them. */
export async function listProgress(
  tx: Tx,
  agencies: readonly Agency[],
  period: Period,
  today: Day,
): Promise<UnitProgress[]> {
  const calendar = await getDueCalendar(tx);
  const rows = await tx.$queryRaw<ProgressRow[]>`
    SELECT agency_code AS "agencyCode", revision, status, submitted_at AS "submittedAt" FROM report_revision
    WHERE year = ${period.year}::int AND month = ${period.month}::int
      AND agency_code = ANY (${agencies.map(({ code }) => code)}::text[])`;
  const byAgency = grouped(rows, ({ agencyCode }) => agencyCode);
  return agencies.map((agency) =>
    progressOf(agency, byAgency.get(agency.code) ?? [], { calendar, period, today }),
  );
}

/**
 * Where each of these agencies stood at an instant, from the steps that were taken by then; inside a transaction that
 * sees them. A draft takes no step: who had only begun is not told from who had not.
 */
export async function listKnownProgress(
  tx: Tx,
  agencies: readonly Agency[],
  period: Period,
  at: Date,
): Promise<UnitProgress[]> {
  const calendar = await getDueCalendar(tx);
  const today = (await findReferenceDay()) ?? dayOfInstant(at);
  const rows = await tx.$queryRaw<ProgressRow[]>`
    SELECT agency_code AS "agencyCode", revision,
      (array_agg(step ORDER BY at DESC, array_position(ARRAY['RETURNED', 'APPROVED', 'SUBMITTED'], step)))[1] AS status,
      max(at) FILTER (WHERE step = 'SUBMITTED') AS "submittedAt"
    FROM report_step
    WHERE year = ${period.year}::int AND month = ${period.month}::int AND at <= ${at}::timestamptz
      AND agency_code = ANY (${agencies.map(({ code }) => code)}::text[])
    GROUP BY agency_code, revision`;
  const byAgency = grouped(rows, ({ agencyCode }) => agencyCode);
  return agencies.map((agency) =>
    progressOf(agency, byAgency.get(agency.code) ?? [], { calendar, period, today }),
  );
}

function grouped<T>(list: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}
