import { afterAll, beforeAll, expect, test } from "vitest";
import { authOptions } from "@/lib/auth/next-auth";
import { findSession } from "@/lib/auth/session-store";
import { createUser } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const PASSWORD = "mua thu la vang roi";
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

type Authorize = (credentials: object, request: object) => Promise<{ id: string } | null>;

function authorize(login: string, password: string) {
  const [provider] = authOptions().providers;
  if (!provider) throw new Error("no provider");
  const { authorize: check } = provider.options as { authorize: Authorize };
  return check({ login, password }, { headers: { "x-forwarded-for": "10.9.9.9", "user-agent": "test" } });
}

/** What next-auth does with its cookie: callback, encode; later decode, callback, encode again. */
async function cookieAfter(user: { id: string }): Promise<string> {
  const { jwt, callbacks } = authOptions();
  const token = await callbacks?.jwt?.({ token: { name: "x", sub: "y" }, user, account: null });
  return (await jwt?.encode?.({ token: token ?? {}, secret: "s" })) ?? "";
}

test("next-auth's cookie is the opaque id of a session row and nothing else", async () => {
  const { userId, login } = await createUser(db, {
    role: "CLERK",
    agency: "cuc-hung-yen",
    password: PASSWORD,
  });
  const user = await authorize(login, PASSWORD);
  if (!user) throw new Error("not signed in");
  const cookie = await cookieAfter(user);
  expect(cookie).toMatch(/^[\w-]{43}$/);
  expect(await findSession(cookie)).toMatchObject({ userId });
});

test("reading the session through next-auth neither renews nor changes the id", async () => {
  const { login } = await createUser(db, { role: "CLERK", agency: "cuc-hung-yen", password: PASSWORD });
  const user = await authorize(login, PASSWORD);
  const { jwt, callbacks } = authOptions();
  const decoded = await jwt?.decode?.({ token: user?.id ?? "", secret: "s" });
  const token = await callbacks?.jwt?.({ token: decoded ?? {} } as never);
  expect(await jwt?.encode?.({ token: token ?? {}, secret: "s" })).toBe(user?.id);
});

test("next-auth refuses a wrong password and an id that nobody opened", async () => {
  const { login } = await createUser(db, { role: "CLERK", agency: "cuc-hung-yen", password: PASSWORD });
  expect(await authorize(login, "sai")).toBeNull();
  expect(await authOptions().jwt?.decode?.({ token: "A".repeat(43), secret: "s" })).toBeNull();
});

test("signing out through next-auth ends the session in the database", async () => {
  const { login } = await createUser(db, { role: "CLERK", agency: "cuc-hung-yen", password: PASSWORD });
  const user = await authorize(login, PASSWORD);
  const token = await authOptions().jwt?.decode?.({ token: user?.id ?? "", secret: "s" });
  await authOptions().events?.signOut?.({ token: token ?? {}, session: undefined as never });
  expect(await findSession(user?.id ?? "")).toBeNull();
});
