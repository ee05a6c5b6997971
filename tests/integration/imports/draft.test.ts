import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor, Role } from "@/lib/auth/actor";
import type { Failure } from "@/lib/core/failure";
import { importDraft } from "@/lib/imports/operations";
import type { ImportReport } from "@/lib/imports/reports/types";
import { type CsvRow, csvOf, hungYenRows } from "@/tests/factories/csv-files";
import { audited, loadReports, simpleReport } from "@/tests/factories/loaded-reports";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let provincial: Actor;
/** Every test works in a year of its own. */
let year = 2011;

beforeAll(async () => {
  db = await testDatabase();
  provincial = await createActor(db, { role: "CLERK", agency: "cuc-hung-yen" });
});
afterAll(() => db.close());
beforeEach(async () => {
  year += 1;
  await audited(db.owner, async (client) => {
    await client.query("UPDATE period SET status = 'OPEN' WHERE year = $1 AND month <= 3", [year]);
  });
});

const months = (...wanted: number[]) =>
  hungYenRows()
    .filter(({ month }) => wanted.includes(Number(month)))
    .map((row) => ({ ...row, year: String(year) }));
const send = (rows: readonly CsvRow[], { actor = provincial, dryRun = false } = {}): Promise<ImportReport> =>
  perform(importDraft, actor, { csv: csvOf(rows), dryRun });

async function refusal(work: Promise<unknown>): Promise<Failure & { details: ImportReport }> {
  try {
    await work;
  } catch (error) {
    return error as Failure & { details: ImportReport };
  }
  throw new Error("was accepted");
}

async function stored() {
  const { rows } = await db.owner.query(
    `SELECT count(*)::int AS reports, coalesce(max(version), 0) AS version, coalesce(string_agg(DISTINCT status, ','), '') AS status
     FROM report_revision WHERE year = $1`,
    [year],
  );
  return rows[0];
}

test("a provincial clerk brings the province's own and its districts' months into drafts", async () => {
  const report = await send(months(1, 2));
  expect(report).toMatchObject({ rows: 44, accepted: 44, unchanged: 0, issueCount: 0 });
  expect(await stored()).toEqual({ reports: 22, version: 1, status: "DRAFT" });
  const { rows } = await db.owner.query(
    `SELECT count(*)::int AS lines FROM audit_entry WHERE action = 'report.save' AND subject LIKE '%:${year}:%'`,
  );
  expect(rows[0]).toEqual({ lines: 22 });
});

test("a second import of the same file changes nothing, and of another file only what differs", async () => {
  await send(months(1));
  expect(await send(months(1))).toMatchObject({ accepted: 22, unchanged: 22, changeCount: 0 });
  expect(await stored()).toMatchObject({ version: 1 });
  const [first, ...rest] = months(1) as [CsvRow, ...CsvRow[]];
  const report = await send([{ ...first, separateRegister: "99" }, ...rest]);
  expect(report.changes).toMatchObject([{ column: "separateRegister", old: "12", new: "99" }]);
  expect(await stored()).toMatchObject({ version: 2 });
});

test("a draft may hold errors of the form: they are listed and accepted", async () => {
  const rows = months(1).slice(0, 2) as [CsvRow, CsvRow];
  const report = await send([{ ...rows[0], completed: "49", noCondition: "" }, rows[1]]);
  expect(report.accepted).toBe(2);
  expect(
    report.issues.map(({ row, rule, severity, blocks }) => [row, rule, severity, blocks]),
  ).toContainEqual([2, "V01", "error", false]);
  expect(await stored()).toMatchObject({ reports: 1 });
});

test("a cell that is no number keeps the whole file out", async () => {
  const rows = months(1).map((row, at) => (at === 3 ? { ...row, completed: "1.234" } : row));
  const failure = await refusal(send(rows));
  expect(failure.details).toMatchObject({ rows: 22, accepted: 0 });
  expect(failure.details.issues[0]).toMatchObject({
    row: 5,
    column: "completed",
    rule: "V01",
    value: "1.234",
  });
  expect(await stored()).toMatchObject({ reports: 0 });
});

test("a dry run answers with the same problems and writes nothing", async () => {
  const rows = months(1).map((row, at) => (at === 3 ? { ...row, completed: "1.234" } : row));
  expect(await send(rows, { dryRun: true })).toMatchObject({
    accepted: 0,
    dryRun: true,
    issues: [{ row: 5 }],
  });
  expect(await send(months(1), { dryRun: true })).toMatchObject({ accepted: 22, changeCount: 22 * 15 - 11 });
  expect(await stored()).toMatchObject({ reports: 0 });
});

test("agencies outside one's scope are refused, and nothing of the file is written", async () => {
  const district = await createActor(db, { role: "CLERK", agency: "cc-323" });
  expect((await refusal(send(months(1), { actor: district }))).code).toBe("forbidden");
  const foreign = await createActor(db, { role: "CLERK", agency: "cuc-thai-binh" });
  expect((await refusal(send(months(1), { actor: foreign }))).code).toBe("forbidden");
  expect(await stored()).toMatchObject({ reports: 0 });
  const own = months(1).filter(({ agency }) => agency === "cc-323");
  expect((await send(own, { actor: district })).accepted).toBe(2);
});

test.each<Role>(["APPROVER", "GENERAL_STAFF", "LEADER", "AUDITOR", "ADMIN"])(
  "is not for the role %s",
  async (role) => {
    const actor = await createActor(db, { role, agency: "cuc-hung-yen" });
    expect((await refusal(send(months(1), { actor }))).code).toBe("forbidden");
  },
);

test("a file of unknown agencies only is answered with its problems, not with silence", async () => {
  const rows = months(1).map((row) => ({ ...row, agency: "cuc-hung-yenn" }));
  expect((await send(rows, { dryRun: true })).issues[0]).toMatchObject({
    rule: "AGENCY",
    value: "cuc-hung-yenn",
  });
});

test("closed periods and reports that were sent or approved are refused by name", async () => {
  const closed = await refusal(send(months(4)));
  expect(closed.details.issues[0]).toMatchObject({ rule: "PERIOD", row: 2 });
  const totals = { done: 1n, eligible: 2n };
  const place = { agency: "cuc-hung-yen", year, month: 1 };
  await loadReports(db.owner, [simpleReport(place, { cases: totals, money: totals })], {
    status: "SUBMITTED",
  });
  await loadReports(db.owner, [simpleReport({ ...place, month: 2 }, { cases: totals, money: totals })]);
  const own = months(1, 2).filter(({ agency }) => agency === "cuc-hung-yen");
  const failure = await refusal(send(own));
  expect(failure.details.issues.filter(({ rule }) => rule === "STATE").map(({ row }) => row)).toEqual([2, 4]);
});

test("a period reopened for one agency takes that agency's draft only", async () => {
  await audited(db.owner, async (client) => {
    await client.query(
      `INSERT INTO period_reopening (id, agency_code, year, month, reason, until, opened_by, opened_at)
       VALUES (gen_random_uuid(), 'cc-323', $1, 4, 'Sửa', business_day() + 5, 'test', now())`,
      [year],
    );
  });
  const of = (code: string) => months(4).filter(({ agency }) => agency === code);
  expect((await send(of("cc-323"))).accepted).toBe(2);
  expect((await refusal(send(of("cc-325")))).details.issues[0]).toMatchObject({ rule: "PERIOD" });
});
