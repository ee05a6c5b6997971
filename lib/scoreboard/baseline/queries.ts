import "server-only";
import { lineageOf, unitsOn } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import { lastDay } from "@/lib/core/period";
import type { Tx } from "@/lib/db/client";
import { baselineOf } from "@/lib/metrics/series/baseline";
import { groupedUnder } from "@/lib/metrics/series/lineage";
import type { Report } from "@/lib/metrics/series/types";
import type { StoredTarget } from "../rules";
import type { Baselines, Measure } from "../types";

type Row = { agency: string; measure: Measure; completed: bigint; eligible: bigint };

/**
 * What agencies of a day are compared with when they must do better than an earlier year: the whole of that year, the
 * absolute numbers of all they came from. Unknown while one of those did not report.
 */
export async function readBaselines(
  tx: Tx,
  organisation: Organisation,
  targets: readonly StoredTarget[],
  { asOf, at }: { asOf: Day; at: Date | undefined },
): Promise<Baselines> {
  const years = [
    ...new Set(targets.flatMap(({ baselineYear }) => (baselineYear === null ? [] : [baselineYear]))),
  ];
  const lineage = lineageOf(organisation);
  const known = new Map<number, Row[]>();
  for (const year of years) known.set(year, await readYear(tx, year, at));
  return ({ agency, own, measure, year }) => {
    const period = { year, month: 12 };
    const reports = (known.get(year) ?? []).flatMap((row): Report[] =>
      row.measure === measure
        ? [{ agency: row.agency, period, completed: row.completed, eligible: row.eligible }]
        : [],
    );
    const expected = unitsOn(organisation, lastDay(period));
    const group = own ? {} : { group: groupedUnder(lineage, new Set([agency])) };
    return baselineOf(reports, lineage, { agency, period, asOf, expected, ...group }).ratio;
  };
}

function readYear(tx: Tx, year: number, at: Date | undefined): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT f.agency_code AS agency, f.measure, f.done AS completed, f.eligible FROM report_figures f
    WHERE ${at === undefined} AND f.year = ${year}::int AND f.month = 12 AND f.standing = 'EFFECTIVE' AND f.slice = 'total'
    UNION ALL
    SELECT f.agency_code, f.measure, f.done, f.eligible
    FROM figures_known(${year}::int, ARRAY[12], ${at ?? null}::timestamptz) f WHERE ${at !== undefined} AND f.slice = 'total'`;
}
