import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

export type CsvRow = Readonly<Record<string, string>>;

/** Rows of a file in `prisma/seed/data`, keyed by its header. */
export function readCsv(name: string): CsvRow[] {
  const path = fileURLToPath(new URL(`./data/${name}`, import.meta.url));
  return parse(readFileSync(path, "utf8"), { columns: true, bom: true, skip_empty_lines: true });
}

/** The cell of a column that must exist. */
export function cell(row: CsvRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`CSV column missing: ${column}`);
  return value;
}

/** An empty cell means "none". */
export function optionalCell(row: CsvRow, column: string): string | null {
  const value = cell(row, column);
  return value === "" ? null : value;
}

export function optionalBigint(row: CsvRow, column: string): bigint | null {
  const value = optionalCell(row, column);
  return value === null ? null : BigInt(value);
}

/** The cell as one of the allowed words; anything else is a broken data file. */
export function oneOf<T extends string>(row: CsvRow, column: string, allowed: readonly T[]): T {
  const value = cell(row, column);
  const found = allowed.find((word) => word === value);
  if (found === undefined) throw new Error(`CSV ${column}: unexpected "${value}"`);
  return found;
}
