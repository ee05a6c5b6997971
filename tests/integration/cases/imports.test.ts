import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as eventRoute } from "@/app/api/v1/cases/[id]/events/route";
import { GET as formRoute } from "@/app/api/v1/cases/form/route";
import { POST as importRoute } from "@/app/api/v1/cases/import/route";
import { GET as listRoute } from "@/app/api/v1/cases/route";
import { GET as reconciliationRoute } from "@/app/api/v1/reconciliation/route";
import { systemActor } from "@/lib/auth/actor";
import { importCaseFile } from "@/lib/cases/imports/queries";
import type { CaseImportReport } from "@/lib/cases/imports/types";
import { tokenFor } from "@/tests/factories/tokens";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const operator = systemActor("test");
let db: TestDatabase;
let token: string;

beforeAll(async () => {
  db = await testDatabase();
  const clerk = await createActor(db, { role: "CLERK", agency: "cc-325" });
  token = await tokenFor(db, clerk.userId);
});
afterAll(() => db.close());

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

function load(text: string, { dryRun = false, size = 64 } = {}): Promise<CaseImportReport> {
  const given = { chunks: inPieces(text, size), fileName: "thu.csv", dryRun, illustrative: true };
  return importCaseFile(operator, given);
}

const cases = readFileSync("docs/examples/cases.csv", "utf8");
const events = readFileSync("docs/examples/case-events.csv", "utf8");
const [header = "", first = ""] = cases.split("\n");
/** A row of another agency than the examples'. */
const sample = first.replace("cc-325", "cc-327");

const call = (path: string, init: RequestInit = {}) =>
  new Request(`http://test/api/v1/${path}`, { ...init, headers: { authorization: `Bearer ${token}` } });
const noParams = { params: Promise.resolve({}) };

test("the example files import, after a dry run that writes nothing, and the API answers what they make", async () => {
  const query = "cases/import?dryRun=true";
  const dry = await importRoute(call(query, { method: "POST", body: cases }), noParams);
  expect([dry.status, await dry.json()]).toMatchObject([
    200,
    { dryRun: true, rows: 3, accepted: 3, issueCount: 0 },
  ]);
  expect((await (await listRoute(call("cases?agency=cc-325"), noParams)).json()).cases).toEqual([]);
  for (const [body, rows] of [
    [cases, 3],
    [events, 6],
  ] as const) {
    const done = await importRoute(call("cases/import", { method: "POST", body }), noParams);
    expect([done.status, await done.json()]).toMatchObject([200, { rows, accepted: rows, issues: [] }]);
  }
  const list = await (await listRoute(call("cases?agency=cc-325&order=amount"), noParams)).json();
  expect(list.cases).toMatchObject([
    { number: 9001, state: "IN_PROGRESS", outstanding: "900000000", category: "CREDIT", inTime: true },
    { number: 9002, state: "COMPLETED", outstanding: "0" },
    { number: 9003, state: "NO_CONDITION", inTime: false },
  ]);
  const form = await (await formRoute(call("cases/form?agency=cc-325&year=2021&month=4"), noParams)).json();
  expect(form.cases).toMatchObject({ newlyAccepted: "3", completed: "1", inProgress: "1", noCondition: "1" });
  expect(form.money).toMatchObject({
    completed: "355200000",
    inProgress: "700000000",
    suspendedEligible: "200000000",
  });
  expect(form.slices.credit.money).toMatchObject({ newlyAccepted: "1250000000", completed: "350000000" });
  const id = list.cases[0].id;
  const send = (body: object) =>
    eventRoute(call(`cases/${id}/events`, { method: "POST", body: JSON.stringify(body) }), {
      params: Promise.resolve({ id }),
    });
  const added = await send({ kind: "COLLECTED", day: "2021-03-01", amount: "100000000" });
  expect([added.status, await added.json()]).toMatchObject([201, { seq: 6, outstanding: "800000000" }]);
  expect((await send({ kind: "ACCEPTED", day: "2021-03-02" })).status).toBe(409);
  const held = await reconciliationRoute(call("reconciliation?agency=cc-325&year=2021&month=4"), noParams);
  expect((await held.json()).columns).toHaveLength(30);
  const foreign = await listRoute(call("cases?agency=cc-001"), noParams);
  expect(foreign.status).toBe(404);
  expect(await db.owner.query("SELECT * FROM case_totals_verify()")).toMatchObject({ rowCount: 0 });
});

