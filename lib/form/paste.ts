import { type ParsedFigure, parseCount, parseMoney } from "@/lib/core/money";
import { clipboardRows } from "@/lib/form/clipboard";
import {
  type ColumnDefinition,
  INPUT_COLUMNS,
  type InputColumn,
  MEASURES,
  type Measure,
} from "@/lib/form/columns";
import type { FormVersion } from "@/lib/form/version";

/** One pasted cell, read but not yet accepted; "empty" cells leave the form as it is unless the user says so. */
export type PasteCell = Readonly<{
  column: InputColumn;
  measure: Measure;
  text: string;
  result: ParsedFigure;
}>;

/** What a paste would do. */
export type PastePreview = Readonly<{
  cells: readonly PasteCell[];
  /** "printed" = the block holds every printed row and its derived rows were skipped. */
  alignment: "input" | "printed";
  /** Pasted rows and columns that fall outside the form; not pasted. */
  overflow: Readonly<{ rows: number; columns: number }>;
}>;

type Start = { column: InputColumn; measure: Measure };
type Options = { moneyColumn: "dong" | "thousands" };

/**
 * Maps a block copied from Excel onto the form: down the typed columns in printed order and right from việc to
 * tiền. A block with all printed rows (with or without 19, which stands outside the table) starts at row 1 and
 * its derived rows are skipped.
 */
export function parseBlock(text: string, start: Start, version: FormVersion, options: Options): PastePreview {
  const rows = clipboardRows(text);
  const targets = targetRows(version, start.column, rows.length);
  const measures = MEASURES.slice(MEASURES.indexOf(start.measure));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const cells = rows.flatMap((row, at) =>
    measures.flatMap((measure, across) => cellAt(targets.rows[at], measure, row[across], options) ?? []),
  );
  const overflow = {
    rows: Math.max(0, rows.length - targets.rows.length),
    columns: Math.max(0, width - measures.length),
  };
  return { cells, alignment: targets.alignment, overflow };
}

function targetRows(version: FormVersion, start: InputColumn, height: number) {
  const printed = version.columns;
  if (height === printed.length || height === printed.filter(isInTable).length) {
    return { rows: printed, alignment: "printed" } as const;
  }
  const inputs = printed.filter(({ kind }) => kind === "input");
  const first = inputs.findIndex(({ column }) => column === start);
  return { rows: inputs.slice(Math.max(0, first)), alignment: "input" } as const;
}

function isInTable({ kind, required }: ColumnDefinition): boolean {
  return kind === "derived" || required;
}

function cellAt(
  row: ColumnDefinition | undefined,
  measure: Measure,
  text: string | undefined,
  options: Options,
): PasteCell | null {
  const column = INPUT_COLUMNS.find((input) => input === row?.column);
  if (row === undefined || column === undefined || text === undefined) return null;
  const isAbsentHere = !row.measures.includes(measure);
  if (isAbsentHere && /^[\s0–—-]*$/.test(text)) return null;
  const result = measure === "money" ? parseMoney(text, { column: options.moneyColumn }) : parseCount(text);
  return { column, measure, text, result };
}
