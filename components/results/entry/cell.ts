import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatMoneyWords, type ParsedFigure, parseCount, parseMoney } from "@/lib/core/money";
import {
  type FormFigures,
  INPUT_COLUMNS,
  type InputColumn,
  MEASURES,
  type Measure,
  SLICES,
  type Slice,
  type SlicedFigures,
} from "@/lib/form/columns";

/** One typed cell: the whole docket's by its short name, a part's with its slice ("cases:completed:credit"). */
export type CellKey = `${Measure}:${InputColumn}` | `${Measure}:${InputColumn}:${Exclude<Slice, "total">}`;

/** The place a cell has in the form. */
export type Cell = Readonly<{ slice: Slice; measure: Measure; column: InputColumn }>;

/** Values of the typed cells; absent = not entered, which is never zero. */
export type Values = Readonly<Partial<Record<CellKey, bigint>>>;

/** How the money column is read and written; stored values are always đồng. */
export type MoneyUnit = "thousands" | "dong";

/** The name of a cell. */
export function cellKey(measure: Measure, column: InputColumn, slice: Slice = "total"): CellKey {
  return slice === "total" ? `${measure}:${column}` : `${measure}:${column}:${slice}`;
}

/** The place a cell's name means; null when the text names no cell. */
export function parseCellKey(text: string): Cell | null {
  const [measureName, columnName, sliceName = "total"] = text.split(":");
  const measure = MEASURES.find((each) => each === measureName);
  const column = INPUT_COLUMNS.find((each) => each === columnName);
  const slice = SLICES.find((each) => each === sliceName);
  if (!measure || !column || !slice) return null;
  return text === cellKey(measure, column, slice) ? { slice, measure, column } : null;
}

/** Every reported slice as one flat record. */
export function valuesOf(figures: SlicedFigures): Values {
  const values: Partial<Record<CellKey, bigint>> = {};
  for (const slice of SLICES) {
    for (const measure of MEASURES) {
      for (const column of INPUT_COLUMNS) {
        const value = figures[slice]?.[measure][column];
        if (value !== undefined) values[cellKey(measure, column, slice)] = value;
      }
    }
  }
  return values;
}

/** The inverse of `valuesOf`: the whole docket always, a part only when one of its cells is filled. */
export function figuresOf(values: Values): SlicedFigures & { total: FormFigures } {
  const forms: Partial<Record<Slice, Record<Measure, Partial<Record<InputColumn, bigint>>>>> = {};
  for (const [key, value] of Object.entries(values)) {
    const cell = parseCellKey(key);
    if (!cell || value === undefined) continue;
    const form = forms[cell.slice] ?? { cases: {}, money: {} };
    form[cell.measure][cell.column] = value;
    forms[cell.slice] = form;
  }
  return { total: { cases: {}, money: {} }, ...forms };
}

/** What the text of a cell says; ambiguous writing is asked about, never guessed. */
export function readCell(text: string, measure: Measure, unit: MoneyUnit): ParsedFigure {
  return measure === "money" ? parseMoney(text, { column: unit }) : parseCount(text);
}

/**
 * A value as it stands in its column. In a column of thousands an amount that is not whole thousands is written
 * out in đồng with its unit, so that nothing is rounded out of sight: 1234500 is "1.234.500 đ".
 */
export function writeCell(value: bigint, measure: Measure, unit: MoneyUnit, locale: Locale): string {
  if (measure === "cases" || unit === "dong") return formatCount(value, locale);
  return value % 1000n === 0n ? formatCount(value / 1000n, locale) : `${formatCount(value, locale)} đ`;
}

/** The text an editor starts from: what `readCell` reads back as the same value in either language. */
export function editableText(value: bigint, measure: Measure, unit: MoneyUnit, locale: Locale): string {
  const text = writeCell(value, measure, unit, "vi");
  return locale === "vi" ? text : text.replaceAll(".", "");
}

/** A reading as the question offers it: "1.234" or "400 tỷ 582 triệu đồng". */
export function writeReading(value: bigint, measure: Measure, locale: Locale): string {
  return measure === "money" ? formatMoneyWords(value) : formatCount(value, locale);
}

/** Đồng when a stored amount is not whole thousands, else nghìn đồng. */
export function naturalUnit(values: Values): MoneyUnit {
  const isBroken = Object.entries(values).some(
    ([key, value]) => key.startsWith("money:") && value !== undefined && value % 1000n !== 0n,
  );
  return isBroken ? "dong" : "thousands";
}
