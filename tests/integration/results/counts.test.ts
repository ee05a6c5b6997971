import { afterAll, beforeAll, expect, test } from "vitest";
import { GET, PUT } from "@/app/api/v1/reports/[agency]/[year]/[month]/route";
import { perform } from "@/lib/actions/perform";
import { saveCounts } from "@/lib/results/counts/operations";
import {
  approveReport,
  openSupplement,
  returnReport,
  saveReport,
  submitReport,
} from "@/lib/results/operations";
import { getReport } from "@/lib/results/queries";
import { getReview } from "@/lib/results/review/queries";
import type { ReportKey } from "@/lib/results/types";
import { audited } from "@/tests/factories/loaded-reports";
import { createOffice, goodFigures, type Office, setPeriod } from "@/tests/factories/reports";
import { tokenFor } from "@/tests/factories/tokens";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let office: Office;
let foreign: Office;

beforeAll(async () => {
  db = await testDatabase();
  office = await createOffice(db, "cc-325");
  foreign = await createOffice(db, "cc-001");
  for (const year of [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021])
    await setPeriod(db.owner, year, 1, "OPEN");
  await setPeriod(db.owner, 2014, 2, "OPEN");
});
afterAll(() => db.close());

const keyIn = (year: number): ReportKey => ({ agency: "cc-325", year, month: 1 });
const save = (key: ReportKey, expectedVersion: number, counts?: Record<string, unknown>) =>
  perform(saveReport, office.clerk, {
    ...{ ...key, expectedVersion, ...goodFigures(1) },
    ...(counts === undefined ? {} : { counts }),
  });
const rowsOf = async (key: ReportKey) =>
  (
    await db.owner.query(
      `SELECT revision, code, value, standing FROM report_counts
       WHERE (agency_code, year, month) = ($1, $2, $3) ORDER BY revision, code`,
      [key.agency, key.year, key.month],
    )
  ).rows;

test("counts are kept with the report, given as a whole, audited, and left alone when not given", async () => {
  const key = keyIn(2021);
  await save(key, 0, { D01: "12", D02: 11, N01: "0" });
  await save(key, 1);
  expect((await getReport(office.clerk, key)).counts).toMatchObject({
    D01: "12",
    D02: "11",
    N01: "0",
    K01: null,
  });
  await save(key, 2, { D01: "13", D02: "11" });
  expect((await getReport(office.clerk, key)).counts).toMatchObject({ D01: "13", D02: "11", N01: null });
  const { rows } = await db.owner.query(
    "SELECT payload -> 'changed' AS changed FROM audit_entry WHERE subject = 'report:cc-325:2021:1' ORDER BY seq",
  );
  expect(rows[0].changed).toMatchObject({ "counts.D01": [null, "12"], "counts.N01": [null, "0"] });
  expect(rows[1].changed).toEqual({});
  expect(rows[2].changed).toEqual({ "counts.D01": ["12", "13"], "counts.N01": ["0", null] });
});

test("a part above its whole is an issue of the draft and stops the submission; a missing count does neither", async () => {
  const key = keyIn(2020);
  const saved = await save(key, 0, { K01: "5", K02: "6", D02: "4" });
  expect(saved.issues.filter(({ rule }) => rule === "V19")).toMatchObject([{ key: "V19:all:total:K02" }]);
  await expect(perform(submitReport, office.clerk, key)).rejects.toMatchObject({ code: "invalid" });
  await save(key, 1, { K01: "6", K02: "6", D02: "4" });
  expect((await perform(submitReport, office.clerk, key)).status).toBe("SUBMITTED");
});

test("counts follow their report: fixed once sent, effective once signed, carried into a supplement", async () => {
  const key = keyIn(2019);
  await save(key, 0, { H01: "3", H02: "3" });
  await perform(submitReport, office.clerk, key);
  await perform(approveReport, office.head, key);
  expect((await rowsOf(key)).map(({ standing }) => standing)).toEqual(["EFFECTIVE", "EFFECTIVE"]);
  const { version } = await perform(openSupplement, office.clerk, { ...key, reason: "Sót một bản án" });
  expect((await getReport(office.clerk, key)).counts).toMatchObject({ H01: "3", H02: "3" });
  await save(key, version, { H01: "4", H02: "3" });
  expect(await rowsOf(key)).toMatchObject([
    { revision: 1, code: "H01", value: "3", standing: "EFFECTIVE" },
    { revision: 1, code: "H02", value: "3" },
    { revision: 2, code: "H01", value: "4", standing: "DRAFT" },
    { revision: 2, code: "H02", value: "3" },
  ]);
});

