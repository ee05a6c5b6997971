import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf, superiorsAsOf, unitsWithin } from "@/lib/agencies/rules";
import type { Actor } from "@/lib/auth/actor";
import { lastDay, type Period } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import { inViewOf, type Tx } from "@/lib/db/client";
import { isIndicatorCode } from "@/lib/indicators/rules";
import type { MeasuredCode } from "@/lib/indicators/types";
import { getScoreboard } from "@/lib/scoreboard/queries";
import { nearestTarget } from "@/lib/scoreboard/rules";
import { getSeries } from "@/lib/series/queries";
import type { Dividing } from "@/lib/series/rules";
import {
  type AskedRow,
  type CountRow,
  type FigureRow,
  measuredIndicators,
  standingOf,
  statedOf,
} from "./rules";
import type { Standings, Stated, TrackedLine } from "./types";

/** Without an agency the reader's own, without a period the newest with approved figures. */
export type StandingsQuery = {
  agency?: string | undefined;
  year?: number | undefined;
  month?: number | undefined;
};

/** Every indicator of the catalogue for an agency with all below it. Foreign and missing agencies are refused alike. */
export async function getStandings(actor: Actor, query: StandingsQuery): Promise<Standings> {
  const board = await getScoreboard(actor, { ...query, includeSubmitted: false, withYear: false });
  const organisation = await getOrganisation();
  const { period, root } = board;
  const day = lastDay(period);
  const units = unitsWithin(organisation, root.agency, day);
  const chain = [root.agency, ...superiorsAsOf(organisation, root.agency, day)];
  const measured = measuredIndicators(day);
  const read = await inViewOf(actor, async (tx) => ({
    figures: await readFigures(tx, units, period),
    counts: await readCounts(tx, units, period, measured),
    targets: await readTargets(tx, period.year),
    tracked: await readTracked(tx, period.year, chain),
  }));
  const nameOf = (agency: string) => agencyAsOf(organisation, agency, day)?.name ?? null;
  const standings = await Promise.all(
    measured.map(async ({ indicator, stored }) => {
      const row = nearestTarget(read.targets, indicator.code, chain);
      const baseline = row && (await baselineOf(actor, indicator.code, row, { root: root.agency, period }));
      const stated =
        headline(board, indicator.code) ?? statedOf(indicator.code, stored, read.figures, read.counts);
      return standingOf({ indicator, stated, row, baseline, self: root.agency, nameOf }, period, day);
    }),
  );
  return { board, period, expected: units.length, standings, tracked: read.tracked };
}

/** The headline rates are those of the boards, which their proofs are compared with. */
function headline({ root }: Standings["board"], code: MeasuredCode): Stated | null {
  if (code !== "R_C" && code !== "R_M") return null;
  const { ratio } = root[code === "R_C" ? "cases" : "money"];
  return { ratio, count: null, reports: root.coverage.reported };
}

/** What the agency reached in the year its target names, on the period's map; null unless everybody stated it. */
async function baselineOf(
  actor: Actor,
  indicator: MeasuredCode,
  { comparison, baselineYear }: AskedRow,
  { root, period }: { root: string; period: Period },
): Promise<Ratio | null> {
  if (comparison !== "higherThanBaseline" || baselineYear === null) return null;
  const asked = { agency: root, indicator, from: baselineYear, to: baselineYear, base: lastDay(period) };
  const { points, unplaced } = await getSeries(actor, asked);
  const end = points.find((point) => point.period.month === 12);
  const isWhole = end && unplaced.length === 0 && end.coverage.reported === end.coverage.expected;
  if (!isWhole || end.numerator === null || end.denominator === null) return null;
  return { numerator: end.numerator, denominator: end.denominator };
}

function readFigures(tx: Tx, units: string[], { year, month }: Period): Promise<FigureRow[]> {
  return tx.$queryRaw<FigureRow[]>`
    SELECT measure, slice,
      (sum(done) FILTER (WHERE eligible IS NOT NULL))::text AS done, sum(eligible)::text AS eligible,
      (count(*) FILTER (WHERE eligible IS NOT NULL))::int AS reports,
      (sum(eligible) FILTER (WHERE total_enforceable IS NOT NULL))::text AS shared,
      (sum(total_enforceable) FILTER (WHERE eligible IS NOT NULL))::text AS enforceable,
      (count(*) FILTER (WHERE eligible IS NOT NULL AND total_enforceable IS NOT NULL))::int AS "shareReports"
    FROM report_figures
    WHERE year = ${year}::int AND month = ${month}::int AND standing = 'EFFECTIVE' AND agency_code = ANY (${units})
    GROUP BY measure, slice`;
}

/** Sums over those who stated both parts, as the series has them. */
function readCounts(
  tx: Tx,
  units: string[],
  { year, month }: Period,
  measured: readonly { indicator: { code: MeasuredCode }; stored: Dividing }[],
): Promise<CountRow[]> {
  const pairs = measured.flatMap(({ indicator: { code }, stored }) =>
    stored.form === "counts" ? [{ code, n: stored.numerator, d: stored.denominator }] : [],
  );
  return tx.$queryRaw<CountRow[]>`
    SELECT p.code, count(*)::int AS reports, sum(n.value)::text AS numerator, sum(d.value)::text AS denominator
    FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS p (code text, n text, d text)
    JOIN report_counts n ON n.code = p.n AND n.year = ${year}::int AND n.month = ${month}::int
      AND n.standing = 'EFFECTIVE' AND n.value IS NOT NULL AND n.agency_code = ANY (${units})
    LEFT JOIN report_counts d ON d.code = p.d AND d.agency_code = n.agency_code AND d.year = n.year
      AND d.month = n.month AND d.standing = 'EFFECTIVE'
    WHERE p.d IS NULL OR d.value IS NOT NULL
    GROUP BY p.code`;
}

function readTargets(tx: Tx, year: number): Promise<AskedRow[]> {
  return tx.$queryRaw<AskedRow[]>`
    SELECT agency_code AS "agencyCode", indicator, comparison, basis_points AS "basisPoints",
      count_value AS "countValue", source,
      CASE WHEN comparison = 'higherThanBaseline' THEN coalesce(baseline_year, year - 1) END AS "baselineYear"
    FROM target WHERE year = ${year}::int`;
}

/** Lines of the set in force that are followed without a verdict, the agency's own and its superiors'. */
async function readTracked(tx: Tx, year: number, chain: string[]): Promise<TrackedLine[]> {
  const lines = await tx.targetLine.findMany({
    where: { comparison: "tracked", agencyCode: { in: chain }, set: { year, state: "ISSUED" } },
    orderBy: { position: "asc" },
  });
  return lines.flatMap(({ indicator, wording, scope, countValue, source }) =>
    isIndicatorCode(indicator) ? [{ indicator, wording, scope, count: countValue, source }] : [],
  );
}
