import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST as signInRoute } from "@/app/api/sign-in/route";
import { apiRoute, readJson } from "@/lib/actions/api";
import { defineAction } from "@/lib/actions/define-action";
import { openSession } from "@/lib/auth/session-store";
import { readRefusal } from "@/lib/auth/sign-in-refusal";
import { ownOperations } from "@/lib/users/operations";
import { createUser } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const incoming = vi.hoisted(() => ({ headers: new Map<string, string>(), cookie: "" }));
vi.mock("next/headers", () => ({
  headers: async () => ({ get: (name: string) => incoming.headers.get(name) ?? null }),
  cookies: async () => ({
    get: () => (incoming.cookie ? { value: incoming.cookie } : undefined),
  }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const OWN = "https://thidua.example.vn";
const PASSWORD = "mua thu la vang roi";
let db: TestDatabase;
let session: string;
let login: string;

beforeAll(async () => {
  db = await testDatabase();
  process.env.APP_ORIGIN = OWN;
  const user = await createUser(db, { role: "CLERK", agency: "cuc-hung-yen", password: PASSWORD });
  login = user.login;
  session = await openSession(user.userId, "test");
});
afterAll(() => db.close());
beforeEach(() => {
  incoming.cookie = session;
});

const probes: readonly [string, Record<string, string>][] = [
  ["no origin", {}],
  ["origin null", { origin: "null" }],
  ["another site", { origin: "https://evil.example" }],
  [
    "another site that forges the forwarded host",
    {
      origin: "https://evil.example",
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
    },
  ],
  ["a subdomain", { origin: "https://x.thidua.example.vn" }],
  ["the same host without https", { origin: "http://thidua.example.vn" }],
  ["an origin that only begins like ours", { origin: "https://thidua.example.vn.evil.example" }],
];

const createToken = defineAction(ownOperations.createToken);
const write = apiRoute(async ({ actor }) => ({ wrote: actor.login }));

async function tokens(): Promise<number> {
  const { rows } = await db.owner.query("SELECT count(*)::int AS n FROM api_token");
  return rows[0].n;
}

function apiStatus(headers: Record<string, string>, method = "POST"): Promise<number> {
  const request = new Request(`${OWN}/api/v1/x`, {
    method,
    headers: { cookie: `__Host-thads=${session}`, ...headers },
  });
  return write(request, { params: Promise.resolve({}) }).then(({ status }) => status);
}

test.each(probes)("a server action refuses %s and writes nothing", async (_what, headers) => {
  incoming.headers = new Map(Object.entries(headers));
  const before = await tokens();
  expect(await createToken({})).toMatchObject({ status: "refused", code: "forbidden" });
  expect(await tokens()).toBe(before);
});

test("a server action from our own page writes", async () => {
  incoming.headers = new Map([["origin", OWN]]);
  const before = await tokens();
  expect(await createToken({})).toMatchObject({ status: "done" });
  expect(await tokens()).toBe(before + 1);
});

test.each(probes)("the API refuses a write by cookie from %s", async (_what, headers) => {
  expect(await apiStatus(headers)).toBe(403);
});

test("the API takes a write by cookie from our own page, and a read from anywhere", async () => {
  expect(await apiStatus({ origin: OWN })).toBe(200);
  expect(await apiStatus({}, "GET")).toBe(200);
});

async function signInFrom(headers: Record<string, string>, fields: Record<string, string>) {
  const body = new URLSearchParams(fields);
  const response = await signInRoute(new Request(`${OWN}/api/sign-in`, { method: "POST", headers, body }));
  const cookies = response.headers.getSetCookie();
  const cookieNamed = (name: string) =>
    cookies.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
  return {
    status: response.status,
    location: response.headers.get("location"),
    session: cookieNamed("__Host-thads"),
    refusal: readRefusal(cookieNamed("sign-in-refused")?.split(";")[0]),
  };
}

test.each(probes)("signing in refuses %s", async (_what, headers) => {
  const answer = await signInFrom(headers, { login, password: PASSWORD });
  expect(answer).toMatchObject({
    session: undefined,
    refusal: { reason: "foreign" },
    location: "/dang-nhap?tiep=%2F",
  });
});

test("signing in replaces the id the browser brought and goes only to our own pages", async () => {
  const { userId, login: mine } = await createUser(db, {
    role: "CLERK",
    agency: "cuc-hung-yen",
    password: PASSWORD,
  });
  const planted = { cookie: `__Host-thads=${await openSession(userId, "planted")}`, origin: OWN };
  const answer = await signInFrom(planted, { login: mine, password: PASSWORD, tiep: "//evil.example" });
  expect(answer).toMatchObject({ status: 303, location: "/" });
  expect(answer.session).toMatch(/^[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  const id = answer.session?.slice(0, 43);
  expect(await apiStatus(planted)).toBe(401);
  expect(await apiStatus({ ...planted, cookie: `__Host-thads=${id}` })).toBe(200);
});

test("signing in goes on to the page that was asked for", async () => {
  const answer = await signInFrom({ origin: OWN }, { login, password: PASSWORD, tiep: "/ket-qua?nam=2022" });
  expect(answer.location).toBe("/ket-qua?nam=2022");
});

test("a refused sign-in keeps the login that was typed, but not in the address", async () => {
  const answer = await signInFrom({ origin: OWN }, { login: "ai.đó&x=1", password: "sai" });
  expect(answer).toMatchObject({ session: undefined, refusal: { reason: "wrong", login: "ai.đó&x=1" } });
  expect(answer.location).toBe("/dang-nhap?tiep=%2F");
});

test("a locked account is told until when, and a forged notice says nothing", async () => {
  const { login: mine } = await createUser(db, { password: PASSWORD });
  for (let n = 0; n < 3; n += 1) await signInFrom({ origin: OWN }, { login: mine, password: "sai" });
  const { refusal } = await signInFrom({ origin: OWN }, { login: mine, password: PASSWORD });
  expect(refusal).toMatchObject({ reason: "wait", until: expect.stringMatching(/^\d\d:\d\d:\d\d$/) });
  expect(readRefusal("reason=gọi 0900&until=x")).toBeNull();
  expect(readRefusal("%E0%A4%A")).toBeNull();
});

test("nobody signed in is told so, by action and by API", async () => {
  incoming.headers = new Map([["origin", OWN]]);
  incoming.cookie = "";
  expect(await createToken({})).toMatchObject({ status: "refused", code: "unauthenticated" });
  expect(await apiStatus({ cookie: "", origin: OWN })).toBe(401);
});

test.each(["Bearer nobody", "Bearer", "Basic dXNlcjpwYXNz", "Bearer a b"])(
  "the API answers 401 to %s",
  async (authorization) => {
    const request = new Request(`${OWN}/api/v1/x`, {
      headers: { authorization, cookie: `__Host-thads=${session}` },
    });
    const response = await write(request, { params: Promise.resolve({}) });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: "unauthenticated" } });
  },
);

test("refusals become statuses, and missing looks exactly like forbidden", async () => {
  const { Failure } = await import("@/lib/core/failure");
  const text = { vi: "không", en: "no" };
  const answer = async (code: "invalid" | "forbidden" | "not-found" | "conflict" | "precondition") => {
    const route = apiRoute(async () => {
      throw new Failure(
        code,
        { vi: `${code} vi`, en: code },
        { fields: { login: text }, details: { expected: 1n } },
      );
    });
    const response = await route(new Request(OWN, { headers: { cookie: `__Host-thads=${session}` } }), {
      params: Promise.resolve({}),
    });
    return { status: response.status, body: await response.text() };
  };
  expect(await answer("forbidden")).toEqual(await answer("not-found"));
  expect((await answer("forbidden")).status).toBe(404);
  expect(await answer("invalid")).toMatchObject({
    status: 422,
    body: expect.stringContaining('"login":"không"'),
  });
  expect(await answer("conflict")).toMatchObject({
    status: 409,
    body: expect.stringContaining('"expected":"1"'),
  });
  expect((await answer("precondition")).status).toBe(409);
});

test("a malformed or oversized body is invalid, a JSON one is read", async () => {
  const body = (text: string) => readJson(new Request(OWN, { method: "POST", body: text }), 20);
  await expect(body("{")).rejects.toMatchObject({ code: "invalid" });
  await expect(body("")).rejects.toMatchObject({ code: "invalid" });
  await expect(body(JSON.stringify("x".repeat(30)))).rejects.toMatchObject({ code: "invalid" });
  await expect(body('{"a":1}')).resolves.toEqual({ a: 1 });
});
