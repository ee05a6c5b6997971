import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import { ownOperations, userOperations } from "@/lib/users/operations";
import { statusFor } from "@/tests/factories/sign-in";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("a token acts as its user until it is revoked or the account is disabled", async () => {
  const actor = await createActor(db, { role: "CLERK", agency: "cuc-hung-yen" });
  const first = await perform(ownOperations.createToken, actor, {});
  const second = await perform(ownOperations.createToken, actor, { label: "máy chủ" });
  const status = (token: string) => statusFor({ authorization: `Bearer ${token}` });
  expect(first.token).toMatch(/^thads_[\w-]{43}$/);
  expect([await status(first.token), await status(second.token)]).toEqual([200, 200]);
  await perform(ownOperations.revokeToken, actor, { tokenId: first.tokenId });
  expect([await status(first.token), await status(second.token)]).toEqual([401, 200]);
  await perform(userOperations.disable, await createActor(db, { role: "ADMIN", agency: "cuc-hung-yen" }), {
    login: actor.login,
  });
  expect(await status(second.token)).toBe(401);
});
