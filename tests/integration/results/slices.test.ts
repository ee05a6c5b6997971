import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { saveBody } from "@/components/results/entry/exchange";
import { perform } from "@/lib/actions/perform";
import { saveReport, submitReport } from "@/lib/results/operations";
import { getEntry, getReport } from "@/lib/results/queries";
import { getReview } from "@/lib/results/review/queries";
import {
  approved,
  createOffice,
  goodFigures,
  type Half,
  type Office,
  save,
  setPeriod,
  setSetting,
} from "@/tests/factories/reports";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let office: Office;
let year = 2012;
const key = (month = 1) => ({ agency: "cc-323", year, month });
const nothing = { cases: {}, money: {} };

/** Saves the whole docket with parts. */
function saveParts(version: number, slices: Record<string, { cases: Half; money: Half }>) {
  return perform(saveReport, office.clerk, { ...key(), expectedVersion: version, ...goodFigures(), slices });
}

beforeAll(async () => {
  db = await testDatabase();
  office = await createOffice(db, "cc-323");
});
beforeEach(async () => {
  year += 1;
  await setPeriod(db.owner, year, 1, "OPEN");
});
afterAll(() => db.close());

test("a part is kept beside the whole, and what nobody reported stays missing", async () => {
  await saveParts(0, { credit: { cases: { completed: "4" }, money: {} } });
  const { figures } = await getEntry(office.clerk, key());
  expect(figures.credit).toEqual({ cases: { completed: 4n }, money: {} });
  expect(Object.keys(figures).sort()).toEqual(["credit", "total"]);
});

test("a part whose cells are emptied on the page is not reported any more, and blocks nothing", async () => {
  await saveParts(0, { exOfficio: { cases: { completed: "4" }, money: {} } });
  await expect(perform(submitReport, office.clerk, key())).rejects.toMatchObject({ code: "invalid" });
  const stored = { version: 1, values: { "cases:completed:exOfficio": 4n }, reasons: {} } as const;
  const { slices } = saveBody(key(), stored, { values: {}, reasons: {} });
  expect(slices).toEqual({ exOfficio: nothing });
  await saveParts(1, { exOfficio: nothing });
  expect((await getReport(office.clerk, key())).slices).toEqual({});
  await expect(perform(submitReport, office.clerk, key())).resolves.toMatchObject({ status: "SUBMITTED" });
});

test("a save that names no part leaves the parts as they are", async () => {
  await saveParts(0, { stateBudget: { cases: { completed: "4" }, money: {} } });
  await save(office.clerk, key(), 1, goodFigures(1, 20));
  expect((await getEntry(office.clerk, key())).figures.stateBudget?.cases.completed).toBe(4n);
});

test.each([
  ["V08", { credit: { cases: { completed: "11" }, money: {} } }],
  ["V07", { exOfficio: goodFigures(), onRequest: goodFigures() }],
])("%s keeps parts that disagree with the whole from being sent", async (rule, slices) => {
  const saved = await saveParts(0, slices);
  const issue = saved.issues.find((each) => each.rule === rule);
  expect(issue?.message).toMatch(/Cột \d+/);
  await expect(perform(submitReport, office.clerk, key())).rejects.toMatchObject({
    code: "invalid",
    details: { issues: expect.arrayContaining([expect.objectContaining({ rule })]) },
  });
});

test("parts that agree are sent, and the approver reads them with what changed", async () => {
  const zeros = Object.fromEntries(Object.keys(goodFigures().cases).map((column) => [column, "0"]));
  await saveParts(0, { exOfficio: goodFigures(), onRequest: { cases: zeros, money: zeros } });
  await perform(submitReport, office.clerk, key());
  const { entry, errors } = await getReview(office.head, key());
  expect(errors).toEqual([]);
  expect(Object.keys(entry.figures).sort()).toEqual(["exOfficio", "onRequest", "total"]);
});

test("the months before reach back over the break of the year, accepted ones only", async () => {
  await setSetting(db.owner, "rules.previousPeriodRequired", false);
  for (const month of [1, 2, 3]) await setPeriod(db.owner, year, month, "OPEN");
  await setPeriod(db.owner, year + 1, 1, "OPEN");
  await approved(office, key(1));
  await approved(office, key(3));
  await save(office.clerk, key(2));
  const entry = await getEntry(office.clerk, { agency: "cc-323", year: year + 1, month: 1 });
  expect(entry.earlier.map((each) => [each.year, each.month])).toEqual([[year, 3]]);
  const later = await getEntry(office.clerk, { agency: "cc-323", year, month: 4 });
  expect(later.earlier.map((each) => [each.year, each.month])).toEqual([
    [year, 1],
    [year, 3],
  ]);
  expect(later.earlier.at(-1)?.figures.total?.cases.completed).toBe(30n);
  year += 1;
});
