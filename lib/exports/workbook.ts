import { escapeFormula, printable } from "./rules";
import type { Cell, ExportTable } from "./types";

type Written = string | number | null;

/**
 * An .xlsx file. Numbers are numeric cells up to the 15 digits a spreadsheet keeps exactly; longer ones are text,
 * so that no đồng is lost.
 */
export async function workbookOf({
  title,
  notes,
  columns,
  rows,
}: ExportTable): Promise<Uint8Array<ArrayBuffer>> {
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet("Bảng", {
    views: [{ state: "frozen", ySplit: notes.length + 2, xSplit: 1 }],
  });
  for (const line of [title, ...notes]) sheet.addRow([textOf(line)]);
  const header = sheet.addRow(columns.map(textOf));
  header.font = { bold: true };
  header.alignment = { wrapText: true, vertical: "top" };
  sheet.getRow(1).font = { bold: true };
  for (const cells of rows) {
    const row = sheet.addRow(cells.map(writtenOf));
    cells.forEach((cell, at) => {
      const format = formatOf(cell);
      if (format) row.getCell(at + 1).numFmt = format;
    });
  }
  columns.forEach((_, at) => {
    sheet.getColumn(at + 1).width = at === 0 ? 44 : 18;
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function writtenOf(cell: Cell): Written {
  if (cell === null) return null;
  if (typeof cell === "string") return textOf(cell);
  const digits = typeof cell === "bigint" ? cell.toString() : cell.decimal;
  return isExactInSpreadsheets(digits) ? Number(digits) : digits;
}

function formatOf(cell: Cell): string | null {
  if (typeof cell === "bigint") return "#,##0";
  return cell !== null && typeof cell === "object" ? "0.00" : null;
}

function isExactInSpreadsheets(digits: string): boolean {
  return digits.replace(/\D/g, "").length <= 15;
}

function textOf(text: string): string {
  return escapeFormula(printable(text));
}
