import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import { type Actor, systemActor } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import { addDays, dayOfInstant } from "@/lib/core/day";
import { readAnchorFile } from "@/lib/db/anchor-file";
import { readAnchorLines } from "@/lib/db/anchor-line";
import { calendarOperations, periodOperations } from "@/lib/periods/operations";
import { listCalendar, listPeriods } from "@/lib/periods/queries";
import { approveReport, submitReport } from "@/lib/results/operations";
import { approved, createOffice, type Office, save, setPeriod } from "@/tests/factories/reports";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const operator = systemActor("test");
const today = dayOfInstant(now());
const { setStatus, reopen, endReopening } = periodOperations;
let db: TestDatabase;
let staff: Actor;
let admin: Actor;
let office: Office;

beforeAll(async () => {
  db = await testDatabase();
  staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
  admin = await createActor(db, { role: "ADMIN", agency: "tc" });
  office = await createOffice(db, "cc-325");
});
afterAll(() => db.close());

const status = async (year: number, month: number, to: string, by = staff) =>
  perform(setStatus, by, { year, month, status: to });
const reopening = (year: number, month = 1, more: Record<string, unknown> = {}) => ({
  agency: "cc-325",
  year,
  month,
  reason: "Nhập thiếu quyết định",
  until: addDays(today, 3),
  ...more,
});

async function revisionsOf(year: number): Promise<{ status: string; version: number }[]> {
  const sql = "SELECT status, version FROM report_revision WHERE agency_code = 'cc-325' AND year = $1";
  return (await db.owner.query(sql, [year])).rows;
}

test.each([
  ["general staff", () => staff, 2012],
  ["an administrator, who sees no report", () => admin, 2013],
  ["the operator", () => operator, 2014],
] as const)(
  "locking by %s locks every approved report with its period, and says whose",
  async (_who, by, year) => {
    await status(year, 1, "OPEN", by());
    await approved(office, { agency: "cc-325", year, month: 1 });
    const [{ version } = { version: 0 }] = await revisionsOf(year);
    expect(await status(year, 1, "LOCKED", by())).toEqual({ status: "LOCKED", locked: 1 });
    expect(await revisionsOf(year)).toEqual([{ status: "LOCKED", version: version + 1 }]);
    const audit = await db.owner.query(
      "SELECT chain, payload FROM audit_entry WHERE subject = $1 ORDER BY seq DESC LIMIT 1",
      [`period:${year}-01`],
    );
    expect(audit.rows).toEqual([
      { chain: "periods", payload: { from: "OPEN", to: "LOCKED", locked: ["cc-325"] } },
    ]);
  },
);

test("an approval and the lock at the same moment leave no approved report unlocked", async () => {
  for (const agency of ["cc-326", "cc-327", "cc-328", "cc-329", "cc-330", "cc-331"]) {
    const key = { agency, year: 2011, month: 1 };
    const { clerk, head } = await createOffice(db, agency);
    await setPeriod(db.owner, 2011, 1, "OPEN");
    await save(clerk, key);
    await perform(submitReport, clerk, key);
    const [approval] = await Promise.allSettled([
      perform(approveReport, head, key),
      status(2011, 1, "LOCKED"),
    ]);
    const sql = "SELECT status FROM report_revision WHERE agency_code = $1 AND year = 2011";
    const { rows } = await db.owner.query(sql, [agency]);
    expect(rows).toEqual([{ status: approval.status === "fulfilled" ? "LOCKED" : "SUBMITTED" }]);
  }
});

test("closing leaves approved reports as they are", async () => {
  await status(2015, 1, "OPEN");
  await approved(office, { agency: "cc-325", year: 2015, month: 1 });
  expect(await status(2015, 1, "CLOSED")).toEqual({ status: "CLOSED", locked: 0 });
  expect(await revisionsOf(2015)).toMatchObject([{ status: "APPROVED" }]);
});

test("nothing of a period that is not locked can be locked", async () => {
  await status(2016, 1, "OPEN");
  await approved(office, { agency: "cc-325", year: 2016, month: 1 });
  await db.owner.query("SELECT lock_reports(2016, 1)");
  expect(await revisionsOf(2016)).toMatchObject([{ status: "APPROVED" }]);
});

test("what is locked stays locked, and the refusal says what to do instead", async () => {
  await status(2017, 1, "LOCKED");
  for (const to of ["OPEN", "CLOSED"]) {
    await expect(status(2017, 1, to)).rejects.toThrow("mở lại kỳ cho riêng cơ quan");
  }
  await expect(status(2017, 1, "LOCKED")).resolves.toMatchObject({ status: "LOCKED" });
});

test.each(["CLERK", "APPROVER", "LEADER", "AUDITOR"] as const)("lets no %s keep periods", async (role) => {
  const actor = await createActor(db, { role, agency: "cuc-hung-yen" });
  const tries = [
    perform(setStatus, actor, { year: 2018, month: 1, status: "OPEN" }),
    perform(reopen, actor, reopening(2018)),
    perform(endReopening, actor, { agency: "cc-325", year: 2018, month: 1 }),
    perform(calendarOperations.set, actor, { day: "2018-05-02", kind: "HOLIDAY", name: "Nghỉ" }),
    perform(calendarOperations.remove, actor, { day: "2018-01-01" }),
  ];
  for (const result of await Promise.allSettled(tries)) {
    expect(result).toMatchObject({ status: "rejected", reason: { code: "forbidden" } });
  }
});

