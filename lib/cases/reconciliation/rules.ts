import { INPUT_COLUMNS, type InputColumn } from "@/lib/form/columns";
import type { CaseCell } from "./types";

/** What the register counts more than the typed report in a column; both halves, negative = less. */
export type Surplus = Readonly<{ column: InputColumn; cases: bigint; money: bigint }>;

/** The changes of some cases, added up by column. */
export function sumByColumn(cells: readonly CaseCell[]): Map<InputColumn, { cases: bigint; money: bigint }> {
  const sums = new Map<InputColumn, { cases: bigint; money: bigint }>();
  for (const { column, cases, money } of cells) {
    const sum = sums.get(column) ?? { cases: 0n, money: 0n };
    sums.set(column, { cases: sum.cases + cases, money: sum.money + money });
  }
  return sums;
}

/**
 * Cases whose files and money are exactly a column's surplus: one case, or two that add up to it. Only a match that no
 * other cases make too is told. A column that has too little takes the cases of the one that has as much too many: they
 * were typed there.
 */
export function matchByAmount(surpluses: readonly Surplus[], cells: readonly CaseCell[]): CaseCell[] {
  const found = surpluses
    .filter(({ cases, money }) => cases >= 0n && money >= 0n && (cases > 0n || money > 0n))
    .flatMap((surplus) => matched(surplus, cells));
  const shifted = surpluses
    .filter(({ cases, money }) => cases <= 0n && money <= 0n && (cases < 0n || money < 0n))
    .flatMap((lack) => {
      const twins = surpluses.filter(({ cases, money }) => cases === -lack.cases && money === -lack.money);
      const [twin] = twins;
      if (twin === undefined || twins.length > 1) return [];
      return found
        .filter(({ column }) => column === twin.column)
        .map((cell) => ({ ...cell, column: lack.column, cases: -cell.cases, money: -cell.money }));
    });
  return [...found, ...shifted];
}

function matched({ column, cases, money }: Surplus, cells: readonly CaseCell[]): CaseCell[] {
  const own = cells.filter((cell) => cell.column === column);
  const single = own.filter((cell) => cell.cases === cases && cell.money === money);
  if (single.length > 0) return single.length === 1 ? single : [];
  const byMoney = new Map(own.map((cell) => [`${cell.cases} ${cell.money}`, cell]));
  const pairs = own.flatMap((cell) => {
    const other = byMoney.get(`${cases - cell.cases} ${money - cell.money}`);
    return other !== undefined && BigInt(cell.caseId) < BigInt(other.caseId) ? [[cell, other]] : [];
  });
  return pairs.length === 1 ? (pairs[0] ?? []) : [];
}

/** Whether a text names a column that people type. */
export function isInputColumn(text: string): text is InputColumn {
  return INPUT_COLUMNS.some((column) => column === text);
}
