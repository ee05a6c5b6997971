import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type FormFigures, INPUT_COLUMNS, MEASURES } from "@/lib/form/columns";
import { issueKey } from "@/lib/form/issue";
import { type ValidationInput, validate } from "@/lib/form/rules";
import { input } from "./support";

// Illustrative figures of Cục THADS Hưng Yên and its ten Chi cục, 2021: a copy of shared/input/hung_yen_2021.csv.
const [header = "", ...lines] = readFileSync(new URL("./hung-yen-2021.csv", import.meta.url), "utf8")
  .trim()
  .split("\n");
const names = header.trim().split(",");
const rows = lines.map((line) => {
  const cells = line.trim().split(",");
  return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
});
const agencies = [...new Set(rows.map(({ agency = "" }) => agency))];

function formOf(agency: string, month: number): FormFigures {
  const [cases = {}, money = {}] = MEASURES.map((measure) => {
    const row = rows.find(
      (it) => it.agency === agency && it.month === String(month) && it.measure === measure,
    );
    return Object.fromEntries(INPUT_COLUMNS.map((column) => [column, BigInt(row?.[column] ?? "")]));
  });
  return { cases, money };
}

function reportOf(agency: string, month: number): ValidationInput {
  const earlier = Array.from({ length: month - 1 }, (_, at) => ({
    month: at + 1,
    figures: formOf(agency, at + 1),
  }));
  const last = earlier.at(-1);
  return input({
    period: { year: 2021, month },
    agencyKind: agency.startsWith("cuc-") ? "PROVINCE" : "DISTRICT",
    figures: { total: formOf(agency, month) },
    previous: last ? { total: last.figures } : null,
    history: earlier,
  });
}

test("holds eleven agencies, twelve months, both measures", () => {
  expect([agencies.length, rows.length]).toEqual([11, 264]);
});

test.each(agencies)("%s: twelve ordinary months raise neither errors nor warnings", (agency) => {
  const issues = Array.from({ length: 12 }, (_, at) =>
    validate(reportOf(agency, at + 1)).map(issueKey),
  ).flat();
  expect(issues).toEqual([]);
});

test("the province's twelve-month summary of all eleven rows is consistent", () => {
  const units = agencies.map((agency) => formOf(agency, 12));
  const sum = (measure: "cases" | "money") =>
    Object.fromEntries(
      INPUT_COLUMNS.map((column) => [
        column,
        units.reduce((total, unit) => total + (unit[measure][column] ?? 0n), 0n),
      ]),
    );
  const figures = { total: { cases: sum("cases"), money: sum("money") } };
  const statedRates = { cases: "84,05", money: "42,1" };
  const period = { year: 2021, month: 12 };
  const issues = validate(input({ period, agencyKind: "PROVINCE", figures, units, statedRates }));
  expect(issues).toEqual([]);
});