test("a reopening lets one agency in, no other, and ends when it is ended", async () => {
  await perform(reopen, admin, reopening(2019));
  const other = await createOffice(db, "cc-326");
  await expect(save(other.clerk, { agency: "cc-326", year: 2019, month: 1 })).rejects.toMatchObject({
    code: "precondition",
  });
  const { version } = await save(office.clerk, { agency: "cc-325", year: 2019, month: 1 });
  await perform(endReopening, admin, { agency: "cc-325", year: 2019, month: 1 });
  await expect(save(office.clerk, { agency: "cc-325", year: 2019, month: 1 }, version)).rejects.toMatchObject(
    {
      code: "precondition",
    },
  );
  const again = perform(endReopening, admin, { agency: "cc-325", year: 2019, month: 1 });
  await expect(again).rejects.toThrow("không đang mở lại");
});

test("a locked period can be reopened for one agency, once at a time, in that agency's chain of audit", async () => {
  await status(2020, 1, "LOCKED");
  await perform(reopen, staff, reopening(2020));
  await perform(reopen, staff, reopening(2020, 1, { reason: "Gia hạn", until: today }));
  const [first] = await listPeriods(admin, 2020);
  expect(first).toMatchObject({
    status: "LOCKED",
    reopenings: [{ agency: "cc-325", reason: "Gia hạn", until: today }],
  });
  expect((await listPeriods(office.clerk, 2020))[0]?.reopenings).toHaveLength(1);
  const stranger = await createActor(db, { role: "CLERK", agency: "cc-400" });
  expect((await listPeriods(stranger, 2020))[0]?.reopenings).toEqual([]);
  const audit = await db.owner.query(
    "SELECT action FROM audit_entry WHERE chain = 'cc-325' AND subject = 'period:2020-01'",
  );
  expect(audit.rows).toHaveLength(2);
});

test.each([
  ["until", { until: addDays(today, -1) }],
  ["agency", { agency: "khong-co" }],
  ["agency", { agency: "tc" }],
  ["agency", { agency: "cql" }],
  ["reason", { reason: " " }],
  ["month", { month: 13 }],
])("reopening names the field %s when it refuses %o", async (field, more) => {
  const refusal = await perform(reopen, staff, reopening(2021, 1, more)).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: "invalid" });
  expect(Object.keys((refusal as { fields: object }).fields)).toEqual([field]);
});

test("the twelve periods have their dates and legal deadlines, which move with the calendar", async () => {
  const periods = await listPeriods(office.clerk, 2022);
  expect(periods).toHaveLength(12);
  expect(periods[5]).toMatchObject({ month: 6, firstDay: "2021-10-01", lastDay: "2022-03-31" });
  const before = periods[5]?.deadlines.DISTRICT;
  expect(before?.legalVersion).toContain("06/2019");
  await perform(calendarOperations.set, admin, { day: before?.day, kind: "HOLIDAY", name: "Nghỉ bù" });
  expect((await listPeriods(office.clerk, 2022))[5]?.deadlines.DISTRICT?.day).toBe(
    addDays(before?.day ?? today, 1),
  );
  expect(await listCalendar(office.clerk, 2022)).toContainEqual({
    day: before?.day,
    kind: "HOLIDAY",
    name: "Nghỉ bù",
  });
  await perform(calendarOperations.remove, staff, { day: before?.day });
  expect((await listPeriods(office.clerk, 2022))[5]?.deadlines.DISTRICT).toEqual(before);
  await expect(perform(calendarOperations.remove, staff, { day: before?.day })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("a lock is anchored outside the database once it is committed, opening and closing are not", async () => {
  const anchors = () => readAnchorLines(readAnchorFile()).anchors;
  const before = anchors().length;
  await status(2015, 5, "OPEN");
  await status(2015, 5, "CLOSED");
  expect(anchors()).toHaveLength(before);
  await status(2015, 5, "LOCKED");
  expect(anchors()).toHaveLength(before + 1);
  const { rows } = await db.owner.query("SELECT seq::int, hash FROM audit_head WHERE chain = 'periods'");
  expect(anchors().at(-1)).toMatchObject({ reason: "lock" });
  expect(anchors().at(-1)?.changed).toContainEqual(["periods", rows[0].seq, rows[0].hash]);
});

test("a lock whose anchor cannot be written stands, and the audit says that the anchor is missing", async () => {
  const file = process.env.ANCHOR_FILE;
  process.env.ANCHOR_FILE = "/dev/null/anchors.jsonl";
  await status(2015, 6, "OPEN");
  expect(await status(2015, 6, "LOCKED")).toMatchObject({ status: "LOCKED" });
  process.env.ANCHOR_FILE = file;
  const { rows } = await db.owner.query(
    "SELECT subject, payload FROM audit_entry WHERE action = 'afterwards.failed'",
  );
  expect(rows).toMatchObject([
    { subject: "periods.setStatus", payload: { reason: expect.stringContaining("/dev/null") } },
  ]);
});
