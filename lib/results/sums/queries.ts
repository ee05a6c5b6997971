import "server-only";
import type { Period } from "@/lib/core/period";
import type { Tx } from "@/lib/db/client";
import { type SumRow, sumsByGroup } from "./rules";
import type { GroupSums, UnitGroup } from "./types";

/** The columns of the whole docket's effective reports of a period, added up by group, in one statement. */
export async function sumColumns(
  tx: Tx,
  groups: readonly UnitGroup[],
  { year, month }: Period,
): Promise<ReadonlyMap<string, GroupSums>> {
  const rows = await tx.$queryRaw<SumRow[]>`
    WITH figures AS (
      SELECT g.key, f.measure, figure_cells(f) AS cells, count(*) OVER (PARTITION BY g.key, f.measure)::int AS reports
      FROM jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) AS g (key text, units text[])
      JOIN report_figures f ON f.agency_code = ANY (g.units) AND f.year = ${year}::int AND f.month = ${month}::int
        AND f.standing = 'EFFECTIVE' AND f.slice = 'total')
    SELECT f.key, f.measure, c.key AS column, f.reports, count(*)::int AS stated, sum(c.value::numeric)::text AS sum
    FROM figures f CROSS JOIN LATERAL jsonb_each_text(f.cells) c
    GROUP BY f.key, f.measure, c.key, f.reports`;
  return sumsByGroup(rows);
}
