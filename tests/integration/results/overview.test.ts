import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { day } from "@/lib/core/day";
import { countCompleteness } from "@/lib/results/completeness/queries";
import { openSupplement, returnReport, submitReport } from "@/lib/results/operations";
import { getEntry } from "@/lib/results/queries";
import { getReview } from "@/lib/results/review/queries";
import { listWork } from "@/lib/results/work/queries";
import { loadReports, loadTargets, simpleReport } from "@/tests/factories/loaded-reports";
import {
  approved,
  createOffice,
  goodFigures,
  type Office,
  save,
  setPeriod,
  setSetting,
} from "@/tests/factories/reports";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let office: Office;
let leader: Actor;

beforeAll(async () => {
  db = await testDatabase();
  office = await createOffice(db, "cc-323");
  leader = await createActor(db, { role: "LEADER", agency: "cuc-hung-yen" });
  for (const year of [2015, 2016, 2017, 2018]) {
    for (const month of [1, 2]) await setPeriod(db.owner, year, month, "OPEN");
  }
  await setSetting(db.owner, "demo.today", "2018-12-31");
});
afterAll(() => db.close());

test("shows the approver what changed, the explained warnings and the effect on rates and ranks", async () => {
  const key = { agency: "cc-323", year: 2015, month: 2 };
  const unit = (agency: string, done: bigint, eligible: bigint, month = 2) =>
    simpleReport({ agency, year: 2015, month }, { cases: { done, eligible }, money: { done, eligible } });
  await loadReports(db.owner, [unit("cc-325", 50n, 100n), unit("cc-336", 30n, 100n)]);
  await approved(office, { ...key, month: 1 });
  await save(office.clerk, key, 0, goodFigures(2, 90));
  await perform(submitReport, office.clerk, key);
  const review = await getReview(office.head, key);
  expect(review.sinceLastSubmission).toBeNull();
  expect(review.sinceLastMonth).toContainEqual(
    expect.objectContaining({
      slice: "total",
      measure: "cases",
      column: "completed",
      before: 10n,
      after: 90n,
    }),
  );
  expect(review.errors).toEqual([]);
  expect(review.effect.cases).toEqual([
    {
      level: "unit",
      before: { ratio: null, rank: null, of: 1 },
      after: { ratio: { numerator: 90n, denominator: 120n }, rank: 1, of: 2 },
    },
    {
      level: "province",
      before: { ratio: { numerator: 50n, denominator: 100n }, rank: 1, of: 2 },
      after: { ratio: { numerator: 140n, denominator: 220n }, rank: 1, of: 2 },
    },
    {
      level: "nation",
      before: { ratio: { numerator: 80n, denominator: 200n }, rank: 1, of: 1 },
      after: { ratio: { numerator: 170n, denominator: 320n }, rank: 1, of: 1 },
    },
  ]);
  const reason = { code: "ARITHMETIC", text: "" };
  const returned = await perform(returnReport, office.head, { ...key, reason });
  await save(office.clerk, key, returned.version, goodFigures(2, 91));
  await perform(submitReport, office.clerk, key);
  expect((await getReview(office.head, key)).sinceLastSubmission).toContainEqual(
    expect.objectContaining({ measure: "cases", column: "completed", before: 90n, after: 91n }),
  );
});

