import { expect, test } from "vitest";
import { formOf } from "@/lib/cases/derived/rules";
import type { CaseEvent } from "@/lib/cases/types";
import { INPUT_COLUMNS, MEASURES } from "@/lib/form/columns";
import { hungYenCases } from "@/prisma/seed/cases/hung-yen";
import { readHungYen2021 } from "@/prisma/seed/reference";

const cases = hungYenCases();

/** The cases of one agency as the pure function takes them. */
function registerOf(agency: string) {
  return cases
    .filter((each) => each.agency === agency)
    .map(({ initiative, category, amount, events }) => ({
      facts: { initiative, category, amount },
      events: events.map((event, at): CaseEvent => ({ ...event, seq: at + 1, agency })),
    }));
}

test("the register of Hưng Yên makes the forms of all its units and all twelve months, cell by cell", () => {
  const reports = readHungYen2021();
  expect(reports).toHaveLength(132);
  const registers = new Map(reports.map(({ agency }) => [agency, registerOf(agency)]));
  const wrong = reports.flatMap(({ agency, year, month, figures }) => {
    const form = formOf(registers.get(agency) ?? [], agency, { year, month });
    return MEASURES.flatMap((measure) =>
      INPUT_COLUMNS.filter((column) => form[measure][column] !== figures[measure][column]).map(
        (column) => `${agency} ${month} ${measure}.${column}`,
      ),
    );
  });
  expect(wrong).toEqual([]);
}, 60_000);

test("it is the same each time, and everybody in it is visibly invented", () => {
  const text = (list: typeof cases) =>
    JSON.stringify(list, (_key, value) => (typeof value === "bigint" ? `${value}` : value));
  expect(text(hungYenCases()) === text(cases)).toBe(true);
  expect(cases.length).toBeGreaterThan(6_000);
  for (const { debtor, creditor, obligation } of cases) {
    expect(debtor).toContain("minh họa");
    expect(creditor ?? "minh họa").toContain("minh họa");
    expect(obligation).toContain("minh họa");
  }
}, 60_000);
