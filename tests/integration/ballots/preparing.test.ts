import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import { ballotOperations as ballots } from "@/lib/ballots/operations";
import {
  createCouncil,
  PASSWORD,
  people,
  prepareBallot,
  rule,
  type TestCouncil,
} from "@/tests/factories/ballots";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let council: TestCouncil;

beforeAll(async () => {
  db = await testDatabase();
  council = await createCouncil(db, 4);
});
afterAll(() => db.close());

const member = (at: number) => council.members[at] ?? council.chair;
const refusal = (code: string) => expect.objectContaining({ code });

test("holders are three different people, and keys that changed meanwhile stop the opening", async () => {
  const same = [member(0).login, member(0).login, member(1).login];
  await expect(prepareBallot(council, people(1), { holders: same })).rejects.toEqual(refusal("invalid"));
  const id = await prepareBallot(council, people(1));
  const open = {
    ballot: id,
    publicKey: "a".repeat(64),
    shares: Array(3).fill("a".repeat(162)),
    password: PASSWORD,
  };
  const holderKeys = Array(3).fill("b".repeat(64));
  await expect(perform(ballots.open, council.chair, { ...open, holderKeys })).rejects.toEqual(
    refusal("precondition"),
  );
  for (const at of [0, 1, 2])
    await perform(ballots.giveKey, member(at), { ballot: id, publicKey: "c".repeat(64) });
  await expect(perform(ballots.open, council.chair, { ...open, holderKeys })).rejects.toEqual(
    refusal("conflict"),
  );
  await expect(
    prepareBallot(council, people(1), { rule: { ...rule, threshold: "5/4" } }),
    "more than all",
  ).rejects.toEqual(refusal("invalid"));
});
