import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/actor";
import type { Failure } from "@/lib/core/failure";
import { importHistory } from "@/lib/imports/operations";
import type { ImportReport } from "@/lib/imports/reports/types";
import { csvOf, hungYenCsv, hungYenRows } from "@/tests/factories/csv-files";
import { audited } from "@/tests/factories/loaded-reports";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const source = "Báo cáo thống kê năm 2021";
let db: TestDatabase;
let staff: Actor;

beforeAll(async () => {
  db = await testDatabase();
  staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
});
afterAll(() => db.close());

type Sent = { csv?: string; source?: string; dryRun?: boolean };
const send = (sent: Sent, actor = staff, key?: string) =>
  perform(
    importHistory,
    actor,
    { csv: hungYenCsv(), source, dryRun: false, ...sent },
    key ? { idempotencyKey: key } : {},
  );

async function refusal(work: Promise<unknown>): Promise<Failure & { details: ImportReport }> {
  try {
    await work;
  } catch (error) {
    return error as Failure & { details: ImportReport };
  }
  throw new Error("was accepted");
}

const other = (year: string) => hungYenRows().map((row) => ({ ...row, year }));
const one = async (sql: string) => (await db.owner.query(sql)).rows[0];
const countReports = async (year: number) =>
  (await one(`SELECT count(*)::int AS count FROM report_revision WHERE year = ${year}`)).count;

test("a dry run writes nothing but its line of audit, and says what would change", async () => {
  const report = await send({ csv: csvOf(other("2013")), dryRun: true });
  expect(report).toMatchObject({
    rows: 264,
    accepted: 264,
    unchanged: 0,
    issueCount: 0,
    issues: [],
    dryRun: true,
  });
  expect(report.changeCount).toBe(264 * 15 - 132);
  expect(report.changes).toHaveLength(500);
  expect(report.changes[0]).toEqual({
    agency: "cc-323",
    year: 2013,
    month: 1,
    measure: "cases",
    column: "carriedOver",
    old: null,
    new: "208",
  });
  expect(await countReports(2013)).toBe(0);
  expect(
    await one(
      "SELECT count(*)::int AS lines FROM audit_entry WHERE action = 'import.dryRun' AND payload ->> 'rows' = '264'",
    ),
  ).toEqual({ lines: 1 });
});

test("imports Hưng Yên 2021 whole, exactly and once", async () => {
  const first = await send({}, staff, "key-1");
  expect(first).toMatchObject({ rows: 264, accepted: 264, unchanged: 0, issueCount: 0 });
  const sums = await one(`SELECT sum(done) FILTER (WHERE measure = 'cases')::text AS cases_done,
      sum(eligible) FILTER (WHERE measure = 'cases')::text AS cases_eligible,
      sum(done) FILTER (WHERE measure = 'money')::text AS money_done,
      sum(eligible) FILTER (WHERE measure = 'money')::text AS money_eligible, count(*)::int AS rows
    FROM report_figures WHERE year = 2021 AND month = 12 AND standing = 'EFFECTIVE'`);
  expect(sums).toEqual({
    cases_done: "4316",
    cases_eligible: "5135",
    money_done: "400582000000",
    money_eligible: "951501187648",
    rows: 22,
  });
  const stands = await one(`SELECT count(*)::int AS reports, count(DISTINCT agency_code)::int AS agencies,
    bool_and(status = 'LOCKED' AND kind = 'HISTORY' AND source = '${source}') AS locked
    FROM report_revision WHERE year = 2021`);
  expect(stands).toEqual({ reports: 132, agencies: 11, locked: true });

  const lines = await one(`SELECT count(*)::int AS lines, min(payload ->> 'source') AS source,
    count(DISTINCT payload ->> 'sha256')::int AS files FROM audit_entry WHERE action = 'report.import' AND payload -> 'reports' -> 0 ->> 'year' = '2021'`);
  expect(lines).toEqual({ lines: 11, source, files: 1 });
  expect(await one("SELECT count(*)::int AS broken FROM audit_verify()")).toEqual({ broken: 0 });

  const replayed = await send({}, staff, "key-1");
  expect(replayed).toEqual(first);
  const second = await send({});
  expect(second).toMatchObject({ accepted: 264, unchanged: 264, changeCount: 0, issueCount: 0 });
  expect(await countReports(2021)).toBe(132);

  const changed = hungYenRows().map((row, at) => (at === 0 ? { ...row, separateRegister: "13" } : row));
  const { details } = await refusal(send({ csv: csvOf(changed) }));
  expect(details.accepted).toBe(0);
  expect(details.issues[0]).toMatchObject({
    row: 2,
    rule: "STATE",
    message: expect.stringContaining("báo cáo bổ sung"),
  });
  expect(details.changes).toMatchObject([
    { agency: "cuc-hung-yen", column: "separateRegister", old: "12", new: "13" },
  ]);
});

