import { afterAll, beforeAll, expect, test } from "vitest";
import { POST } from "@/app/api/v1/imports/route";
import { perform } from "@/lib/actions/perform";
import { ownOperations } from "@/lib/users/operations";
import { csvOf, hungYenCsv, hungYenRows } from "@/tests/factories/csv-files";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let token: string;
let clerkToken: string;

beforeAll(async () => {
  db = await testDatabase();
  const staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
  const clerk = await createActor(db, { role: "CLERK", agency: "cuc-hung-yen" });
  token = (await perform(ownOperations.createToken, staff, { label: "test" })).token;
  clerkToken = (await perform(ownOperations.createToken, clerk, { label: "test" })).token;
});
afterAll(() => db.close());

const year = (wanted: string) => csvOf(hungYenRows().map((row) => ({ ...row, year: wanted })));

async function post(query: string, body: BodyInit, headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost/api/v1/imports?${query}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "text/csv", ...headers },
    body,
  });
  const response = await POST(request, { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json() };
}

test("answers a dry run and an import with rows, accepted and issues", async () => {
  const dry = await post("mode=final&dryRun=true&source=Bao%20cao%202021", hungYenCsv());
  expect(dry).toMatchObject({ status: 200, body: { rows: 264, accepted: 264, issues: [] } });
  const done = await post("mode=final&source=Bao%20cao%202021", hungYenCsv(), {
    "idempotency-key": "route-1",
  });
  expect(done).toMatchObject({ status: 200, body: { rows: 264, accepted: 264, issues: [] } });
});

test("a dry run with problems is an answer, an import with problems a refusal with the same body", async () => {
  const csv = year("2015").replace(",584,", ",5x4,");
  const dry = await post("mode=final&dryRun=true&source=x", csv);
  const real = await post("mode=final&dryRun=false&source=x", csv);
  expect([dry.status, dry.body.accepted, real.status, real.body.accepted]).toEqual([200, 0, 422, 0]);
  expect(real.body.issues).toEqual(dry.body.issues);
  expect(Object.keys(dry.body.issues[0])).toEqual(["row", "column", "value", "rule", "severity", "message"]);
  expect(dry.body.issues[0]).toMatchObject({
    row: 2,
    column: "carriedOver",
    value: "5x4",
    rule: "V01",
    severity: "error",
  });
  expect(real.body.error.message).toContain("Chưa có số liệu nào được ghi");
});

test.each([
  ["bytes of Excel", new Uint8Array([0x50, 0x4b, 3, 4]), /Excel/],
  ["a body beyond 2 MB", new Uint8Array(2_000_001).fill(0x61), /2 MB/],
  ["nothing", "", /không có nội dung/],
  ["another header", "a,b\n1,2", /cột lạ “a”/],
])("refuses %s by one sentence", async (_what, body, sentence) => {
  const { status, body: answer } = await post("mode=draft&dryRun=true", body);
  expect([status, answer.error.message]).toEqual([422, expect.stringMatching(sentence)]);
});

test("refuses a missing source, an unknown mode and a body that is no CSV by its type", async () => {
  const noSource = await post("mode=final", year("2015"));
  expect([noSource.status, noSource.body.error.fields.source]).toEqual([
    422,
    expect.stringContaining("nguồn"),
  ]);
  expect((await post("mode=all", year("2015"))).status).toBe(422);
  expect((await post("mode=final&source=x", "{}", { "content-type": "application/json" })).status).toBe(422);
});

test("what is forbidden is not found, and nobody's request is unauthenticated", async () => {
  const asClerk = { authorization: `Bearer ${clerkToken}` };
  expect((await post("mode=final&source=x", year("2015"), asClerk)).status).toBe(404);
  const foreign = year("2015").replaceAll("cuc-hung-yen", "cuc-thai-binh");
  expect((await post("mode=draft", foreign, asClerk)).status).toBe(404);
  expect((await post("mode=draft&dryRun=true", year("2015"), asClerk)).status).toBe(200);
  expect((await post("mode=draft", "", { authorization: "Bearer nobody" })).status).toBe(401);
});
