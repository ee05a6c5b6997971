import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { GET, PUT } from "@/app/api/v1/reports/[agency]/[year]/[month]/route";
import { POST } from "@/app/api/v1/reports/[agency]/[year]/[month]/transitions/route";
import type { Actor } from "@/lib/auth/actor";
import { createOffice, goodFigures, type Office, setPeriod } from "@/tests/factories/reports";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const caller = vi.hoisted(() => ({ actor: null as Actor | null }));
vi.mock("@/lib/auth/queries", async (original) => ({
  ...(await original<object>()),
  actorOfToken: async () => caller.actor,
}));

let db: TestDatabase;
let office: Office;
let stranger: Office;
let year = 2010;

beforeAll(async () => {
  db = await testDatabase();
  office = await createOffice(db, "cc-323");
  stranger = await createOffice(db, "cc-336");
});
beforeEach(async () => {
  year += 1;
  await setPeriod(db.owner, year, 1, "OPEN");
});
afterAll(() => db.close());

type Handler = typeof GET;
type Sent = { body?: unknown; idempotencyKey?: string; agency?: string; month?: string };

async function call(handler: Handler, actor: Actor, sent: Sent = {}) {
  caller.actor = actor;
  const headers = new Headers({ authorization: "Bearer test" });
  if (sent.idempotencyKey !== undefined) headers.set("idempotency-key", sent.idempotencyKey);
  const method = sent.body === undefined ? "GET" : "PUT";
  const body = sent.body === undefined ? null : JSON.stringify(sent.body);
  const request = new Request("http://localhost/api", { method, headers, body });
  const params = { agency: sent.agency ?? "cc-323", year: String(year), month: sent.month ?? "1" };
  const response = await handler(request, { params: Promise.resolve(params) });
  return { status: response.status, body: await response.json() };
}

test("takes a report from PUT over its transitions to APPROVED, as GET then tells", async () => {
  const empty = await call(GET, office.clerk);
  expect(empty).toMatchObject({ status: 200, body: { version: 0, status: null } });
  const put = await call(PUT, office.clerk, {
    body: { expectedVersion: 0, ...goodFigures(), reasons: {} },
    idempotencyKey: `api-${year}`,
  });
  expect(put.status).toBe(200);
  expect(put.body).toMatchObject({
    version: 1,
    status: "DRAFT",
    issues: [],
    derived: { cases: { eligible: "120" } },
  });
  expect(await call(POST, office.clerk, { body: { to: "SUBMITTED", expectedVersion: 1 } })).toMatchObject({
    status: 200,
    body: { version: 2, status: "SUBMITTED" },
  });
  expect(await call(POST, office.head, { body: { to: "RETURNED", reason: "Xem lại" } })).toMatchObject({
    body: { version: 3, status: "RETURNED" },
  });
  await call(POST, office.clerk, { body: { to: "SUBMITTED" } });
  expect(await call(POST, office.head, { body: { to: "APPROVED" } })).toMatchObject({
    body: { status: "APPROVED" },
  });
  const got = await call(GET, office.head);
  expect(got.body).toMatchObject({ version: 5, status: "APPROVED", cases: { completed: "10" } });
  expect(got.body.revisions).toHaveLength(1);
});

test("answers a stale PUT with both versions", async () => {
  const body = { expectedVersion: 0, ...goodFigures() };
  await call(PUT, office.clerk, { body });
  const stale = await call(PUT, office.clerk, { body });
  expect(stale).toMatchObject({
    status: 409,
    body: {
      error: { code: "conflict", expectedVersion: 0, version: 1, stored: { total: expect.any(Object) } },
    },
  });
});

test("answers a repeated key as before, and another body under it with 422", async () => {
  const sent = { body: { expectedVersion: 0, ...goodFigures() }, idempotencyKey: `again-${year}` };
  const first = await call(PUT, office.clerk, sent);
  expect(await call(PUT, office.clerk, sent)).toEqual(first);
  const other = { ...sent, body: { ...sent.body, expectedVersion: 1 } };
  expect((await call(PUT, office.clerk, other)).status).toBe(422);
});

test.each([
  ["an unknown column", { expectedVersion: 0, cases: { done: "1" }, money: {} }],
  ["no version", goodFigures()],
  ["a path in the body", { expectedVersion: 0, ...goodFigures(), agency: "cc-336" }],
  ["a body that is no object", [1]],
])("answers %s with 422", async (_what, body) => {
  expect((await call(PUT, office.clerk, { body })).status).toBe(422);
});

test("names every open point of a refused submission", async () => {
  await call(PUT, office.clerk, { body: { expectedVersion: 0, cases: {}, money: {} } });
  const refused = await call(POST, office.clerk, { body: { to: "SUBMITTED" } });
  expect(refused.status).toBe(422);
  expect(refused.body.error.issues.length).toBeGreaterThan(20);
  expect(refused.body.error.issues[0]).toMatchObject({
    rule: "V01",
    severity: "error",
    message: expect.any(String),
  });
});

test("answers missing, impossible and forbidden reports alike with 404", async () => {
  const answers = [
    await call(GET, stranger.clerk),
    await call(GET, office.clerk, { agency: "cc-khong-co" }),
    await call(GET, office.clerk, { month: "13" }),
    await call(PUT, stranger.clerk, { body: { expectedVersion: 0, ...goodFigures() } }),
    await call(PUT, office.clerk, { body: { expectedVersion: 0, ...goodFigures() }, agency: "cc-khong-co" }),
    await call(POST, stranger.head, { body: { to: "APPROVED" } }),
  ];
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]?.status).toBe(404);
});

test("answers a step that the report's state forbids with 409, and an unknown one with 422", async () => {
  expect((await call(POST, office.clerk, { body: { to: "SUBMITTED" } })).status).toBe(409);
  expect((await call(POST, office.clerk, { body: { to: "LOCKED" } })).status).toBe(422);
  await call(PUT, office.clerk, { body: { expectedVersion: 0, ...goodFigures() } });
  await call(POST, office.clerk, { body: { to: "SUBMITTED" } });
  expect((await call(POST, office.head, { body: { to: "RETURNED" } })).status).toBe(422);
});

test("a key has a length, a number one writing, an address one spelling", async () => {
  const body = { expectedVersion: 0, ...goodFigures() };
  for (const idempotencyKey of ["", "x".repeat(201), "x".repeat(10_000)]) {
    expect(await call(PUT, office.clerk, { body, idempotencyKey })).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringContaining("từ 1 đến 200 ký tự") } },
    });
  }
  const minus = { ...body, cases: { ...body.cases, completed: "-0" } };
  expect(await call(PUT, office.clerk, { body: minus })).toMatchObject({
    status: 422,
    body: { error: { fields: { "cases.completed": expect.anything() } } },
  });
  expect(await call(GET, office.clerk, { month: "01" })).toMatchObject({ status: 404 });
  const longest = "x".repeat(200);
  expect(await call(PUT, office.clerk, { body, idempotencyKey: longest })).toMatchObject({ status: 200 });
});

test("a body is read no further than its limit", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(100_000).fill(32));
    },
  });
  caller.actor = office.clerk;
  const init = { method: "PUT", headers: { authorization: "Bearer test" }, body: endless, duplex: "half" };
  const params = Promise.resolve({ agency: "cc-323", year: String(year), month: "1" });
  const response = await PUT(new Request("http://localhost/api", init as RequestInit), { params });
  expect(response.status).toBe(422);
  expect(sent).toBeLessThan(20);
});