test("names every broken rule of every report at once, and writes none of them", async () => {
  const rows = other("2019").map((row, at) => {
    if (at === 0) return { ...row, completed: "49" };
    if (at === 25) return { ...row, noCondition: "" };
    return at === 50 ? { ...row, agency: "cuc-mat-trang" } : row;
  });
  const failure = await refusal(send({ csv: csvOf(rows) }));
  expect(failure.code).toBe("invalid");
  const found = failure.details.issues.map(({ row, column, rule }) => `${row}:${column}:${rule}`);
  expect(found).toEqual(
    expect.arrayContaining(["27:noCondition:V01", "52:agency:AGENCY", "53:measure:PAIR"]),
  );
  expect(found.some((each) => each.startsWith("2:") && each.endsWith("V04"))).toBe(true);
  expect([failure.details.accepted, await countReports(2019)]).toEqual([0, 0]);
});

test("compares the first month with the year before in the file and in the database", async () => {
  const rows = other("2018").slice(0, 2);
  const report = await send({ csv: csvOf([...rows, ...other("2017").slice(22, 24)]), dryRun: true });
  expect(
    report.issues.filter(({ rule }) => rule === "V11").map(({ row, severity }) => [row, severity]),
  ).toContainEqual([2, "warning"]);
});

test("refuses a file without a source", async () => {
  for (const missing of ["", "   "]) {
    const failure = await refusal(send({ source: missing }));
    expect([failure.code, failure.fields?.source?.vi]).toEqual(["invalid", expect.stringContaining("nguồn")]);
  }
});

test("refuses a year with an open period, and one that the system does not have", async () => {
  await audited(db.owner, async (client) => {
    await client.query("UPDATE period SET status = 'OPEN' WHERE year = 2016 AND month = 9");
  });
  const open = await refusal(send({ csv: csvOf(other("2016").slice(0, 2)) }));
  expect(open.details.issues[0]).toMatchObject({ rule: "PERIOD", message: expect.stringContaining("2016") });
  const later = hungYenRows()
    .slice(0, 2)
    .map((row) => ({ ...row, agency: "thads-hung-yen", year: "2040" }));
  const unknown = await refusal(send({ csv: csvOf(later) }));
  expect(unknown.details.issues.map(({ rule }) => rule)).toContain("PERIOD");
});

test("refuses agencies outside their time", async () => {
  const row = { ...hungYenRows()[0], agency: "cuc-hung-yen", year: "2026", month: "1" };
  const failure = await refusal(send({ csv: csvOf([row as never]) }));
  expect(failure.details.issues.map(({ rule }) => rule)).toContain("AGENCY");
});

test.each(["CLERK", "APPROVER", "LEADER", "AUDITOR", "ADMIN"] as const)(
  "is not for the role %s",
  async (role) => {
    const actor = await createActor(db, { role, agency: "tc" });
    expect((await refusal(send({ csv: csvOf(other("2015").slice(0, 2)) }, actor))).code).toBe("forbidden");
  },
);

test("what is no CSV is refused by one sentence, before anybody's rights are asked", async () => {
  const failure = await refusal(send({ csv: "PK\u0003\u0004" }));
  expect([failure.code, failure.fields?.csv?.vi]).toEqual(["invalid", expect.stringContaining("Excel")]);
});

test("imports 768 reports of one month within seconds", async () => {
  const { rows: agencies } = await db.owner.query(
    `SELECT DISTINCT a.code FROM agency a JOIN agency_version v ON v.agency_code = a.code
     WHERE a.kind <> 'GENERAL_DEPARTMENT' AND v.valid_from <= '2014-09-30' AND (v.valid_until IS NULL OR v.valid_until > '2014-09-30')`,
  );
  const [cases, money] = other("2014").slice(-2);
  const rows = agencies.flatMap(({ code }) =>
    [cases, money].map((row) => ({ ...row, agency: code }) as never),
  );
  const started = performance.now();
  const report = await send({ csv: csvOf(rows) }, systemActor("test"));
  const took = performance.now() - started;
  expect(report.accepted).toBe(2 * agencies.length);
  expect(took).toBeLessThan(8_000);
  process.stdout.write(`import of ${agencies.length} reports: ${Math.round(took)} ms\n`);
});
