import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatMoneyWords, type ParsedFigure, parseCount, parseMoney } from "@/lib/core/money";
import {
  type FormFigures,
  INPUT_COLUMNS,
  type InputColumn,
  MEASURES,
  type Measure,
} from "@/lib/form/columns";

/** One typed cell of the form. Example: "cases:completed". */
export type CellKey = `${Measure}:${InputColumn}`;

/** Values of the typed cells; absent = not entered, which is never zero. */
export type Values = Readonly<Partial<Record<CellKey, bigint>>>;

/** How the money column is read and written; stored values are always đồng. */
export type MoneyUnit = "thousands" | "dong";

/** The name of a cell. */
export function cellKey(measure: Measure, column: InputColumn): CellKey {
  return `${measure}:${column}`;
}

/** The two parts of a cell's name; null when the text names no cell. */
export function parseCellKey(text: string): { measure: Measure; column: InputColumn } | null {
  const [measureName, columnName] = text.split(":");
  const measure = MEASURES.find((each) => each === measureName);
  const column = INPUT_COLUMNS.find((each) => each === columnName);
  return measure && column && text === cellKey(measure, column) ? { measure, column } : null;
}

/** Both halves of a form as one flat record. */
export function valuesOf(figures: FormFigures): Values {
  const values: Partial<Record<CellKey, bigint>> = {};
  for (const measure of MEASURES) {
    for (const column of INPUT_COLUMNS) {
      const value = figures[measure][column];
      if (value !== undefined) values[cellKey(measure, column)] = value;
    }
  }
  return values;
}

/** The inverse of `valuesOf`. */
export function figuresOf(values: Values): FormFigures {
  const halves: Record<Measure, Partial<Record<InputColumn, bigint>>> = { cases: {}, money: {} };
  for (const [key, value] of Object.entries(values)) {
    const cell = parseCellKey(key);
    if (cell && value !== undefined) halves[cell.measure][cell.column] = value;
  }
  return halves;
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
