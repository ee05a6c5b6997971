import { expect, test } from "vitest";
import { INPUT_COLUMNS } from "@/lib/form/columns";
import { FORM_VERSIONS, formVersion, formVersionFor } from "@/lib/form/version";
import { TT_06_2019 } from "@/lib/form/versions/tt-06-2019";

const printed = TT_06_2019.columns;

test("prints columns 1 to 19 with 10b after 10", () => {
  expect(printed.map(({ number }) => number).join(" ")).toBe(
    "1 2 3 4 5 6 7 8 9 10 10b 11 12 13 14 15 16 17 18 19",
  );
});

test("keeps the input columns in the order of the CSV header", () => {
  expect(printed.filter(({ kind }) => kind === "input").map(({ column }) => column)).toEqual([
    ...INPUT_COLUMNS,
  ]);
});

test("gives the indicator codes of both halves", () => {
  expect(printed.find(({ column }) => column === "completed")?.code).toEqual({ cases: "C09", money: "M09" });
  expect(printed.find(({ column }) => column === "reduced")?.code).toEqual({ cases: "C10b", money: "M10b" });
});

test("marks 3, 4, 5, 6, 9, 10 and 10b as cumulative flows", () => {
  expect(printed.filter(({ flow }) => flow).map(({ number }) => number)).toEqual([
    "3",
    "4",
    "5",
    "6",
    "9",
    "10",
    "10b",
  ]);
});

test("explains every column in both languages", () => {
  for (const { label, note } of printed) {
    expect([label.vi, label.en, note.vi, note.en].every((text) => text.length > 3)).toBe(true);
  }
});

test("uses the one known form for every period, older years included", () => {
  expect(formVersionFor({ year: 2015, month: 12 })).toBe(TT_06_2019);
  expect(formVersionFor({ year: 2026, month: 12 })).toBe(TT_06_2019);
  expect(FORM_VERSIONS.map(({ id }) => id)).toEqual(["tt-06-2019"]);
});

test("refuses an unknown form", () => {
  expect(formVersion("tt-06-2019")).toBe(TT_06_2019);
  expect(() => formVersion("tt-05-2026")).toThrow(RangeError);
});