test("the database refuses what the rules would: a part above its whole, below zero, a report already sent", async () => {
  const key = keyIn(2018);
  await save(key, 0, { CC1: "2", CC2: "2" });
  const set = (sql: string, asApplication = false) =>
    audited(db.owner, async (client) => {
      if (asApplication) await client.query("SET LOCAL ROLE thads_app");
      if (asApplication) await client.query("SELECT set_config('app.scope', '*', true)");
      await client.query(sql);
    });
  const own = "WHERE agency_code = 'cc-325' AND year = 2018";
  await expect(set(`UPDATE report_counts SET value = -1 ${own}`)).rejects.toThrow("counts_v19_range");
  await set(`UPDATE report_counts SET value = 3 ${own} AND code = 'CC2'`, true);
  await expect(
    set(`UPDATE report_revision SET status = 'SUBMITTED', submitted_by = 'x', version = version + 1 ${own}`),
  ).rejects.toThrow("counts_v19_parts");
  await set(`UPDATE report_counts SET value = 1 ${own} AND code = 'CC2'`, true);
  await perform(submitReport, office.clerk, key);
  await expect(set(`UPDATE report_counts SET value = 0 ${own}`, true)).rejects.toThrow("figures_are_fixed");
  await expect(db.owner.query(`UPDATE report_counts SET value = 0 ${own}`)).rejects.toThrow(
    "fact_without_audit",
  );
});

test("the page's own form saves counts beside a draft, and whoever did cannot approve", async () => {
  const key = keyIn(2016);
  const typed = { ...key, year: "2016", month: "1", known: "", D01: "1.234", D02: "1234" };
  await expect(perform(saveCounts, office.clerk, typed)).rejects.toMatchObject({ code: "precondition" });
  const { version } = await save(key, 0);
  await perform(saveCounts, office.clerk, typed);
  expect(await getReport(office.clerk, key)).toMatchObject({ version, counts: { D01: "1234", D02: "1234" } });
  // The same page sent again was filled in over what is no longer stored: refused, with what is.
  await expect(perform(saveCounts, office.clerk, { ...typed, D01: "9" })).rejects.toMatchObject({
    code: "conflict",
    fields: { D01: { vi: expect.stringContaining("1234") }, D02: {} },
  });
  const known = "D01=1234;D02=1234";
  await perform(saveCounts, office.clerk, { ...typed, known, D02: "1233" });
  await perform(saveCounts, office.clerk, { ...typed, known: "D01=1234;D02=1233" });
  await expect(perform(saveCounts, office.clerk, { ...typed, known, D01: "12,5" })).rejects.toMatchObject({
    code: "invalid",
    fields: { D01: {} },
  });
  await perform(submitReport, office.clerk, key);
  await expect(perform(saveCounts, office.clerk, typed)).rejects.toMatchObject({ code: "precondition" });
  await expect(perform(saveCounts, foreign.clerk, typed)).rejects.toMatchObject({ code: "forbidden" });
});

test("the approver sees which counts changed since last month and since the last submission", async () => {
  const [january, february] = [keyIn(2014), { ...keyIn(2014), month: 2 }];
  await save(january, 0, { D01: "5", K01: "2" });
  await perform(submitReport, office.clerk, january);
  await perform(approveReport, office.head, january);
  const send = (expectedVersion: number, counts: Record<string, string>) =>
    perform(saveReport, office.clerk, { ...february, expectedVersion, ...goodFigures(2), counts });
  await send(0, { D01: "9", N01: "1" });
  await perform(submitReport, office.clerk, february);
  const first = await getReview(office.head, february);
  expect(first.countsSinceLastMonth).toEqual([
    { code: "D01", before: 5n, after: 9n },
    { code: "K01", before: 2n, after: null },
    { code: "N01", before: null, after: 1n },
  ]);
  expect(first.countsSinceLastSubmission).toBeNull();
  const reason = { code: "ARITHMETIC", text: "" };
  const { version } = await perform(returnReport, office.head, { ...february, reason });
  await send(version, { D01: "8", N01: "1" });
  await perform(submitReport, office.clerk, february);
  expect((await getReview(office.head, february)).countsSinceLastSubmission).toEqual([
    { code: "D01", before: 9n, after: 8n },
  ]);
});

