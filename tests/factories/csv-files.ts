import { readFileSync } from "node:fs";
import { CSV_COLUMNS, type CsvColumn } from "@/lib/imports/layout/schema";

export type CsvRow = Record<CsvColumn, string>;

/** The project's copy of Hưng Yên 2021: eleven agencies, twelve months, both measures. */
export function hungYenCsv(): string {
  return readFileSync("prisma/seed/data/hung-yen-2021.csv", "utf8");
}

/** Its rows, to be picked and changed. */
export function hungYenRows(): CsvRow[] {
  const [, ...lines] = hungYenCsv().trim().split("\n");
  return lines.map((line) => {
    const cells = line.trim().split(",");
    return Object.fromEntries(CSV_COLUMNS.map((column, at) => [column, cells[at] ?? ""])) as CsvRow;
  });
}

/** Rows as a file. */
export function csvOf(rows: readonly CsvRow[]): string {
  return [
    CSV_COLUMNS.join(","),
    ...rows.map((row) => CSV_COLUMNS.map((column) => row[column]).join(",")),
  ].join("\n");
}
