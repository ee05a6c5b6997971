import { type FormFigures, INPUT_COLUMNS, type Slice, type SlicedFigures } from "@/lib/form/columns";
import type { Counts } from "@/lib/form/counts";
import type { EarlierMonth, ReportKey, StatedCounts } from "../types";
import { countsOfStated } from "../view";
import type { FigureContext } from "./types";

/** One row of figures as read; columns by their English names. */
export type FigureRow = {
  year: number;
  month: number;
  revision: number;
  standing: string;
  measure: string;
  slice: string;
} & Record<string, unknown>;

/** Rows of one revision as figures; a slice without a single value was not reported. */
export function figuresOfRows(rows: readonly FigureRow[]): SlicedFigures {
  const sliced: Partial<Record<Slice, FormFigures>> = {};
  for (const row of rows) {
    const entries = INPUT_COLUMNS.flatMap((column) => {
      const value = row[column];
      return value === null || value === undefined ? [] : [[column, BigInt(value as bigint)] as const];
    });
    if (entries.length === 0 && row.slice !== "total") continue;
    const form = sliced[row.slice as Slice] ?? { cases: {}, money: {} };
    sliced[row.slice as Slice] = { ...form, [row.measure]: Object.fromEntries(entries) };
  }
  return sliced;
}

/** Sorts an agency's rows into what the rules compare. `rows` holds effective figures and the current revision's. */
export function contextOfRows(
  rows: readonly FigureRow[],
  key: ReportKey,
  revision: number,
  stated: StatedCounts = {},
): FigureContext {
  const counts: Counts = countsOfStated(stated);
  const effective = (year: number, month: number): SlicedFigures | null => {
    const found = rows.filter(
      (row) => row.year === year && row.month === month && row.standing === "EFFECTIVE",
    );
    return found.length === 0 ? null : figuresOfRows(found);
  };
  const { year, month } = key;
  const current = rows.filter((row) => row.year === year && row.month === month && row.revision === revision);
  const history = Array.from({ length: month - 1 }, (_, at) => at + 1).flatMap((each) => {
    const figures = effective(year, each)?.total;
    return figures ? [{ month: each, figures }] : [];
  });
  return {
    current: figuresOfRows(current),
    counts,
    previous: month === 1 ? null : effective(year, month - 1),
    previousYear: effective(year - 1, month),
    previousYearEnd: effective(year - 1, 12),
    history,
  };
}

/** Effective rows as months, oldest first. */
export function earlierOfRows(rows: readonly FigureRow[]): EarlierMonth[] {
  const months = new Map<number, FigureRow[]>();
  for (const row of rows) {
    const at = row.year * 12 + row.month - 1;
    months.set(at, [...(months.get(at) ?? []), row]);
  }
  return [...months]
    .sort(([a], [b]) => a - b)
    .map(([at, of]) => ({ year: Math.floor(at / 12), month: (at % 12) + 1, figures: figuresOfRows(of) }));
}

/** The primary key of a report without its revision, in the words of the database. */
export function whereKey({ agency, year, month }: ReportKey) {
  return { agencyCode: agency, year, month };
}

/** The name of a report in the audit. */
export function subjectOf({ agency, year, month }: ReportKey): string {
  return `report:${agency}:${year}:${month}`;
}