test("a stale write is refused with the counts of both sides", async () => {
  const key = keyIn(2013);
  await save(key, 0, { D01: "5" });
  await save(key, 1, { D01: "6", D02: "6" });
  await expect(save(key, 1, { D01: "7" })).rejects.toMatchObject({
    code: "conflict",
    details: {
      counts: { yours: { D01: "7", D02: null }, stored: { D01: "6", D02: "6" } },
      version: 2,
    },
  });
  await expect(save(key, 1)).rejects.toMatchObject({
    details: { counts: { yours: null, stored: { D01: "6" } } },
  });
});

test("the counts of a returned supplement give way to those it had replaced", async () => {
  const key = keyIn(2012);
  await save(key, 0, { H01: "3" });
  await perform(submitReport, office.clerk, key);
  await perform(approveReport, office.head, key);
  const { version } = await perform(openSupplement, office.clerk, { ...key, reason: "Sót một bản án" });
  await save(key, version, { H01: "4" });
  await perform(submitReport, office.clerk, key);
  await perform(approveReport, office.head, key);
  const effective = async () =>
    (await rowsOf(key)).filter(({ standing }) => standing === "EFFECTIVE").map(({ value }) => value);
  expect(await effective()).toEqual(["4"]);
  await perform(returnReport, office.head, { ...key, reason: { code: "ARITHMETIC", text: "" } });
  expect(await effective()).toEqual(["3"]);
  await perform(submitReport, office.clerk, key);
  expect(await effective()).toEqual(["3"]);
  await perform(approveReport, office.head, key);
  expect(await effective()).toEqual(["4"]);
});

test("row-level security hides another agency's counts from whoever asks", async () => {
  await save(keyIn(2015), 0, { N01: "1" });
  const client = await db.owner.connect();
  try {
    await client.query("BEGIN; SET LOCAL ROLE thads_app; SELECT set_config('app.scope', 'cc-001', true)");
    const hidden = await client.query("SELECT count(*)::int AS n FROM report_counts");
    await client.query("SELECT set_config('app.scope', 'cc-325', true)");
    const own = await client.query("SELECT count(*)::int AS n FROM report_counts");
    expect([hidden.rows[0].n, own.rows[0].n > 0]).toEqual([0, true]);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
});

test("the API takes and gives counts, and refuses what is no count", async () => {
  const call = async (office_: Office, body?: unknown) => {
    const request = new Request("http://localhost/api/v1/reports/cc-325/2017/1", {
      headers: { authorization: `Bearer ${await tokenFor(db, office_.clerk.userId)}` },
      ...(body !== undefined && { method: "PUT", body: JSON.stringify(body) }),
    });
    const params = Promise.resolve({ agency: "cc-325", year: "2017", month: "1" });
    const answer = await (body === undefined ? GET : PUT)(request, { params });
    return { status: answer.status, body: await answer.json() };
  };
  const report = { expectedVersion: 0, ...goodFigures(1) };
  expect((await call(office, { ...report, counts: { D01: "12", D02: "10" } })).status).toBe(200);
  expect((await call(office)).body.counts).toMatchObject({ D01: "12", D02: "10", CC1: null });
  for (const counts of [{ D99: "1" }, { D01: "-1" }, { D01: 1.5 }, { D01: "2147483648" }, [], "D01"]) {
    expect((await call(office, { ...report, expectedVersion: 1, counts })).status).toBe(422);
  }
  expect((await call(foreign, { ...report, counts: { D01: "1" } })).status).toBe(404);
});
