import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { apiRoute } from "@/lib/actions/api";
import { perform } from "@/lib/actions/perform";
import { actorOfUser } from "@/lib/auth/queries";
import { openSession } from "@/lib/auth/session-store";
import { signIn, signOut } from "@/lib/auth/sign-in";
import { ownOperations, userOperations } from "@/lib/users/operations";
import { createActor, createUser } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const clock = vi.hoisted(() => ({ shift: 0 }));
vi.mock("@/lib/clock", () => ({ now: () => new Date(Date.now() + clock.shift) }));

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
afterEach(() => {
  clock.shift = 0;
});

const MINUTE = 60_000;
const PASSWORD = "mua thu la vang roi";
const whoAmI = apiRoute(async ({ actor }) => ({ login: actor.login }));

/** The status an API answers to the bearer of a session cookie: 200 or 401. */
async function statusOf(token: string): Promise<number> {
  const request = new Request("http://localhost:3000/api/x", { headers: { cookie: `thads=${token}` } });
  return (await whoAmI(request, { params: Promise.resolve({}) })).status;
}

function attempt(login: string, password = PASSWORD, device = "test") {
  return signIn({ login, password, address: "10.1.2.3", device });
}

async function clerkWithSession() {
  const user = await createUser(db, { role: "CLERK", agency: "cuc-hung-yen", password: PASSWORD });
  return { ...user, token: await attempt(user.login) };
}

const admin = () => createActor(db, { role: "ADMIN", agency: "cuc-hung-yen" });

test("signing in opens a session under an opaque id of which only a hash is stored", async () => {
  const { login, token } = await clerkWithSession();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await statusOf(token)).toBe(200);
  const { rows } = await db.owner.query("SELECT token_hash FROM session");
  expect(rows.map(({ token_hash }) => token_hash)).not.toContain(token);
  const { rows: lines } = await db.owner.query("SELECT action FROM audit_entry WHERE subject = $1", [
    `user:${login}`,
  ]);
  expect(lines.map(({ action }) => action)).toContain("session.open");
});

test("every sign-in gets a new id, and an id chosen by somebody else opens nothing", async () => {
  const { login, token } = await clerkWithSession();
  expect(await attempt(login)).not.toBe(token);
  expect(await statusOf("A".repeat(43))).toBe(401);
});

test("a session idle for thirty minutes is over, one in use is not", async () => {
  const { token } = await clerkWithSession();
  for (const minutes of [29, 58, 87]) {
    clock.shift = minutes * MINUTE;
    expect(await statusOf(token)).toBe(200);
  }
  clock.shift = (87 + 30) * MINUTE;
  expect(await statusOf(token)).toBe(401);
});

test("a session in constant use is over after twelve hours", async () => {
  const { token } = await clerkWithSession();
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
    clock.shift = minutes * MINUTE;
    expect(await statusOf(token)).toBe(200);
  }
  clock.shift = 12 * 60 * MINUTE;
  expect(await statusOf(token)).toBe(401);
});

test("signing out ends the session for whoever kept the cookie", async () => {
  const { token } = await clerkWithSession();
  await signOut(token);
  expect(await statusOf(token)).toBe(401);
});

test("a fourth session ends the oldest", async () => {
  const { userId, token } = await clerkWithSession();
  const later: string[] = [];
  for (const second of [1, 2, 3]) {
    clock.shift = second * 1000;
    later.push(await openSession(userId, "another"));
  }
  expect(await statusOf(token)).toBe(401);
  expect(await Promise.all(later.map(statusOf))).toEqual([200, 200, 200]);
});

test.each([
  [
    "disabling the account",
    async (login: string) => perform(userOperations.disable, await admin(), { login }),
  ],
  [
    "resetting the password",
    async (login: string) => perform(userOperations.resetPassword, await admin(), { login }),
  ],
  [
    "giving a role",
    async (login: string) =>
      perform(userOperations.assignRole, await admin(), { login, role: "LEADER", agency: "cuc-hung-yen" }),
  ],
  [
    "ending a role",
    async (login: string) => {
      const { rows } = await db.owner.query(
        "SELECT a.id FROM role_assignment a JOIN user_account u ON u.id = a.user_id WHERE u.login = $1",
        [login],
      );
      return perform(userOperations.endAssignment, await admin(), { assignmentId: rows[0].id });
    },
  ],
  [
    "revoking sessions",
    async (login: string) => perform(userOperations.revokeSessions, await admin(), { login }),
  ],
])("%s ends every session at once", async (_what, change) => {
  const { login, token } = await clerkWithSession();
  const other = await clerkWithSession();
  await change(login);
  expect(await statusOf(token)).toBe(401);
  expect(await statusOf(other.token)).toBe(200);
});

test("changing one's own password ends every session, and the new password signs in", async () => {
  const { userId, login, token } = await clerkWithSession();
  const actor = await actorOfUser(userId, "session");
  if (!actor) throw new Error("no actor");
  const next = "song Hong do phu sa";
  const change = (current: string) =>
    perform(ownOperations.changePassword, actor, { current, next, repeat: next });
  await expect(change("khong phai the")).rejects.toMatchObject({ code: "invalid", fields: { current: {} } });
  expect(await statusOf(token)).toBe(200);
  await change(PASSWORD);
  expect(await statusOf(token)).toBe(401);
  await expect(attempt(login)).rejects.toMatchObject({ code: "invalid" });
  expect(await statusOf(await attempt(login, next))).toBe(200);
});

test("an initial password opens nothing until it is replaced", async () => {
  const user = {
    role: "CLERK",
    agency: "cuc-hung-yen",
    password: PASSWORD,
    mustChangePassword: true,
  } as const;
  const { login } = await createUser(db, user);
  expect(await statusOf(await attempt(login))).toBe(401);
});

test("a token acts as its user until it is revoked or the account is disabled", async () => {
  const actor = await createActor(db, { role: "CLERK", agency: "cuc-hung-yen" });
  const first = await perform(ownOperations.createToken, actor, {});
  const second = await perform(ownOperations.createToken, actor, { label: "máy chủ" });
  const status = async (token: string) => {
    const request = new Request("http://localhost:3000/api/x", {
      headers: { authorization: `Bearer ${token}` },
    });
    return (await whoAmI(request, { params: Promise.resolve({}) })).status;
  };
  expect(first.token).toMatch(/^thads_[\w-]{43}$/);
  expect([await status(first.token), await status(second.token)]).toEqual([200, 200]);
  await perform(ownOperations.revokeToken, actor, { tokenId: first.tokenId });
  expect([await status(first.token), await status(second.token)]).toEqual([401, 200]);
  await perform(userOperations.disable, await admin(), { login: actor.login });
  expect(await status(second.token)).toBe(401);
});
