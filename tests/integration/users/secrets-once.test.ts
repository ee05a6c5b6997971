import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { listOperations, type Operation } from "@/lib/actions/operation";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { ownOperations, userOperations } from "@/lib/users/operations";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let admin: Actor;
beforeAll(async () => {
  db = await testDatabase();
  admin = await createActor(db, { role: "ADMIN", agency: "tc", login: "quan.tri.khoa" });
});
afterAll(() => db.close());

const kept = async () =>
  (await db.owner.query("SELECT count(*)::int AS n FROM idempotency_record")).rows[0].n as number;
const chosen = { current: "cũ", next: "mật khẩu mới dài hơn", repeat: "mật khẩu mới dài hơn" };
const account = { name: "Nguyễn Văn Mới", role: "CLERK", agency: "cuc-hung-yen" };

test.each([
  ["an account", "users.create", () => ({ ...account, login: `m.${randomUUID().slice(0, 8)}` })],
  ["a new password", "users.resetPassword", () => ({ login: "quan.tri.khoa" })],
  ["one's own password", "users.changeOwnPassword", () => chosen],
  ["a token", "tokens.create", () => ({ label: "thử" })],
])("%s is never made under an idempotency key, and nothing of it is kept", async (_what, name, input) => {
  const operation = listOperations().find((each) => each.name === name);
  if (!operation) throw new Error(name);
  const before = await kept();
  const refusal = perform(operation, admin, input(), { idempotencyKey: randomUUID() });
  await expect(refusal).rejects.toMatchObject({
    code: "invalid",
    text: { vi: expect.stringContaining("không nhận Idempotency-Key") },
  });
  expect(await kept()).toBe(before);
});

test("the same token is made without a key, and other work still repeats under one", async () => {
  await expect(perform(ownOperations.createToken, admin, { label: "thử" })).resolves.toHaveProperty("token");
  const before = await kept();
  const options = { idempotencyKey: randomUUID() };
  await perform(userOperations.revokeSessions, admin, { login: "quan.tri.khoa" }, options);
  await perform(userOperations.revokeSessions, admin, { login: "quan.tri.khoa" }, options);
  expect(await kept()).toBe(before + 1);
});

test("a planted operation that forgets to say so is stopped by the table: its secret is rolled back", async () => {
  const planted: Operation<z.ZodType, unknown> = {
    name: "planted.secret",
    permission: "users.manage",
    input: z.strictObject({}),
    subjects: () => null,
    run: async ({ audit }) => {
      await audit({ chain: "users", action: "test.planted", subject: "test" });
      return { token: "thads_bi_mat" };
    },
  };
  const before = await kept();
  await expect(perform(planted, admin, {}, { idempotencyKey: randomUUID() })).rejects.toThrow(
    /idempotency_keeps_no_secret/,
  );
  expect(await kept()).toBe(before);
  await expect(perform(planted, admin, {})).resolves.toEqual({ token: "thads_bi_mat" });
});

test("every operation that takes or answers a secret says so", () => {
  const names = listOperations().flatMap(({ name, holdsSecret }) => (holdsSecret ? [name] : []));
  expect(names.sort()).toEqual([
    "tokens.create",
    "users.changeOwnPassword",
    "users.create",
    "users.resetPassword",
  ]);
});
