import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { perform } from "@/lib/actions/perform";
import { actorOfUser } from "@/lib/auth/queries";
import { openSession } from "@/lib/auth/session-store";
import { signOut } from "@/lib/auth/sign-in";
import { ownOperations, userOperations } from "@/lib/users/operations";
import { attempt, PASSWORD, signInByForm, statusOf } from "@/tests/factories/sign-in";
import { createActor, createUser } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";
import { enumerate } from "./enumeration";

const clock = vi.hoisted(() => ({ shift: 0 }));
vi.mock("@/lib/clock", () => ({ now: () => new Date(Date.now() + clock.shift) }));

const control = vi.hoisted(() => ({ leaks: false }));
vi.mock("@/lib/auth/password", async (original) => {
  const real = await original<typeof import("@/lib/auth/password")>();
  const isPassword: typeof real.isPassword = (hash, password) =>
    control.leaks && hash === null ? Promise.resolve(false) : real.isPassword(hash, password);
  return { ...real, isPassword };
});

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  process.stdout.write(`R18 ${held.size}/13 (${[...held].join(", ")})\n`);
  await db.close();
});
afterEach(() => {
  clock.shift = 0;
  control.leaks = false;
});

/** The items of R18: those that have a test here, and those whose test passed. */
const declared = new Set<string>();
const held = new Set<string>();

/** A test of one item of R18; only when it passes does the item count. */
function r18(item: string, name: string, work: () => Promise<void>): void {
  declared.add(item);
  test(`R18 ${item}: ${name}`, async () => {
    await work();
    held.add(item);
  });
}

const MINUTE = 60_000;
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

r18(
  "fixation",
  "an id that somebody else chose opens nothing, before and after a sign-in that brought it",
  async () => {
    const planted = "A".repeat(43);
    expect(await statusOf(planted)).toBe(401);
    const { login } = await clerkWithSession();
    const { token } = await signInByForm(login, planted);
    expect([token === planted, await statusOf(planted), await statusOf(token)]).toEqual([false, 401, 200]);
  },
);

r18("rotation", "every sign-in gets a new id, and the one the browser brought is over", async () => {
  const { login, token } = await clerkWithSession();
  const next = await signInByForm(login, token);
  expect([next.token === token, await statusOf(token), await statusOf(next.token)]).toEqual([
    false,
    401,
    200,
  ]);
});

