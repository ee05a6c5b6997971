import { CsvError, parse } from "csv-parse/sync";
import { importIssueText as texts } from "@/lib/i18n/import-issues";
import { refusalOfText } from "@/lib/imports/bytes/rules";
import { blocking, CSV_COLUMNS, CSV_COUNT_COLUMNS, type CsvColumn, readLine } from "./schema";
import type { CsvFile, CsvLine, ImportIssue } from "./types";

/** As many as one transaction writes well within its time limit. */
const MAX_ROWS = 10_000;
const longestLine = 10_000;

/**
 * Reads a text in the layout of the interchange CSV: commas or semicolons, any line ending, columns in any order.
 * Never throws: a text that is no such CSV comes back with `isReadable` false, and every problem has an issue.
 */
export function readCsvFile(text: string): CsvFile {
  const refusal = refusalOfText(text);
  if (refusal !== null) return unreadable(text, [blocking("FILE", refusal, {})]);
  const content = text.replace(/^\ufeff/, "");
  const long = /[^\r\n]{10001}/.exec(content);
  if (long !== null) {
    const row = content.slice(0, long.index).split(/\r\n|\r|\n/).length;
    return unreadable(text, [blocking("FILE", texts.FILE.longLine, { row })]);
  }
  const firstLine = /^[^\r\n]*/.exec(content)?.[0] ?? "";
  if (firstLine.includes("\t") && !/[,;]/.test(firstLine)) {
    return unreadable(text, [blocking("HEADER", texts.HEADER.tabs, { row: 1 })]);
  }
  const delimiter = firstLine.includes(";") && !firstLine.includes(",") ? ";" : ",";
  const records = recordsOf(content, delimiter);
  return Array.isArray(records) ? fileOf(text, records) : unreadable(text, [records]);
}

type CsvRecord = { record: string[]; info: { lines: number } };

/** The cells of every line that is not blank, or what keeps the text from being read to its end. */
function recordsOf(content: string, delimiter: string): CsvRecord[] | ImportIssue {
  try {
    return parse(content, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestLine,
      to: MAX_ROWS + 2,
      info: true,
    }) as unknown as CsvRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.lines === "number" ? error.lines : null;
    const isLong = error.code === "CSV_MAX_RECORD_SIZE";
    return blocking("FILE", isLong ? texts.FILE.longLine : texts.FILE.quotes, { row });
  }
}

function fileOf(text: string, [header, ...records]: readonly CsvRecord[]): CsvFile {
  const names = header?.record.map((name) => name.trim()) ?? [];
  const problems = headerIssues(names);
  if (problems.length === 0 && records.length === 0) problems.push(blocking("FILE", texts.FILE.noRows, {}));
  if (records.length > MAX_ROWS) problems.push(blocking("FILE", texts.FILE.tooManyRows("10.000"), {}));
  if (problems.length > 0) return unreadable(text, problems, records.length);
  const position = new Map(names.map((name, at) => [name, at]));
  const counted = CSV_COUNT_COLUMNS.filter((code) => position.has(code));
  const lines: CsvLine[] = [];
  const issues: ImportIssue[] = [];
  for (const { record, info } of records) {
    if (record.length !== names.length) {
      issues.push(blocking("FILE", texts.FILE.cells(record.length, names.length), { row: info.lines }));
      continue;
    }
    const cell = (column: CsvColumn) => record[position.get(column) ?? -1] ?? "";
    const read = readLine(info.lines, cell, counted);
    lines.push(read.line);
    issues.push(...read.issues);
  }
  return { text, rows: records.length, lines, issues, isReadable: true };
}

function headerIssues(names: readonly string[]): ImportIssue[] {
  const known = new Set<string>([...CSV_COLUMNS, ...CSV_COUNT_COLUMNS]);
  const seen = new Set<string>();
  const issues: ImportIssue[] = [];
  for (const column of names) {
    const at = { row: 1, column: column.slice(0, 60), value: column };
    if (!known.has(column)) issues.push(blocking("HEADER", texts.HEADER.unknown(column.slice(0, 60)), at));
    else if (seen.has(column)) issues.push(blocking("HEADER", texts.HEADER.duplicated(column), at));
    seen.add(column);
  }
  const missing = CSV_COLUMNS.filter((column) => !seen.has(column));
  const absent = missing.map((column) =>
    blocking("HEADER", texts.HEADER.missing(column), { row: 1, column }),
  );
  return [...issues.slice(0, 50), ...absent];
}

function unreadable(text: string, issues: readonly ImportIssue[], rows = 0): CsvFile {
  return { text, rows, lines: [], issues, isReadable: false };
}
