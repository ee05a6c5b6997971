import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { perform } from "@/lib/actions/perform";
import { type Actor, systemActor } from "@/lib/auth/actor";
import { actorOfToken } from "@/lib/auth/queries";
import { hashOfSecret } from "@/lib/auth/secret";
import { findSession, openSession } from "@/lib/auth/session-store";
import { createTokenAction } from "@/lib/users/actions";
import { ownOperations } from "@/lib/users/operations";
import { getOwnAccess } from "@/lib/users/own/queries";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const OWN = "https://thidua.example.vn";
const incoming = vi.hoisted(() => ({ cookie: "" }));
vi.mock("next/headers", () => ({
  headers: async () => ({ get: (name: string) => (name === "origin" ? OWN : null) }),
  cookies: async () => ({ get: () => (incoming.cookie ? { value: incoming.cookie } : undefined) }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

let db: TestDatabase;
let owner: Actor;
let other: Actor;
beforeAll(async () => {
  db = await testDatabase();
  process.env.APP_ORIGIN = OWN;
});
beforeEach(async () => {
  owner = await createActor(db, { role: "CLERK", agency: "cuc-hung-yen" });
  other = await createActor(db, { role: "ADMIN", agency: "tc" });
});
afterAll(() => db.close());

const secretsKept = async (secret: string) => {
  const { rows } = await db.owner.query(
    `SELECT (SELECT count(*)::int FROM idempotency_record) AS records,
       (SELECT count(*)::int FROM audit_entry WHERE text LIKE '%' || $1 || '%') AS lines`,
    [secret],
  );
  return rows[0];
};

test("a person sees one's own tokens and sessions, and nobody else's", async () => {
  const [mine, theirs] = [
    await openSession(owner.userId, "Firefox"),
    await openSession(other.userId, "Chrome"),
  ];
  const { tokenId } = await perform(ownOperations.createToken, owner, { label: "Phần mềm của Cục" });
  await perform(ownOperations.createToken, other, { label: "Của người khác" });
  const access = await getOwnAccess(owner, null);
  expect(access.tokens).toMatchObject([{ id: tokenId, label: "Phần mềm của Cục", revokedAt: null }]);
  expect(access.sessions).toMatchObject([{ device: "Firefox", isCurrent: false }]);
  const text = JSON.stringify(access);
  for (const secret of [mine, theirs, hashOfSecret(mine)]) expect(text).not.toContain(secret);
  const [first] = access.sessions;
  expect((await getOwnAccess(owner, first?.id ?? null)).sessions).toMatchObject([{ isCurrent: true }]);
});

test("the form's action shows the token once and keeps it nowhere; it takes no idempotency key", async () => {
  incoming.cookie = await openSession(owner.userId, "Firefox");
  const form = new FormData();
  form.set("label", "Tổng hợp");
  const keyed = createTokenAction as (...given: unknown[]) => ReturnType<typeof createTokenAction>;
  const answer = await keyed(null, form, "khoa-1");
  if (answer.status !== "done") throw new Error(answer.text.vi);
  const { token } = answer.result as { token: string };
  expect(await actorOfToken(token)).toMatchObject({ login: owner.login, via: "token" });
  expect(await secretsKept(token)).toEqual({ records: 0, lines: 0 });
  form.set("login", other.login);
  expect(await createTokenAction(null, form)).toMatchObject({ status: "refused", code: "not-found" });
});

test("a revoked token opens nothing, and stands as revoked; another's is not found", async () => {
  const { tokenId, token } = await perform(ownOperations.createToken, owner, {});
  await expect(perform(ownOperations.revokeToken, other, { tokenId })).rejects.toMatchObject({
    code: "not-found",
  });
  await perform(ownOperations.revokeToken, owner, { tokenId });
  expect(await actorOfToken(token)).toBeNull();
  expect((await getOwnAccess(owner, null)).tokens).toMatchObject([{ revokedAt: expect.any(Date) }]);
  await expect(perform(ownOperations.revokeToken, owner, { tokenId })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("one of one's own sessions is ended, the others stay; it is in the audit", async () => {
  const [kept, ended] = [
    await openSession(owner.userId, "Ở cơ quan"),
    await openSession(owner.userId, "Ở nhà"),
  ];
  const find = async () =>
    (await getOwnAccess(owner, null)).sessions.find(({ device }) => device === "Ở nhà");
  const sessionId = (await find())?.id ?? "";
  await expect(perform(ownOperations.endSession, other, { sessionId })).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await findSession(ended)).not.toBeNull();
  await perform(ownOperations.endSession, owner, { sessionId });
  expect([await findSession(ended), (await findSession(kept))?.userId]).toEqual([null, owner.userId]);
  expect(await find()).toBeUndefined();
  const { rows } = await db.owner.query(
    "SELECT actor_id, payload FROM audit_entry WHERE action = 'session.end' AND subject = $1",
    [`user:${owner.login}`],
  );
  expect(rows).toEqual([{ actor_id: owner.userId, payload: { sessionId, device: "Ở nhà" } }]);
  await expect(perform(ownOperations.endSession, owner, { sessionId })).rejects.toMatchObject({
    code: "not-found",
  });
});

test.each([{}, { sessionId: "%" }, { sessionId: "0123456789abcdef", login: "ai.do" }])(
  "refuses %o as the name of a session",
  async (input) => {
    await expect(perform(ownOperations.endSession, owner, input)).rejects.toMatchObject({ code: "invalid" });
  },
);

test("the machine's operator has no sessions to end", async () => {
  const ending = perform(ownOperations.endSession, systemActor("cli"), { sessionId: "0123456789abcdef" });
  await expect(ending).rejects.toMatchObject({ code: "not-found" });
});
