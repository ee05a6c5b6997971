import { afterAll, beforeAll, expect, test } from "vitest";
import { generateCases } from "@/prisma/seed/cases/generate";
import { loadCases } from "@/prisma/seed/cases/load";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("a generated register is the same for the same seed, marked illustrative, and its sums are right", async () => {
  const made = await loadCases(db.url, generateCases(3_000, 7));
  expect(made.cases).toBe(3_000);
  expect(made.events).toBeGreaterThan(12_000);
  expect([...generateCases(50, 7)]).toEqual([...generateCases(50, 7)]);
  expect([...generateCases(50, 7)]).not.toEqual([...generateCases(50, 8)]);
  const { rows } = await db.owner.query("SELECT count(*)::int AS n FROM enforcement_case WHERE illustrative");
  expect(rows[0].n).toBeGreaterThanOrEqual(3_000);
  expect(await db.owner.query("SELECT * FROM case_totals_verify()")).toMatchObject({ rowCount: 0 });
});
