import type { Text } from "@/lib/core/locale";
import type { Period } from "@/lib/core/period";
import { type Figures, INPUT_COLUMNS, type InputColumn, MEASURES, type Measure } from "@/lib/form/columns";
import { COUNT_CODES, type CountCode, LARGEST_COUNT } from "@/lib/form/counts";
import { LARGEST_VALUE } from "@/lib/form/rules/values";
import { importIssueText as texts } from "@/lib/i18n/import-issues";
import type { CsvLine, ImportIssue, StatedInFile } from "./types";

/** The header of the interchange file, in the order in which the product writes it. */
export const CSV_COLUMNS = ["agency", "year", "month", "measure", ...INPUT_COLUMNS] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number] | CountCode;

/** Columns a file may have or not: the counts beside the form. A file without them leaves counts as they are. */
export const CSV_COUNT_COLUMNS: readonly CountCode[] = COUNT_CODES;

/** Where in the file something is wrong. */
export type Place = { row?: number | null; column?: string | null; value?: string | null };

/** An error that keeps the whole file from being written. */
export function blocking(
  rule: string,
  text: Text,
  { row = null, column = null, value = null }: Place,
): ImportIssue {
  const shown = value === null ? null : readable(value);
  const messages = { message: text.vi, messageEn: text.en };
  return { row, column, value: shown, rule, severity: "error", blocks: true, ...messages };
}

/** Reads one line by the columns of its file; whatever cannot be read is null or absent and has an issue. */
export function readLine(
  row: number,
  cell: (column: CsvColumn) => string,
  counted: readonly CountCode[] = [],
): { line: CsvLine; issues: ImportIssue[] } {
  const issues: ImportIssue[] = [];
  const refuse = (rule: string, text: Text, column: CsvColumn) => {
    issues.push(blocking(rule, text, { row, column, value: cell(column) }));
    return null;
  };
  const measure = MEASURES.find((each) => each === cell("measure").trim()) ?? null;
  if (measure === null) refuse("MEASURE", texts.MEASURE, "measure");
  const line = {
    row,
    agency: agencyOf(cell("agency")) ?? refuse("AGENCY", texts.AGENCY.unknown, "agency"),
    period: periodOf(cell, refuse),
    measure,
    figures: figuresOf(cell, measure, refuse),
    counts: countsOf(cell, counted, refuse),
  };
  return { line, issues };
}

type Refuse = (rule: string, text: Text, column: CsvColumn) => null;
type Cell = (column: CsvColumn) => string;

function agencyOf(text: string): string | null {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(text.trim()) ? text.trim() : null;
}

function periodOf(cell: Cell, refuse: Refuse): Period | null {
  const [year, month] = [cell("year").trim(), cell("month").trim()];
  const hasYear = /^[1-9]\d{3}$/.test(year) && year !== "9999";
  const hasMonth = /^(?:[1-9]|1[0-2])$/.test(month);
  if (!hasYear) refuse("PERIOD", texts.PERIOD.year, "year");
  if (!hasMonth) refuse("PERIOD", texts.PERIOD.month, "month");
  return hasYear && hasMonth ? { year: Number(year), month: Number(month) } : null;
}

function figuresOf(cell: Cell, measure: Measure | null, refuse: Refuse): Figures {
  const entries = INPUT_COLUMNS.flatMap((column): [InputColumn, bigint][] => {
    const text = cell(column).trim();
    const reason = text === "" ? null : refusalOf(text, column, measure);
    if (reason !== null) refuse(...reason, column);
    return text === "" || reason !== null ? [] : [[column, BigInt(text)]];
  });
  return Object.fromEntries(entries);
}

function countsOf(cell: Cell, counted: readonly CountCode[], refuse: Refuse): StatedInFile {
  const entries = counted.flatMap((code): [CountCode, bigint | null][] => {
    const text = cell(code).trim();
    const reason = text === "" ? null : refusalOfCount(text);
    if (reason !== null) refuse("V19", reason, code);
    return reason !== null ? [] : [[code, text === "" ? null : BigInt(text)]];
  });
  return Object.fromEntries(entries);
}

function refusalOfCount(text: string): Text | null {
  if (/^[-−](?=[\d.,])[\d.,]+$/.test(text)) return texts.V01.negative;
  if (/^[=+\-@\t\r＝＋－＠]/.test(text)) return texts.FORMULA;
  if (!/^\d+$/.test(text)) return texts.V19.notWhole;
  return text.length > 25 || BigInt(text) > LARGEST_COUNT ? texts.V01.tooLarge : null;
}

function refusalOf(
  text: string,
  column: InputColumn,
  measure: Measure | null,
): [rule: string, text: Text] | null {
  if (/^[-−](?=[\d.,])[\d.,]+$/.test(text)) return ["V01", texts.V01.negative];
  if (/^[=+\-@\t\r＝＋－＠]/.test(text)) return ["FORMULA", texts.FORMULA];
  if (!/^\d+$/.test(text)) return ["V01", texts.V01.notWhole];
  if (text.length > 25 || BigInt(text) > LARGEST_VALUE[measure ?? "money"])
    return ["V01", texts.V01.tooLarge];
  if (measure === "cases" && column === "reduced" && BigInt(text) !== 0n)
    return ["V05", texts.V01.reducedCases];
  return null;
}

/** What is quoted back: short, and without marks that hide or turn text round. */
function readable(value: string): string {
  const plain = value.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\u00b7");
  return plain.length > 60 ? `${[...plain].slice(0, 60).join("")}…` : plain;
}
