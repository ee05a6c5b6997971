import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import { recordAgencyEvent } from "@/lib/agencies/operations";
import { systemActor } from "@/lib/auth/actor";
import { getRegisterForm } from "@/lib/cases/derived/queries";
import { addTo, emptyForm, formOf } from "@/lib/cases/derived/rules";
import { getCase } from "@/lib/cases/file/queries";
import { historyOf } from "@/tests/factories/case-histories";
import { insertCases } from "@/tests/factories/cases";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const operator = systemActor("test");
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("a merger moves open cases to the successor with an event; its history stays, and no đồng is lost or doubled", async () => {
  const [old, heir] = ["cc-326", "cc-325"];
  const cases = [old, heir].flatMap((agency) => fc.sample(historyOf(agency), { numRuns: 40, seed: 11 }));
  const ids = await insertCases(db.owner, cases);
  const before = { year: 2022, month: 12 };
  const after = { year: 2023, month: 4 };
  const merge = { decisionNumber: "9/QĐ", decisionDate: "2022-12-15", effectiveOn: "2023-01-01" };
  await perform(recordAgencyEvent, operator, {
    kind: "MERGE",
    predecessors: [old],
    successor: heir,
    ...merge,
  });
  expect(await db.owner.query("SELECT * FROM case_totals_verify()")).toMatchObject({ rowCount: 0 });
  const form = async (agency: string, period: typeof before) =>
    (await getRegisterForm(operator, { agency, ...period })).slices.total;
  expect(await form(old, before)).toEqual(formOf(cases, old, before));
  expect(await form(old, after)).toEqual(emptyForm());
  const both = formOf(cases, old, after);
  addTo(both, formOf(cases, heir, after));
  expect(await form(heir, after)).toEqual(both);
  const { rows } = await db.owner.query(
    "SELECT count(*)::int AS n, count(*) FILTER (WHERE state IN ('COMPLETED', 'TERMINATED'))::int AS ended FROM case_event WHERE kind = 'TRANSFERRED'",
  );
  expect(rows[0].n).toBeGreaterThan(5);
  const moved = await db.owner.query(
    "SELECT case_id::text FROM case_event WHERE kind = 'TRANSFERRED' LIMIT 1",
  );
  const file = await getCase(operator, moved.rows[0].case_id);
  expect(file).toMatchObject({ agency: heir, numberedBy: old });
  expect(file.timeline.at(-1)).toMatchObject({ kind: "TRANSFERRED", agency: heir, day: "2023-01-01" });
  expect(ids).toHaveLength(80);
});
