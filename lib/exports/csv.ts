import { escapeFormula, printable } from "./rules";
import type { Cell, ExportTable } from "./types";

/** RFC 4180 with a byte order mark: every line has as many fields as the header; numbers stay bare numbers. */
export function csvOf({ title, notes, columns, rows }: ExportTable): string {
  const padded = (line: string): Cell[] => columns.map((_, at) => (at === 0 ? line : null));
  const lines = [padded(title), ...notes.map(padded), columns, ...rows];
  return `\uFEFF${lines.map((cells) => `${cells.map(fieldOf).join(",")}\r\n`).join("")}`;
}

function fieldOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "bigint") return cell.toString();
  if (typeof cell === "object") return cell.decimal;
  const text = escapeFormula(printable(cell));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
