import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { type Day, day, dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { lastDay } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { countedCounts, countedFigures } from "@/lib/db/counted-figures";
import { rememberWhileUnchanged } from "@/lib/db/data-version";
import type { Prisma } from "@/lib/db/generated/client";
import { type Era, membersOf } from "./members/rules";
import { type Dividing, dividing, pointsOf, type SeriesRow } from "./rules";
import type { SeriesQuery } from "./schema";
import type { Series } from "./types";

const known = rememberWhileUnchanged<Series>(200);
const twelve = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/**
 * The monthly series of an agency with all below it, as it was then or on another day's map. Refused like a missing
 * agency to whoever may not read its results on that map. With an instant only what counted then is added up; whether
 * a month was final then is not known.
 */
export async function getSeries(actor: Actor, query: SeriesQuery, at: Date | null = null): Promise<Series> {
  const organisation = await getOrganisation();
  const { agency, indicator, from, to } = query;
  const base =
    query.base === "then" ? "then" : query.base === "today" ? dayOfInstant(now()) : day(query.base);
  const standsOn = base === "then" ? lastDayWithin(organisation, agency, from, to) : base;
  const isThere = standsOn !== null && agencyAsOf(organisation, agency, standsOn) !== null;
  if (!isThere || !can(actor, "results.read", { agency, day: standsOn }, organisation)) throw notFound();
  return known(JSON.stringify([actor.userId, actor.reach, query, base, at]), async () => {
    const { eras, unplaced, undivided } = membersOf(organisation, { agency, base, from, to });
    const summed = dividing(indicator, lastDay({ year: to, month: 12 }));
    const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const rows = await inViewOf(actor, (tx) => readRows(tx, eras, summed, { at, years }));
    return { agency, indicator, base, points: pointsOf(rows, eras), unplaced, undivided };
  });
}

/** What is added up: these years as known at an instant, or now. */
type Known = { at: Date | null; years: readonly number[] };

function readRows(tx: Tx, eras: readonly Era[], summed: Dividing, known: Known): Promise<SeriesRow[]> {
  const given = JSON.stringify(
    eras.map(({ periods, units, divided }) => {
      const apart = divided.map(({ unit }) => unit);
      return { periods, units: [...units, ...apart], apart };
    }),
  );
  return summed.form === "results"
    ? readFigures(tx, given, summed, countedFigures(known.at, known.years, twelve))
    : readCounts(tx, given, summed, countedCounts(known.at, known.years, twelve));
}

type Of<Form> = Extract<Dividing, { form: Form }>;

/** Sums per month over the units of its era, in one statement; a unit that is divided stands apart. */
function readFigures(
  tx: Tx,
  eras: string,
  { measure, slice, isShare }: Of<"results">,
  figures: Prisma.Sql,
): Promise<SeriesRow[]> {
  return tx.$queryRaw<SeriesRow[]>`
    WITH era AS (
      SELECT e.value -> 'periods' AS periods, e.value -> 'units' AS units, e.value -> 'apart' AS apart
      FROM jsonb_array_elements(${eras}::jsonb) e),
    expected AS MATERIALIZED (
      SELECT p.year, p.month, u.unit, CASE WHEN era.apart ? u.unit THEN u.unit END AS part FROM era
      CROSS JOIN LATERAL jsonb_to_recordset(era.periods) AS p (year int, month int)
      CROSS JOIN LATERAL jsonb_array_elements_text(era.units) AS u (unit))
    SELECT x.year, x.month, x.part, count(*)::int AS reported,
      sum(CASE WHEN ${isShare} THEN f.eligible ELSE f.done END)::text AS numerator,
      sum(CASE WHEN ${isShare} THEN f.total_enforceable ELSE f.eligible END)::text AS denominator,
      bool_and(r.status = 'LOCKED') AS "isFinal", bool_or(r.revision > 1) AS "isRevised",
      bool_or(r.illustrative) AS "isIllustrative"
    FROM expected x
    JOIN ${figures} f ON f.agency_code = x.unit AND f.year = x.year AND f.month = x.month
      AND f.measure = ${measure} AND f.slice = ${slice}
    JOIN report_revision r ON (r.agency_code, r.year, r.month, r.revision) = (f.agency_code, f.year, f.month, f.revision)
    WHERE f.eligible IS NOT NULL AND (NOT ${isShare} OR f.total_enforceable IS NOT NULL)
    GROUP BY x.year, x.month, x.part`;
}

/** The same over the counts beside the form; a unit counts when it stated all that the indicator needs. */
function readCounts(
  tx: Tx,
  eras: string,
  { numerator, denominator }: Of<"counts">,
  counts: Prisma.Sql,
): Promise<SeriesRow[]> {
  return tx.$queryRaw<SeriesRow[]>`
    WITH era AS (
      SELECT e.value -> 'periods' AS periods, e.value -> 'units' AS units, e.value -> 'apart' AS apart
      FROM jsonb_array_elements(${eras}::jsonb) e),
    expected AS MATERIALIZED (
      SELECT p.year, p.month, u.unit, CASE WHEN era.apart ? u.unit THEN u.unit END AS part FROM era
      CROSS JOIN LATERAL jsonb_to_recordset(era.periods) AS p (year int, month int)
      CROSS JOIN LATERAL jsonb_array_elements_text(era.units) AS u (unit))
    SELECT x.year, x.month, x.part, count(*)::int AS reported, sum(n.value)::text AS numerator, sum(d.value)::text AS denominator,
      bool_and(r.status = 'LOCKED') AS "isFinal", bool_or(r.revision > 1) AS "isRevised",
      bool_or(r.illustrative) AS "isIllustrative"
    FROM expected x
    JOIN ${counts} n ON n.agency_code = x.unit AND n.year = x.year AND n.month = x.month
      AND n.code = ${numerator} AND n.value IS NOT NULL
    LEFT JOIN ${counts} d ON d.agency_code = x.unit AND d.year = x.year AND d.month = x.month
      AND d.code = ${denominator}
    JOIN report_revision r ON (r.agency_code, r.year, r.month, r.revision) = (n.agency_code, n.year, n.month, n.revision)
    WHERE d.value IS NOT NULL OR ${denominator}::text IS NULL
    GROUP BY x.year, x.month, x.part`;
}

/** The last month's end within the years on which the agency existed. */
function lastDayWithin(organisation: Organisation, agency: string, from: number, to: number): Day | null {
  for (let year = to; year >= from; year -= 1) {
    for (let month = 12; month >= 1; month -= 1) {
      const end = lastDay({ year, month });
      if (agencyAsOf(organisation, agency, end) !== null) return end;
    }
  }
  return null;
}

function notFound(): Failure {
  return new Failure("not-found", {
    vi: "Không tìm thấy cơ quan này trên bản đồ tổ chức đã chọn, hoặc tài khoản không được xem.",
    en: "This agency was not found on the chosen map of the organisation, or this account may not see it.",
  });
}
