import { superiorsAsOf, unitsWithin } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import { type Figures, INPUT_COLUMNS, type InputColumn, MEASURES, type Measure } from "@/lib/form/columns";
import type { GroupSums, UnitGroup } from "./types";

/** The units of an agency by those directly under it; what belongs to none of them is the agency's own office. */
export function groupsUnder(
  organisation: Organisation,
  root: string,
  children: readonly string[],
  day: Day,
): UnitGroup[] {
  const known = new Set(children.filter((code) => code !== root));
  const groups = new Map(children.map((code): [string, string[]] => [code, []]));
  for (const unit of unitsWithin(organisation, root, day)) {
    const chain = [unit, ...superiorsAsOf(organisation, unit, day)];
    groups.get(chain.find((code) => known.has(code)) ?? root)?.push(unit);
  }
  return [...groups].map(([key, units]) => ({ key, units }));
}

/** One column of one group and measure as the database answers it. */
export type SumRow = {
  key: string;
  measure: Measure;
  column: InputColumn;
  reports: number;
  stated: number;
  sum: string;
};

/** Rows by group, without the columns that somebody left empty. */
export function sumsByGroup(rows: readonly SumRow[]): ReadonlyMap<string, GroupSums> {
  const byKey = new Map<string, SumRow[]>();
  for (const row of rows) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  return new Map([...byKey].map(([key, own]) => [key, groupOf(own)]));
}

function groupOf(rows: readonly SumRow[]): GroupSums {
  const [cases, money] = MEASURES.map((measure) => figuresOf(rows, measure));
  return {
    cases: cases ?? {},
    money: money ?? {},
    reports: Math.max(0, ...rows.map(({ reports }) => reports)),
  };
}

function figuresOf(rows: readonly SumRow[], measure: Measure): Figures {
  const own = rows.filter((row) => row.measure === measure);
  const entries = INPUT_COLUMNS.flatMap((column): [InputColumn, bigint][] => {
    const row = own.find((each) => each.column === column);
    const isOptional = column === "reduced";
    if (!row) return isOptional && own.length > 0 ? [[column, 0n]] : [];
    return isOptional || row.stated === row.reports ? [[column, BigInt(row.sum)]] : [];
  });
  return Object.fromEntries(entries);
}
