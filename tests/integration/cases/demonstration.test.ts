import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/actor";
import { getRegisterForm } from "@/lib/cases/derived/queries";
import { getReconciliation } from "@/lib/cases/reconciliation/queries";
import { INPUT_COLUMNS, MEASURES } from "@/lib/form/columns";
import { loadDemo } from "@/prisma/seed/load-demo";
import { readHungYen2021 } from "@/prisma/seed/reference";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const operator = systemActor("test");
const reports = readHungYen2021();
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  await loadDemo(db.url, () => undefined);
}, 240_000);
afterAll(() => db.close());

test("the register makes the twelve months of every unit of Hưng Yên, cell by cell, and says it is illustrative", async () => {
  const wrong: string[] = [];
  for (const { agency, year, month, figures } of reports) {
    const { slices, illustrative } = await getRegisterForm(operator, { agency, year, month });
    if (!illustrative) wrong.push(`${agency} is not marked`);
    for (const measure of MEASURES)
      for (const column of INPUT_COLUMNS)
        if (slices.total[measure][column] !== figures[measure][column])
          wrong.push(`${agency} ${month} ${measure}.${column}`);
  }
  expect(wrong).toEqual([]);
});

test("reconciliation finds the two planted differences and the one case that makes each of them, and nothing else", async () => {
  const found: string[] = [];
  for (const { agency, year, month } of reports.filter((report) => [6, 12].includes(report.month))) {
    const { columns } = await getReconciliation(operator, { agency, year, month });
    for (const { measure, column, difference, cases, unexplained } of columns) {
      if (difference === 0n) continue;
      found.push(
        `${agency} ${month} ${measure}.${column}: ${cases.length} ${cases[0]?.why}, ${unexplained} left`,
      );
    }
  }
  const cells = ["cases.completed", "cases.inProgress", "money.completed", "money.inProgress"];
  expect(found.sort()).toEqual([
    ...cells.map((cell) => `cc-329 12 ${cell}: 1 recordedLater, 0 left`),
    ...cells.map((cell) => `cc-331 12 ${cell}: 1 amount, 0 left`),
  ]);
});

test("every sum equals counting all events anew, and parties are visibly invented", async () => {
  expect(await db.owner.query("SELECT * FROM case_totals_verify()")).toMatchObject({ rowCount: 0 });
  const { rows } = await db.owner.query(
    "SELECT count(*)::int AS parties, count(*) FILTER (WHERE name NOT LIKE '%minh họa%')::int AS others FROM case_party",
  );
  expect(rows[0].parties).toBeGreaterThan(6_000);
  expect(rows[0].others).toBe(0);
});
