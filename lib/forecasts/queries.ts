import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Organisation } from "@/lib/agencies/types";
import { type Actor, systemActor } from "@/lib/auth/actor";
import type { Period } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { countedFigures } from "@/lib/db/counted-figures";
import { figuresVersion, rememberByKey, rememberWhileUnchanged } from "@/lib/db/data-version";
import { Prisma } from "@/lib/db/generated/client";
import { learnFrom } from "@/lib/metrics/forecast/forecast";
import { getScoreboard } from "@/lib/scoreboard/queries";
import type { BoardNode } from "@/lib/scoreboard/types";
import {
  type Era,
  erasOf,
  type Lessons,
  levelOf,
  outlooksOf,
  type ProfileRow,
  profilesOf,
  YEARS_BACK,
} from "./rules";
import type { ForecastQuery } from "./schema";
import type { AgencyForecast, ForecastLevel } from "./types";

/** A period, and the instant it is known at; null = now. */
type Moment = Period & { at: Date | null };

const answers = rememberWhileUnchanged<AgencyForecast[]>(200);
const lessons = rememberByKey<Lessons>(24);

/**
 * How an agency with all below it will end the year, in cases and in money, from whoever has reported the month and
 * the earlier years of the same units. Refused like a missing agency to whoever may not read its results.
 */
export async function getForecast(actor: Actor, query: ForecastQuery): Promise<AgencyForecast> {
  const { root } = await getScoreboard(actor, boardQuery(query));
  const [found] = await forecastsOf(actor, "root", query, [root]);
  if (found === undefined) throw new Error(`No forecast of ${query.agency}`);
  return found;
}

/** The same for everybody directly under an agency and its own office, in the order of the results page. */
export async function listForecasts(actor: Actor, query: ForecastQuery): Promise<AgencyForecast[]> {
  const { children } = await getScoreboard(actor, boardQuery(query));
  return forecastsOf(actor, "children", query, children);
}

function boardQuery({ agency, year, month, at }: ForecastQuery) {
  return { agency, year, month, at, includeSubmitted: false, withYear: false };
}

function forecastsOf(
  actor: Actor,
  part: "root" | "children",
  { agency, year, month, at }: ForecastQuery,
  nodes: readonly BoardNode[],
): Promise<AgencyForecast[]> {
  const key = JSON.stringify([actor.userId, actor.reach, part, agency, year, month, at ?? null]);
  return answers(key, async () => {
    const organisation = await getOrganisation();
    const forecasts = new Map<BoardNode, AgencyForecast>();
    for (const level of new Set(nodes.map(levelOf))) {
      const alike = nodes.filter((node) => levelOf(node) === level);
      for (const one of await ofLevel(actor, organisation, level, { year, month, at: at ?? null }, alike))
        forecasts.set(one.node, one);
    }
    return nodes.flatMap((node) => forecasts.get(node) ?? []);
  });
}

async function ofLevel(
  actor: Actor,
  organisation: Organisation,
  level: ForecastLevel,
  { at, ...period }: Moment,
  nodes: readonly BoardNode[],
): Promise<AgencyForecast[]> {
  const learnt = level === "nation" ? null : await learntFor(organisation, level, { at, ...period });
  const codes = new Set(nodes.map(({ agency }) => agency));
  const eras = erasOf(organisation, level, period).map(({ periods, units }) => ({
    periods,
    units: units.filter(({ node }) => codes.has(node)),
  }));
  const rows = await inViewOf(actor, (tx) => readProfiles(tx, eras, period, at));
  const own = profilesOf(rows, period.month);
  const invented = new Set(rows.filter(({ illustrative }) => illustrative).map(({ node }) => node));
  return nodes.map((node) => {
    const { cases, money } = outlooksOf(node, period, { own, learnt });
    return {
      node,
      ...period,
      illustrative: node.illustrative || invented.has(node.agency) || learnt?.illustrative === true,
      measures: {
        cases: { now: node.cases, outlook: cases },
        money: { now: node.money, outlook: money },
      },
    };
  });
}

/**
 * What all agencies of a level teach, the same for every reader and until a figure of the earlier years changes: read past the reader's scope, and nothing of any one
 * agency can be read from it.
 */
async function learntFor(
  organisation: Organisation,
  level: ForecastLevel,
  { at, ...period }: Moment,
): Promise<Lessons> {
  const version = await figuresVersion(period.year - YEARS_BACK, period.year - 1);
  const key = JSON.stringify([level, period, organisation.revision.toString(), version, at]);
  return lessons(key, async () => {
    const eras = erasOf(organisation, level, period);
    const rows = await inViewOf(systemActor("forecast"), (tx) => readProfiles(tx, eras, null, at));
    const { cases, money } = profilesOf(rows, period.month);
    const illustrative = rows.some((row) => row.illustrative);
    return { cases: learnFrom(cases, period), money: learnFrom(money, period), illustrative };
  });
}

/** Sums per node, month and measure; with a period only of units that have reported it, or have passed to such. */
function readProfiles(
  tx: Tx,
  eras: readonly Era[],
  reportedIn: Period | null,
  at: Date | null,
): Promise<ProfileRow[]> {
  const { year = null, month = null } = reportedIn ?? {};
  const { known, figures } = profileFigures(eras, reportedIn, at);
  return tx.$queryRaw<ProfileRow[]>`
    WITH era AS (
      SELECT e.value -> 'periods' AS periods, e.value -> 'units' AS units
      FROM jsonb_array_elements(${JSON.stringify(eras)}::jsonb) e),
    member AS MATERIALIZED (
      SELECT p.year, p.month, u.unit, u.today, u.node FROM era
      CROSS JOIN LATERAL jsonb_to_recordset(era.periods) AS p (year int, month int)
      CROSS JOIN LATERAL jsonb_to_recordset(era.units) AS u (unit text, today text, node text))${known}
    SELECT m.node, m.year, m.month, f.measure, count(*)::int AS reported, bool_or(r.illustrative) AS illustrative,
      sum(f.done)::text AS numerator, sum(f.eligible)::text AS denominator
    FROM member m
    JOIN ${figures} f ON f.agency_code = m.unit AND f.year = m.year AND f.month = m.month AND f.slice = 'total'
    JOIN report_revision r ON (r.agency_code, r.year, r.month, r.revision) = (f.agency_code, f.year, f.month, f.revision)
    WHERE ${year}::int IS NULL OR EXISTS (
      SELECT FROM ${figures} n WHERE n.agency_code = m.today AND n.year = ${year}::int
        AND n.month = ${month}::int AND n.measure = f.measure AND n.slice = 'total')
    GROUP BY m.node, m.year, m.month, f.measure`;
}

/** Where profiles come from: the figures that count, or those that counted at an instant, gathered once before. */
function profileFigures(
  eras: readonly Era[],
  reportedIn: Period | null,
  at: Date | null,
): { known: Prisma.Sql; figures: Prisma.Sql } {
  if (at === null) {
    const figures = Prisma.sql`(SELECT * FROM report_figures WHERE standing = 'EFFECTIVE')`;
    return { known: Prisma.empty, figures };
  }
  const periods = [...eras.flatMap((era) => era.periods), ...(reportedIn ? [reportedIn] : [])];
  const years = [...new Set(periods.map(({ year }) => year))];
  const months = [...new Set(periods.map(({ month }) => month))];
  const known = Prisma.sql`, known AS MATERIALIZED (
    SELECT * FROM ${countedFigures(at, years, months)} k WHERE k.slice = 'total')`;
  return { known, figures: Prisma.sql`known` };
}
