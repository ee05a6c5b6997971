import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { saveReport, submitReport } from "@/lib/results/operations";
import { getEntry, getReport } from "@/lib/results/queries";
import {
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
let offices: Office[];
let office: Office;
let stranger: Actor;
let [place, year] = [0, 2010];
/** Every test has a year of its own, in the first district or the second. */
const districts = ["cc-323", "cc-325"] as const;
const agency = () => districts[place] ?? "cc-323";
const key = (month = 1) => ({ agency: agency(), year, month });

beforeAll(async () => {
  db = await testDatabase();
  offices = await Promise.all(districts.map((district) => createOffice(db, district)));
  stranger = await createActor(db, { role: "CLERK", agency: "cc-336" });
});
beforeEach(async () => {
  [place, year] = year === 2024 ? [1, 2011] : [place, year + 1];
  office = offices[place] as Office;
  await setPeriod(db.owner, year, 1, "OPEN");
});
afterAll(() => db.close());

test("answers a report nobody has entered as an empty one of version 0", async () => {
  const report = await getReport(office.clerk, key());
  expect(report).toMatchObject({ version: 0, revision: 0, status: null, issues: [], revisions: [] });
  expect(report.cases.completed).toBeNull();
});

test("keeps a missing figure apart from zero, and does not let it be sent", async () => {
  const { cases, money } = goodFigures();
  const { completed: _left, ...rest } = cases;
  const saved = await save(office.clerk, key(), 0, { cases: { ...rest, terminated: null }, money });
  expect(saved.derived.cases.eligible).toBeNull();
  expect(saved.derived.money.eligible).toBe("120000000");
  const entry = await getEntry(office.clerk, key());
  expect(entry.figures.total?.cases).not.toHaveProperty("completed");
  expect(entry.figures.total?.cases.reduced).toBe(0n);
  await expect(perform(submitReport, office.clerk, key())).rejects.toMatchObject({
    code: "invalid",
    details: {
      issues: expect.arrayContaining([expect.objectContaining({ rule: "V01", column: "completed" })]),
    },
  });
});

test.each([
  ["an unknown column", { cases: { completedd: "1" } }],
  ["money words", { money: { completed: "7,3 tỷ" } }],
  ["a fraction", { cases: { completed: 1.5 } }],
  ["an unsafe number", { money: { completed: 2 ** 60 } }],
  ["a negative figure", { cases: { completed: "-1" } }],
  ["an overflow", { money: { completed: "100000000000000000" } }],
  ["a reduction of cases", { cases: { reduced: "1" } }],
  ["an unknown slice", { slices: { everything: { cases: {}, money: {} } } }],
  ["an unknown reason", { reasons: { "V10:cases:total:completed": { code: "BECAUSE" } } }],
  ["a foreign field", { status: "APPROVED" }],
])("refuses %s and writes nothing", async (_what, change) => {
  const body = { ...key(), expectedVersion: 0, ...goodFigures(), ...change };
  await expect(perform(saveReport, office.clerk, body)).rejects.toMatchObject({ code: "invalid" });
  expect((await getReport(office.clerk, key())).version).toBe(0);
});

test("refuses a stale save with both versions, and the writer of the stored one", async () => {
  await save(office.clerk, key());
  await save(office.clerk, key(), 1, goodFigures(1, 20));
  await expect(save(office.clerk, key(), 1, goodFigures(1, 30))).rejects.toMatchObject({
    code: "conflict",
    details: {
      expectedVersion: 1,
      version: 2,
      yours: { total: { cases: { completed: "30" } } },
      stored: { total: { cases: { completed: "20" } } },
      savedBy: office.clerk.userId,
    },
  });
  await expect(save(office.clerk, key(), 0)).rejects.toMatchObject({ code: "conflict" });
});

test("refuses a period that is not open, until the agency's own is reopened", async () => {
  const write = () => save(office.clerk, key(3), 0, goodFigures(3));
  await expect(write()).rejects.toMatchObject({
    code: "precondition",
    message: expect.stringContaining("chưa mở"),
  });
  const client = await db.owner.connect();
  await client.query("BEGIN");
  await client.query("SELECT audit_append('periods', 'test', 'period.reopen', 'period', '{}')");
  await client.query(
    `INSERT INTO period_reopening (id, agency_code, year, month, reason, until, opened_by, opened_at)
     VALUES (gen_random_uuid(), $2, $1, 3, 'Sót việc', business_day(), 'test', now())`,
    [year, agency()],
  );
  await client.query("COMMIT");
  client.release();
  await expect(write()).resolves.toMatchObject({ version: 1 });
  await expect(save(stranger, { ...key(3), agency: "cc-336" })).rejects.toMatchObject({
    code: "precondition",
  });
});

test("refuses whoever may not record here, and a report that waits for approval", async () => {
  await expect(save(stranger, key())).rejects.toMatchObject({ code: "forbidden" });
  await expect(save(office.head, key())).rejects.toMatchObject({ code: "forbidden" });
  await save(office.clerk, key());
  await perform(submitReport, office.clerk, key());
  await expect(save(office.clerk, key(), 2)).rejects.toMatchObject({
    code: "precondition",
    message: expect.stringContaining("đã gửi duyệt"),
  });
});

test("asks a coded reason for every warning before it is sent", async () => {
  const { cases, money } = goodFigures();
  const figures = { cases: { ...cases, carriedOver: "0", newlyAccepted: "150" }, money };
  const saved = await save(office.clerk, key(), 0, figures);
  const warning = saved.issues.find(({ rule }) => rule === "V16");
  expect(warning?.severity).toBe("warning");
  await expect(perform(submitReport, office.clerk, key())).rejects.toMatchObject({ code: "invalid" });
  const reasons = Object.fromEntries(saved.issues.map(({ key: name }) => [name, { code: "NEW_AGENCY" }]));
  await perform(saveReport, office.clerk, { ...key(), expectedVersion: 1, ...figures, reasons });
  await expect(perform(submitReport, office.clerk, key())).resolves.toMatchObject({ status: "SUBMITTED" });
  expect((await getEntry(office.head, key())).reasons[warning?.key ?? ""]?.code).toBe("NEW_AGENCY");
});

test("wants the month before accepted first, unless the installation says otherwise", async () => {
  await setPeriod(db.owner, year, 2, "OPEN");
  const saved = await save(office.clerk, key(2));
  expect(saved.issues.map(({ rule }) => rule)).toContain("V17");
  await expect(perform(submitReport, office.clerk, key(2))).rejects.toMatchObject({ code: "invalid" });
  await setSetting(db.owner, "rules.previousPeriodRequired", false);
  try {
    await expect(perform(submitReport, office.clerk, key(2))).resolves.toMatchObject({ status: "SUBMITTED" });
  } finally {
    await setSetting(db.owner, "rules.previousPeriodRequired", true);
  }
});

test("audits only the cells that changed, before and after", async () => {
  await save(office.clerk, key());
  await save(office.clerk, key(), 1, goodFigures(1, 20));
  const { rows } = await db.owner.query(
    "SELECT payload FROM audit_entry WHERE subject = $1 ORDER BY seq DESC LIMIT 1",
    [`report:${agency()}:${year}:1`],
  );
  expect(rows[0].payload).toEqual({
    revision: 1,
    version: 2,
    changed: {
      "total.cases.completed": ["10", "20"],
      "total.cases.inProgress": ["110", "100"],
      "total.money.completed": ["10000000", "20000000"],
      "total.money.inProgress": ["110000000", "100000000"],
    },
  });
});

test("answers a repeated request as before and writes once", async () => {
  const body = { ...key(), expectedVersion: 0, ...goodFigures() };
  const options = { idempotencyKey: `retry-${place}-${year}` };
  const first = await perform(saveReport, office.clerk, body, options);
  const again = await Promise.all([1, 2, 3].map(() => perform(saveReport, office.clerk, body, options)));
  for (const answer of again) expect(answer).toEqual(first);
  expect((await getReport(office.clerk, key())).version).toBe(1);
  const other = { ...body, expectedVersion: 1 };
  await expect(perform(saveReport, office.clerk, other, options)).rejects.toMatchObject({ code: "invalid" });
});

test("hides rows of a foreign scope from the application's role, and shows its own", async () => {
  await save(office.clerk, key());
  const count = async (scope: string) => {
    const client = await db.owner.connect();
    try {
      await client.query("BEGIN; SET LOCAL ROLE thads_app");
      await client.query("SELECT set_config('app.scope', $1, true)", [scope]);
      const { rows } = await client.query(
        "SELECT (SELECT count(*)::int FROM report_revision) AS reports, (SELECT count(*)::int FROM report_figures) AS figures",
      );
      return rows[0];
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  };
  expect(await count("cc-336")).toEqual({ reports: 0, figures: 0 });
  expect(await count("")).toEqual({ reports: 0, figures: 0 });
  expect((await count(agency())).figures).toBeGreaterThan(0);
});