r18(
  "cookie flags",
  "the cookie is for our own pages alone: __Host-, Secure, HttpOnly, SameSite, no domain",
  async () => {
    const { login } = await clerkWithSession();
    vi.stubEnv("APP_ORIGIN", "https://thads.example");
    const { cookie } = await signInByForm(login, "", "https://thads.example");
    vi.unstubAllEnvs();
    expect(cookie).toMatch(/^__Host-thads=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    const plain = await signInByForm(login, "");
    expect(plain.cookie).toMatch(/^thads=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  },
);

r18("lockout", "after five failures the right password does not help for fifteen minutes", async () => {
  const { login } = await clerkWithSession();
  for (const seconds of [0, 1, 2, 8, 40]) {
    clock.shift = seconds * 1000;
    await expect(attempt(login, "sai")).rejects.toMatchObject({ code: "invalid" });
  }
  clock.shift += 14 * MINUTE;
  await expect(attempt(login)).rejects.toMatchObject({ code: "precondition" });
  clock.shift += 2 * MINUTE;
  expect(await statusOf(await attempt(login))).toBe(200);
});

r18("enumeration", "neither the answer nor its time tells whether an account exists", async () => {
  const { line, different, leaks, isControlFound } = await enumerate(db, () => {
    control.leaks = true;
  });
  process.stdout.write(`${line}\n`);
  expect(different).toEqual({ open: 1, locked: 1 });
  expect(leaks).toEqual([]);
  expect(isControlFound).toBe(true);
});

r18("idle", "a session idle for thirty minutes is over, one in use is not", async () => {
  const { token } = await clerkWithSession();
  for (const minutes of [29, 58, 87]) {
    clock.shift = minutes * MINUTE;
    expect(await statusOf(token)).toBe(200);
  }
  clock.shift = (87 + 30) * MINUTE;
  expect(await statusOf(token)).toBe(401);
});

r18("absolute", "a session in constant use is over after twelve hours", async () => {
  const { token } = await clerkWithSession();
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
    clock.shift = minutes * MINUTE;
    expect(await statusOf(token)).toBe(200);
  }
  clock.shift = 12 * 60 * MINUTE;
  expect(await statusOf(token)).toBe(401);
});

r18("sign-out", "signing out ends the session for whoever kept the cookie", async () => {
  const { token } = await clerkWithSession();
  await signOut(token);
  expect(await statusOf(token)).toBe(401);
});

r18("at most three", "a fourth session ends the oldest", async () => {
  const { userId, token } = await clerkWithSession();
  const later: string[] = [];
  for (const second of [1, 2, 3]) {
    clock.shift = second * 1000;
    later.push(await openSession(userId, "another"));
  }
  expect(await statusOf(token)).toBe(401);
  expect(await Promise.all(later.map(statusOf))).toEqual([200, 200, 200]);
});

const ending: [string, string | null, (login: string) => Promise<unknown>][] = [
  [
    "disabling the account",
    "disabling",
    async (login: string) => perform(userOperations.disable, await admin(), { login }),
  ],
  [
    "resetting the password",
    null,
    async (login: string) => perform(userOperations.resetPassword, await admin(), { login }),
  ],
  [
    "giving a role",
    "change of role",
    async (login: string) =>
      perform(userOperations.assignRole, await admin(), { login, role: "LEADER", agency: "cuc-hung-yen" }),
  ],
  [
    "ending a role",
    null,
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
    null,
    async (login: string) => perform(userOperations.revokeSessions, await admin(), { login }),
  ],
];
for (const [, item] of ending) if (item) declared.add(item);

test.each(ending)("%s ends every session at once", async (_what, item, change) => {
  const { login, token } = await clerkWithSession();
  const other = await clerkWithSession();
  await change(login);
  expect(await statusOf(token)).toBe(401);
  expect(await statusOf(other.token)).toBe(200);
  if (item) held.add(item);
});

r18(
  "change of password",
  "changing one's own password ends every session, and the new password signs in",
  async () => {
    const { userId, login, token } = await clerkWithSession();
    const actor = await actorOfUser(userId, "session");
    if (!actor) throw new Error("no actor");
    const next = "song Hong do phu sa";
    const change = (current: string) =>
      perform(ownOperations.changePassword, actor, { current, next, repeat: next });
    await expect(change("khong phai the")).rejects.toMatchObject({
      code: "invalid",
      fields: { current: {} },
    });
    expect(await statusOf(token)).toBe(200);
    await change(PASSWORD);
    expect(await statusOf(token)).toBe(401);
    await expect(attempt(login)).rejects.toMatchObject({ code: "invalid" });
    expect(await statusOf(await attempt(login, next))).toBe(200);
  },
);

r18("reset once", "a reset password opens nothing but its own replacement, and that once", async () => {
  const { userId, login } = await clerkWithSession();
  const { initialPassword } = await perform(userOperations.resetPassword, await admin(), { login });
  const current = initialPassword ?? "";
  expect(await statusOf(await attempt(login, current))).toBe(401);
  const actor = await actorOfUser(userId, "session");
  if (!actor) throw new Error("no actor");
  const next = "song Hong do phu sa";
  await perform(ownOperations.changePassword, actor, { current, next, repeat: next });
  await expect(attempt(login, current)).rejects.toMatchObject({ code: "invalid" });
  expect(await statusOf(await attempt(login, next))).toBe(200);
});

test("R18 has its thirteen items", () => expect(declared.size).toBe(13));
