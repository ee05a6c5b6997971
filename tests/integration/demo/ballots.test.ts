import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOfUser } from "@/lib/auth/queries";
import { getBulletin } from "@/lib/ballots/bulletin/queries";
import { getBallot, listBallots } from "@/lib/ballots/queries";
import { firstFault } from "@/lib/ballots/verification/rules";
import { DEMO_ACCOUNTS } from "@/prisma/seed/accounts";
import { loadBallots } from "@/prisma/seed/demo-ballots";
import { createUser } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  for (const account of DEMO_ACCOUNTS) await createUser(db, account);
  const client = new pg.Client({ connectionString: db.url });
  await client.connect();
  await client.query("BEGIN");
  await loadBallots(client);
  await client.query("COMMIT");
  await client.end();
});
afterAll(() => db.close());

test("the demonstration has a counted ballot that verifies, and one that waits for its key holders, both marked", async () => {
  const { rows } = await db.owner.query("SELECT id FROM user_account WHERE login = 'tongcuc'");
  const secretary = await actorOfUser(rows[0].id, "session");
  if (!secretary) throw new Error("the demonstration's secretary");
  const lines = await listBallots(secretary);
  expect(lines.map(({ state, illustrative }) => [state, illustrative]).sort()).toEqual([
    ["COUNTED", true],
    ["DRAFT", true],
  ]);
  const id = lines.find(({ state }) => state === "COUNTED")?.id ?? "";
  expect(firstFault(await getBulletin(secretary, id))).toBeNull();
  const { results } = await getBallot(secretary, id);
  expect(results?.map(({ agreed, needed, verdict }) => [agreed, needed, verdict])).toEqual([
    [7, 7, "PASSED"],
    [5, 7, "FAILED"],
    [3, 7, "FAILED"],
  ]);
});
