import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { INPUT_COLUMNS } from "@/lib/form/columns";
import { textOfBytes } from "@/lib/imports/bytes/rules";
import { readCsvFile } from "@/lib/imports/layout/rules";
import { CSV_COLUMNS } from "@/lib/imports/layout/schema";
import type { CsvFile } from "@/lib/imports/layout/types";

const header = CSV_COLUMNS.join(",");
const zeros = INPUT_COLUMNS.map(() => "0");
const lineOf = (start = "cc-323,2021,1,cases", cells: readonly string[] = zeros) =>
  `${start},${cells.join(",")}`;
const withFirst = (cell: string) => readCsvFile(`${header}\n${lineOf(undefined, [cell, ...zeros.slice(1)])}`);
const marks = (file: CsvFile) => file.issues.map(({ row, column, rule }) => `${row}:${column}:${rule}`);

test("reads the Hưng Yên file of 2021 whole and without a problem", () => {
  const file = readCsvFile(readFileSync("prisma/seed/data/hung-yen-2021.csv", "utf8"));
  expect([file.isReadable, file.rows, file.lines.length, file.issues]).toEqual([true, 264, 264, []]);
  expect(file.lines[0]).toMatchObject({ row: 2, agency: "cuc-hung-yen", period: { year: 2021, month: 1 } });
});

describe("what is no CSV of this layout gets one clear sentence", () => {
  test.each([
    ["an empty file", "", /không có nội dung/],
    ["only a byte order mark", "\ufeff", /không có nội dung/],
    ["only a header", header, /chỉ có dòng tiêu đề/],
    ["an Excel file's text", "PK\u0003\u0004rest", /Excel/],
    ["a NUL", `${header}\n${lineOf()}\u0000`, /NUL/],
    ["a lone surrogate", `${header}\n${lineOf("\ud800,2021,1,cases")}`, /UTF-8/],
    ["tabs between cells", header.replaceAll(",", "\t"), /tab/],
    ["an open quotation mark", `${header}\n"cc-323,2021`, /ngoặc kép/],
    ["a misplaced quotation mark", `${header}\ncc"323,2021`, /ngoặc kép/],
    ["a line without end", `${header}\n${"a".repeat(50_000)}`, /10.000 ký tự/],
    ["a header without end", "a,".repeat(20_000), /10.000 ký tự/],
    ["a line of nothing but commas", `${header}\n${",".repeat(900_000)}`, /10.000 ký tự/],
    ["too large", `${header}\n${"0,".repeat(1_100_000)}`, /2 MB/],
    ["too many rows", `${header}\n${"1\n".repeat(10_005)}`, /10.000 dòng/],
  ])("%s", (_what, text, sentence) => {
    const file = readCsvFile(text);
    expect(file.isReadable).toBe(false);
    expect(file.issues[0]?.message).toMatch(sentence);
    expect(file.issues[0]?.messageEn).toBeTruthy();
  });

  test.each([
    ["an .xlsx file", [0x50, 0x4b, 3, 4], /Excel/],
    ["an .xls file", [0xd0, 0xcf, 0x11, 0xe0], /Excel/],
    ["UTF-16", [0xff, 0xfe, 0x61, 0], /UTF-16/],
    ["UTF-16, big end first", [0xfe, 0xff, 0, 0x61], /UTF-16/],
    ["a code page of Windows", [0x48, 0xfd, 0x6e, 0x67], /UTF-8/],
  ])("the bytes of %s", (_what, bytes, sentence) => {
    expect(textOfBytes(Uint8Array.from(bytes))).toMatchObject({
      refusal: { vi: expect.stringMatching(sentence) },
    });
  });

  test("bytes beyond 2 MB, while UTF-8 with a byte order mark is read", () => {
    expect(textOfBytes(new Uint8Array(2_000_001))).toHaveProperty("refusal");
    const bytes = new TextEncoder().encode(`\ufeff${header}\n${lineOf()}`);
    const read = textOfBytes(bytes);
    expect("text" in read && readCsvFile(read.text).rows).toBe(1);
  });
});

test("names every unknown, duplicated and missing column of the header at once", () => {
  const file = readCsvFile(
    `${header.replace("noCondition", "khac").replace("reduced", "year")}\n${lineOf()}`,
  );
  expect(marks(file)).toEqual(["1:year:HEADER", "1:khac:HEADER", "1:reduced:HEADER", "1:noCondition:HEADER"]);
});

test.each(["\n", "\r\n", "\r"])("counts lines as a spreadsheet does with the line ending %j", (ending) => {
  const bad = lineOf("cc-323,2021,13,cases");
  const file = readCsvFile([header, lineOf(), "", bad, ""].join(ending));
  expect([file.rows, ...marks(file)]).toEqual([2, "4:month:PERIOD"]);
});

test("takes columns in any order and semicolons between them", () => {
  const names = [...CSV_COLUMNS].reverse();
  const cells = names.map(
    (name) => ({ agency: "cc-323", year: "2021", month: "2", measure: "money" })[name as "agency"] ?? "7",
  );
  const [line] = readCsvFile(`${names.join(";")}\n${cells.join(";")}`).lines;
  expect(line).toMatchObject({ agency: "cc-323", period: { year: 2021, month: 2 }, measure: "money" });
  expect(line?.figures.separateRegister).toBe(7n);
});

