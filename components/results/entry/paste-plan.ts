import {
  type Cell,
  type CellKey,
  cellKey,
  type MoneyUnit,
  type Values,
} from "@/components/results/entry/cell";
import type { Slice } from "@/lib/form/columns";
import { type PasteCell, parseBlock } from "@/lib/form/paste";
import type { FormVersion } from "@/lib/form/version";

/** One line of the preview: what stands there, what would. */
export type PasteLine = Readonly<{
  key: CellKey;
  cell: PasteCell;
  old: bigint | null;
  /** null = this cell will not be written (unless a reading is chosen). */
  next: bigint | null;
  outcome: "change" | "same" | "empty" | "ask" | "skip";
}>;

/** What a block pasted into one slice would do, cell by cell; empty cells leave the form as it is. */
export function pastePlan(
  text: string,
  start: Cell,
  version: FormVersion,
  unit: MoneyUnit,
  current: Values,
): { lines: PasteLine[]; overflow: { rows: number; columns: number } } {
  const { cells, overflow } = parseBlock(text, start, version, { moneyColumn: unit });
  return { lines: cells.map((cell) => lineOf(cell, start.slice, current)), overflow };
}

function lineOf(cell: PasteCell, slice: Slice, current: Values): PasteLine {
  const key = cellKey(cell.measure, cell.column, slice);
  const line = { key, cell, old: current[key] ?? null };
  switch (cell.result.kind) {
    case "value": {
      const next = cell.result.value;
      return { ...line, next, outcome: next === line.old ? "same" : "change" };
    }
    case "ambiguous":
      return { ...line, next: null, outcome: "ask" };
    case "empty":
      return { ...line, next: null, outcome: "empty" };
    case "invalid":
      return { ...line, next: null, outcome: "skip" };
  }
}

/** The values to apply: what was read, and the chosen readings of what can be read in more than one way. */
export function pastedValues(lines: readonly PasteLine[], chosen: Values): Values {
  return Object.fromEntries(
    lines.flatMap(({ key, next, outcome }) => {
      const value = outcome === "ask" ? chosen[key] : next;
      return value === undefined || value === null || outcome === "same" ? [] : [[key, value]];
    }),
  );
}
