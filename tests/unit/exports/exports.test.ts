import { parse } from "csv-parse/sync";
import exceljs from "exceljs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvOf } from "@/lib/exports/csv";
import { escapeFormula } from "@/lib/exports/rules";
import type { ExportTable } from "@/lib/exports/types";
import { workbookOf } from "@/lib/exports/workbook";

const starts = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"];
const hostile = fc
  .tuple(fc.constantFrom(...starts, ""), fc.string({ unit: "grapheme", maxLength: 20 }))
  .map(([start, rest]) => start + rest);

const tableOf = (cells: ExportTable["rows"][number]): ExportTable => ({
  name: "bang",
  title: "Bảng kết quả",
  notes: ["Số liệu minh họa"],
  columns: cells.map((_, at) => `Cột ${at + 1}`),
  rows: [cells],
});

async function sheetOf(table: ExportTable) {
  const book = new exceljs.Workbook();
  const bytes = await workbookOf(table);
  await book.xlsx.load(bytes.buffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

describe("formula escaping", () => {
  test("puts an apostrophe before every dangerous beginning, full-width ones too", () => {
    for (const start of starts) expect(escapeFormula(`${start}1`)).toBe(`'${start}1`);
    expect(escapeFormula("Cục = A")).toBe("Cục = A");
  });

  test("no text field of a CSV ever begins as a formula (20,000 tries)", () => {
    fc.assert(
      fc.property(hostile, hostile, (left, right) => {
        const records: string[][] = parse(csvOf(tableOf([left, right])), { bom: true });
        expect(records.every((record) => record.length === 2)).toBe(true);
        for (const field of records.at(-1) ?? []) expect(starts).not.toContain(field.at(0) ?? "");
      }),
      { numRuns: 20_000 },
    );
  }, 60_000);

  test("the check above would notice an unescaped field", () => {
    const records: string[][] = parse("a\r\n=1+1\r\n");
    expect(starts).toContain(records[1]?.[0]?.at(0));
  });

  test("a workbook holds hostile text as escaped text, never as a formula", async () => {
    const texts = ["=1+1", '=HYPERLINK("http://x")', "＝1", "\tx", "<b>&\u0000\uD800"];
    const sheet = await sheetOf(tableOf(texts));
    const row = sheet.getRow(4);
    texts.forEach((_, at) => {
      const cell = row.getCell(at + 1);
      expect(cell.type).toBe(exceljs.ValueType.String);
      expect(starts).not.toContain(String(cell.value).at(0));
    });
    expect(row.getCell(5).value).toBe("<b>&\uFFFD");
  });
});

describe("numbers", () => {
  test("stay bare in a CSV, negative ones too", () => {
    const lines = csvOf(tableOf([-5n, { decimal: "-1.05" }, null, "a,b"])).split("\r\n");
    expect(lines.at(-2)).toBe('-5,-1.05,,"a,b"');
  });

  test("are numeric cells of a workbook up to 15 digits, and text beyond, so that none is rounded", async () => {
    const sheet = await sheetOf(
      tableOf([400_582_000_000n, { decimal: "84.05" }, 9_007_199_254_740_993n, null]),
    );
    const row = sheet.getRow(4);
    expect(row.getCell(1).value).toBe(400_582_000_000);
    expect(row.getCell(2).value).toBe(84.05);
    expect(row.getCell(3).value).toBe("9007199254740993");
    expect(row.getCell(4).value).toBeNull();
  });

  test("title and notes come first", async () => {
    const sheet = await sheetOf(tableOf(["x"]));
    expect([1, 2, 3].map((at) => sheet.getRow(at).getCell(1).value)).toEqual([
      "Bảng kết quả",
      "Số liệu minh họa",
      "Cột 1",
    ]);
  });
});