test("an empty cell is a missing figure, never a zero", () => {
  const file = withFirst("");
  expect([file.issues, file.lines[0]?.figures.carriedOver, file.lines[0]?.figures.completed]).toEqual([
    [],
    undefined,
    0n,
  ]);
});

describe("a cell that is no whole number is refused by name", () => {
  test.each([
    ["1e308", "V01"],
    ["-0", "V01"],
    ["-5", "V01"],
    ["1.234", "V01"],
    ['"1,234"', "V01"],
    ["12 việc", "V01"],
    ["٣", "V01"],
    ["NaN", "V01"],
    ["0x10", "V01"],
    ["2147483648", "V01"],
    ["9".repeat(400), "V01"],
    ["=1+1", "FORMULA"],
    ["+1", "FORMULA"],
    ["-1+cmd|' /C calc'!A0", "FORMULA"],
    ["@SUM(A1)", "FORMULA"],
    ['"=HYPERLINK(""http://x"")"', "FORMULA"],
  ])("%s", (cell, rule) => {
    expect(marks(withFirst(cell))).toEqual([`2:carriedOver:${rule}`]);
  });

  test("quotes a value back short and without marks that turn text round", () => {
    const [issue] = withFirst(`\u202e${"x".repeat(500)}`).issues;
    expect(issue?.value).toBe(`·${"x".repeat(59)}…`);
  });
});

test("reports every problem of every line at once", () => {
  const wrong = lineOf("Cục Hưng Yên,21,0,việc", ["x", "-1", ...zeros.slice(2)]);
  const file = readCsvFile(
    [header, wrong, `${lineOf()},9`, lineOf(undefined, [...zeros.slice(1), "=1"])].join("\n"),
  );
  expect(marks(file).sort()).toEqual(
    [
      "2:agency:AGENCY",
      "2:carriedOver:V01",
      "2:measure:MEASURE",
      "2:month:PERIOD",
      "2:newlyAccepted:V01",
      "2:year:PERIOD",
      "3:null:FILE",
      "4:separateRegister:FORMULA",
    ].sort(),
  );
});

test("reduced files are refused: column 10b exists for money only", () => {
  const cells = INPUT_COLUMNS.map((column) => (column === "reduced" ? "3" : "0"));
  expect(marks(readCsvFile(`${header}\n${lineOf("cc-323,2021,1,cases", cells)}`))).toEqual(["2:reduced:V05"]);
  expect(marks(readCsvFile(`${header}\n${lineOf("cc-323,2021,1,money", cells)}`))).toEqual([]);
});

const figure = fc.option(fc.bigInt({ min: 0n, max: 2_147_483_647n }), { nil: null });
const csvLine = fc.record({
  agency: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
  year: fc.integer({ min: 1000, max: 9998 }),
  month: fc.integer({ min: 1, max: 12 }),
  figures: fc.array(figure, { minLength: 15, maxLength: 15 }),
});

test("reading what was printed gives back the same lines", () => {
  fc.assert(
    fc.property(
      fc.array(csvLine, { minLength: 1, maxLength: 8 }),
      fc.constantFrom("\n", "\r\n", "\r"),
      (lines, ending) => {
        const printed = lines.map(({ agency, year, month, figures }) =>
          [agency, year, month, "money", ...figures.map((value) => value ?? "")].join(","),
        );
        const file = readCsvFile([header, ...printed, ""].join(ending));
        const back = file.lines.map(({ agency, period, figures }) => ({
          agency,
          ...period,
          figures: INPUT_COLUMNS.map((column) => figures[column] ?? null),
        }));
        expect([file.issues, back]).toEqual([[], lines]);
      },
    ),
  );
});

test("never throws, whatever text it is given", () => {
  const hostile = fc.string({
    unit: fc.constantFrom("a", ",", ";", '"', "\n", "\r", "\t", "=", "\u202e", "1", "\u0000"),
  });
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), fc.boolean(), (text, hasHeader) => {
      const file = readCsvFile(hasHeader ? `${header}\n${text}` : text);
      expect(file.isReadable || file.issues.length > 0).toBe(true);
    }),
    { numRuns: 500 },
  );
}, 60_000);

describe("columns of counts beside the form", () => {
  const withCounts = (codes: string, cells: string) =>
    readCsvFile(`${header},${codes}\n${lineOf()},${cells}`);

  test("are not asked for; a file without them says nothing about counts", () => {
    expect(readCsvFile(`${header}\n${lineOf()}`).lines[0]?.counts).toEqual({});
  });

  test("are read in any order; an empty cell is missing, never zero", () => {
    const file = withCounts("K02,D01,N01", "0,12,");
    expect([file.issues, file.lines[0]?.counts]).toEqual([[], { K02: 0n, D01: 12n, N01: null }]);
  });

  test("stand under the same rules of the header", () => {
    expect(marks(withCounts("D01,D01", "1,1"))).toEqual(["1:D01:HEADER"]);
    expect(marks(withCounts("D99", "1"))).toEqual(["1:D99:HEADER"]);
  });

  test.each([
    ["-1", "V19"],
    ["1.234", "V19"],
    ["1,5", "FILE"],
    ["1e3", "V19"],
    ["=1+1", "V19"],
    ["2147483648", "V19"],
    ["mười", "V19"],
  ])("%s is refused by %s", (cell, rule) => {
    expect(withCounts("D01", cell).issues.map((issue) => issue.rule)).toEqual([rule]);
  });
});
