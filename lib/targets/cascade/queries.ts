import { lineageOf, superiorsAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import { lastDay, type Period } from "@/lib/core/period";
import type { Tx } from "@/lib/db/client";
import { rebase } from "@/lib/metrics/series/rebase";
import type { Report } from "@/lib/metrics/series/types";
import type { CascadeBasis, NodeTotals } from "./types";

type Row = { agency: string; measure: string; done: bigint; eligible: bigint };

/**
 * What the demands of a year are weighed with: accepted totals of the year before, or, when fewer agencies reported it
 * than the year itself, of the year's newest month; drawn on the organisation of the year's first month, so that a
 * merged agency has the sum of its predecessors.
 */
export async function readBasis(tx: Tx, organisation: Organisation, year: number): Promise<CascadeBasis> {
  const period = await chosenPeriod(tx, year);
  const rows = period ? await readTotals(tx, period) : [];
  const [ownCases, ownMoney] = ["cases", "money"].map((measure) =>
    ownTotals(
      organisation,
      year,
      period,
      rows.filter((row) => row.measure === measure),
    ),
  );
  return {
    period,
    ownCases: ownCases ?? new Map(),
    ownMoney: ownMoney ?? new Map(),
    cases: withAllUnder(organisation, year, ownCases ?? new Map()),
    money: withAllUnder(organisation, year, ownMoney ?? new Map()),
  };
}

async function chosenPeriod(tx: Tx, year: number): Promise<Period | null> {
  const counted = await tx.reportFigures.groupBy({
    by: ["year", "month"],
    where: {
      standing: "EFFECTIVE",
      slice: "total",
      measure: "cases",
      OR: [{ year: year - 1, month: 12 }, { year }],
    },
    _count: { agencyCode: true },
  });
  const best = counted.sort(
    (a, b) =>
      b._count.agencyCode - a._count.agencyCode ||
      Number(a.year === year) - Number(b.year === year) ||
      b.month - a.month,
  )[0];
  return best ? { year: best.year, month: best.month } : null;
}

function readTotals(tx: Tx, { year, month }: Period): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT agency_code AS agency, measure, done, eligible FROM report_figures
    WHERE year = ${year}::int AND month = ${month}::int AND slice = 'total' AND standing = 'EFFECTIVE'`;
}

/** Own dockets on the organisation of the year's first month. */
function ownTotals(
  organisation: Organisation,
  year: number,
  period: Period | null,
  rows: readonly Row[],
): Map<string, NodeTotals> {
  if (period === null) return new Map();
  const reports = rows.map(
    ({ agency, done, eligible }): Report => ({
      agency,
      period,
      completed: BigInt(done),
      eligible: BigInt(eligible),
    }),
  );
  const base = lastDay({ year, month: 1 });
  const { points } = rebase(reports, lineageOf(organisation), { base });
  return new Map(points.map(({ agency, completed, eligible }) => [agency, { completed, eligible }]));
}

function withAllUnder(
  organisation: Organisation,
  year: number,
  own: ReadonlyMap<string, NodeTotals>,
): Map<string, NodeTotals> {
  const sums = new Map<string, NodeTotals>();
  for (const [agency, { completed, eligible }] of own) {
    for (const code of [agency, ...superiorsAsOf(organisation, agency, lastDay({ year, month: 1 }))]) {
      const before = sums.get(code) ?? { completed: 0n, eligible: 0n };
      sums.set(code, { completed: before.completed + completed, eligible: before.eligible + eligible });
    }
  }
  return sums;
}
