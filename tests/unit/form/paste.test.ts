import { expect, test } from "vitest";
import { clipboardRows } from "@/lib/form/clipboard";
import { parseBlock } from "@/lib/form/paste";
import { TT_06_2019 } from "@/lib/form/versions/tt-06-2019";

const dong = { moneyColumn: "dong" } as const;
const placed = (
  text: string,
  start: Parameters<typeof parseBlock>[1],
  options = dong as Parameters<typeof parseBlock>[3],
) => parseBlock(text, start, TT_06_2019, options);

test("reads tabs, any line ending, quotes and a trailing blank line", () => {
  expect(clipboardRows('1\t2\r\n"a ""b""\nc"\t\r\n')).toEqual([
    ["1", "2"],
    ['a "b"\nc', ""],
  ]);
  expect(clipboardRows("1\n2\n\n")).toEqual([["1"], ["2"]]);
  expect(clipboardRows("")).toEqual([]);
});

test("fills down over the derived rows", () => {
  const { cells, alignment } = placed("7\n0\n0\n333\n28", { column: "entrustedOut", measure: "cases" });
  expect(alignment).toBe("input");
  expect(cells.map(({ column }) => column)).toEqual([
    "entrustedOut",
    "withdrawnOrCancelled",
    "pulledUpByProvince",
    "completed",
    "terminated",
  ]);
  expect(cells[3]?.result).toEqual({ kind: "value", value: 333n });
});

test("goes right from việc to tiền and reads tiền in the unit of the column", () => {
  const thousands = { moneyColumn: "thousands" } as const;
  const { cells, overflow } = placed(
    "333\t34.196.546\tx",
    { column: "completed", measure: "cases" },
    thousands,
  );
  expect(cells.map(({ measure }) => measure)).toEqual(["cases", "money"]);
  expect(cells[1]?.result).toEqual({ kind: "value", value: 34_196_546_000n });
  expect(overflow).toEqual({ rows: 0, columns: 1 });
});

test.each([19, 20])("skips derived rows of a block with all %s printed rows", (height) => {
  const text = Array.from({ length: height }, (_, at) => `${at + 1}`).join("\r\n");
  const { cells, alignment, overflow } = placed(text, { column: "carriedOver", measure: "money" });
  expect(alignment).toBe("printed");
  expect(cells).toHaveLength(height === 20 ? 15 : 14);
  expect(cells[0]).toMatchObject({ column: "carriedOver", text: "2" });
  expect(overflow.rows).toBe(0);
});

test("leaves 10b of cases alone when it holds a dash, and shows what it cannot place", () => {
  const dash = placed("28\n–\n239", { column: "terminated", measure: "cases" });
  expect(dash.cells.map(({ column }) => column)).toEqual(["terminated", "inProgress"]);
  const { cells, overflow } = placed("1\n2", { column: "separateRegister", measure: "cases" });
  expect([cells.length, overflow.rows]).toEqual([1, 1]);
});

test("keeps unreadable and empty cells for the person to decide", () => {
  const { cells } = placed("abc\n\n5", { column: "carriedOver", measure: "cases" });
  expect(cells.map(({ result }) => result.kind)).toEqual(["invalid", "empty", "value"]);
});
