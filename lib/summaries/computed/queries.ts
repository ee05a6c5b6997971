import type { Organisation } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import { type Figures, INPUT_COLUMNS } from "@/lib/form/columns";
import { listProgress } from "@/lib/results/completeness/queries";
import { findNames } from "@/lib/results/people/queries";
import type { ReportKey } from "@/lib/results/types";
import { unitsOf, withDerived } from "../rules";
import type { SummaryUnit, Sums } from "../types";

/** A province's units with their excuses, and the sums of their accepted figures, in an open transaction. */
export async function getComputed(
  tx: Tx,
  organisation: Organisation,
  key: ReportKey,
  today: Day,
): Promise<{ units: SummaryUnit[]; sums: Sums }> {
  const agencies = unitsOf(organisation, key);
  const codes = agencies.map(({ code }) => code);
  const progress = await listProgress(tx, agencies, key, today);
  const excuses = await tx.excuse.findMany({
    where: { year: key.year, month: key.month, agencyCode: { in: codes } },
  });
  const names = await findNames(
    tx,
    excuses.map(({ excusedBy }) => excusedBy),
  );
  const units = progress.map((unit): SummaryUnit => {
    const found = excuses.find(({ agencyCode }) => agencyCode === unit.agency);
    if (!found) return { ...unit, excuse: null };
    const { excusedBy: id, excusedAt: at, reason } = found;
    return { ...unit, excuse: { reason, by: { id, name: names.get(id) ?? id, at } } };
  });
  return { units, sums: await sumsOf(tx, key, codes) };
}

async function sumsOf(tx: Tx, key: ReportKey, codes: string[]): Promise<Sums> {
  const groups = await tx.reportFigures.groupBy({
    by: ["measure"],
    where: {
      year: key.year,
      month: key.month,
      agencyCode: { in: codes },
      standing: "EFFECTIVE",
      slice: "total",
    },
    _sum: Object.fromEntries(INPUT_COLUMNS.map((column) => [column, true])) as Record<
      (typeof INPUT_COLUMNS)[number],
      true
    >,
  });
  const half = (measure: string): Figures => {
    const sums = groups.find((group) => group.measure === measure)?._sum;
    const entries = INPUT_COLUMNS.flatMap((column) => {
      const value = sums?.[column];
      return value === null || value === undefined ? [] : [[column, value] as const];
    });
    return Object.fromEntries(entries);
  };
  return withDerived(key, { cases: half("cases"), money: half("money") });
}