test("gives the sums above only to somebody within whose scope the agency is", async () => {
  const ask = async (scope: string) => {
    const client = await db.owner.connect();
    try {
      await client.query("BEGIN; SET LOCAL ROLE thads_app");
      await client.query("SELECT set_config('app.scope', $1, true)", [scope]);
      const sql = "SELECT level FROM report_effect('cc-323', 2015, 2, '2014-11-30', 'cases', 1, 2)";
      return (await client.query(sql)).rows.length;
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  };
  expect(await ask("cc-325")).toBe(0);
  expect(await ask("")).toBe(0);
  expect(await ask("cc-325,cc-323")).toBe(3);
});

test("lists what is late, returned and waiting, for the one whom it waits for", async () => {
  const key = { agency: "cc-325", year: 2016, month: 1 };
  const other = await createOffice(db, "cc-325");
  const kinds = async (actor: Actor) =>
    (await listWork(actor, day("2016-11-30")))
      .filter(({ period }) => period.year === 2016)
      .map(({ kind, period }) => `${kind} ${period.month}`);
  expect(await kinds(other.clerk)).toEqual(["late 1", "late 2"]);
  await save(other.clerk, key);
  await perform(submitReport, other.clerk, key);
  expect(await kinds(other.clerk)).toEqual(["late 2"]);
  expect(await kinds(other.head)).toEqual(["waiting 1"]);
  await perform(returnReport, other.head, { ...key, reason: { code: "ARITHMETIC", text: "" } });
  expect(await kinds(other.head)).toEqual([]);
  const [late, returned] = await listWork(other.clerk, day("2016-11-30")).then((items) =>
    items.filter(({ period }) => period.year === 2016),
  );
  expect([late?.kind, returned?.kind]).toEqual(["late", "returned"]);
  expect(returned).toMatchObject({ status: "RETURNED", deadline: expect.any(String) });
  expect(returned?.daysLate).toBeGreaterThan(300);
});

test("shows a report as due between the period's end and its deadline, and not before", async () => {
  const third = await createOffice(db, "cc-326");
  const kinds = async (today: string) =>
    (await listWork(third.clerk, day(today)))
      .filter(({ period }) => period.year === 2017 && period.month === 1)
      .map(({ kind }) => kind);
  expect(await kinds("2016-10-31")).toEqual([]);
  expect(await kinds("2016-11-01")).toEqual(["due"]);
  expect(await kinds("2016-12-30")).toEqual(["late"]);
});

test("counts completeness and timeliness of the units that the reader may see", async () => {
  const fourth = await createOffice(db, "cc-327");
  await approved(fourth, { agency: "cc-327", year: 2018, month: 1 });
  await save(await clerkOf("cc-328"), { agency: "cc-328", year: 2018, month: 1 });
  const { provinces, total, units } = await countCompleteness(leader, { year: 2018, month: 1 });
  expect(provinces).toHaveLength(1);
  expect(provinces[0]).toMatchObject({
    agency: "cuc-hung-yen",
    expected: 11,
    drafts: 1,
    approved: 1,
    missing: 9,
    late: 10,
  });
  expect(total.submittedLate).toBe(1);
  expect(units.every(({ province }) => province === "cuc-hung-yen")).toBe(true);
});

test("counts an accepted report while its supplement is being made", async () => {
  const fifth = await createOffice(db, "cc-329");
  const key = { agency: "cc-329", year: 2017, month: 2 };
  await approved(fifth, { ...key, month: 1 });
  await approved(fifth, key);
  await perform(openSupplement, fifth.clerk, { ...key, reason: "Sót việc" });
  const { total, units } = await countCompleteness(leader, { year: 2017, month: 2 });
  expect(total.approved).toBe(1);
  expect(units.find(({ agency }) => agency === "cc-329")).toMatchObject({
    status: "APPROVED",
    isSupplemented: true,
  });
});

test("takes the nearest target and tells from whom it is inherited", async () => {
  await loadTargets(db.owner, [
    { agency: "tc", year: 2016, indicator: "R_C", comparison: "above", basisPoints: 8000 },
    { agency: "tc", year: 2016, indicator: "R_M", comparison: "above", basisPoints: 4000 },
    { agency: "cuc-hung-yen", year: 2016, indicator: "R_C", comparison: "above", basisPoints: 8300 },
  ]);
  const { targets } = await getEntry(office.clerk, { agency: "cc-323", year: 2016, month: 1 });
  expect(targets).toEqual({
    R_C: { comparison: "above", basisPoints: 8300, inheritedFrom: "cuc-hung-yen" },
    R_M: { comparison: "above", basisPoints: 4000, inheritedFrom: "tc" },
  });
});

function clerkOf(agency: string): Promise<Actor> {
  return createActor(db, { role: "CLERK", agency });
}