test("every problem of a file of cases is told at once, and nothing is written", async () => {
  const row = (change: (cells: string[]) => void, number: number) => {
    const cells = sample.split(",");
    cells[2] = String(number);
    change(cells);
    return cells.join(",");
  };
  const set = (at: number, text: string) => (cells: string[]) => {
    cells[at] = text;
  };
  const text = [
    header,
    row(set(0, "cc-khong-co"), 1),
    row(set(5, "2020-02-30"), 2),
    row(set(13, "1.000"), 3),
    row(set(9, "2020-09-30"), 4),
    row(set(17, "khong-phai"), 5),
    row(set(10, "BOTH"), 6),
    row(() => undefined, 7),
    row(() => undefined, 7),
    "a,b",
    row(set(15, "2009-01-01"), 8),
  ].join("\r\n");
  const report = await load(text);
  expect(report).toMatchObject({ accepted: 0, rows: 10 });
  expect(report.issues.map(({ row: at, column }) => [at, column])).toEqual([
    ...[
      [2, "agency"],
      [3, "judgmentDate"],
      [4, "amount"],
      [5, "decisionDate"],
      [6, "officer"],
      [7, "initiative"],
    ],
    ...[
      [9, "number"],
      [10, null],
      [11, "enteredOn"],
    ],
  ]);
  const { rows } = await db.owner.query("SELECT count(*)::int AS n FROM case_import_case");
  expect(rows[0].n).toBe(0);
});

test("events that may not follow are told with their row; a header that is wrong is told by its columns", async () => {
  await load(`${header}\n${sample.replace("9001", "9100")}\n`);
  const line = (kind: string, day: string, amount = "") => `cc-327,2021,9100,${kind},${day},${amount}`;
  const text = [
    "agency,year,number,kind,day,amount",
    line("COLLECTED", "2020-10-01", "5"),
    line("COLLECTED", "2020-11-01"),
    line("COLLECTED", "2020-11-02", "1250000001"),
    line("SEIZED", "2020-11-03"),
    line("COMPLETED", "2020-11-04", "7"),
    line("COLLECTED", "2020-11-05", "1"),
    "cc-327,2021,777777,VERIFIED,2020-11-01,",
    line("COUNTERED", "2020-11-06"),
  ].join("\n");
  const report = await load(text);
  expect(report.issues.map(({ row, column }) => [row, column])).toEqual([
    ...[
      [2, "day"],
      [3, "amount"],
      [4, "amount"],
      [5, "kind"],
      [6, "amount"],
      [7, "kind"],
      [8, "number"],
      [9, "kind"],
    ],
  ]);
  expect(report.accepted).toBe(0);
  const wrong = await load("agency,year,number,court,court,x\n");
  expect(wrong.issues.map(({ column }) => column)).toEqual(
    expect.arrayContaining(["decisionDate", "court", "x"]),
  );
  expect((await load("")).issueCount).toBe(1);
});

test("quoted fields hold commas, quotes and line ends, however the bytes are cut", async () => {
  const quoted = sample
    .replace("9001", "9200")
    .replace("Trả nợ gốc và lãi (minh họa)", '"Trả ""gốc"",\nlãi"');
  for (const [at, size] of [1, 7, 100_000].entries()) {
    const text = `${header}\n${quoted.replace("9200", String(9201 + at))}\n`;
    expect(await load(text, { size })).toMatchObject({ accepted: 1, issueCount: 0 });
  }
  const { rows } = await db.owner.query(
    "SELECT DISTINCT obligation FROM enforcement_case WHERE number BETWEEN 9201 AND 9203",
  );
  expect(rows).toEqual([{ obligation: 'Trả "gốc",\nlãi' }]);
});

test("who may not enter cases of an agency imports none; a stranger is not even heard", async () => {
  const head = await createActor(db, { role: "APPROVER", agency: "cc-325" });
  const given = { chunks: inPieces(cases, 100), fileName: "x", dryRun: true, illustrative: true };
  await expect(importCaseFile(head, given)).rejects.toMatchObject({ code: "not-found" });
  const clerk = await createActor(db, { role: "CLERK", agency: "cc-327" });
  const report = await importCaseFile(clerk, { ...given, chunks: inPieces(cases, 100) });
  expect(report.issues.filter(({ column }) => column === "agency")).toHaveLength(3);
});
