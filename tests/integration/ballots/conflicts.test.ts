import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { getBulletin } from "@/lib/ballots/bulletin/queries";
import { ballotOperations as ballots } from "@/lib/ballots/operations";
import { getBallot, listBallots, listVoices } from "@/lib/ballots/queries";
import { councilOperations } from "@/lib/councils/operations";
import { listCouncils } from "@/lib/councils/queries";
import {
  cast,
  close,
  count,
  createCouncil,
  openBallot,
  prepareBallot,
  type TestCouncil,
} from "@/tests/factories/ballots";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let council: TestCouncil;
let kept: Actor;
let free: Actor;

beforeAll(async () => {
  db = await testDatabase();
  council = await createCouncil(db, 6);
  [kept, free] = [council.members[4] ?? council.chair, council.members[5] ?? council.chair];
});
afterAll(() => db.close());

const refusal = (code: string) => expect.objectContaining({ code });
const clean = { subject: "Người không vướng", award: "CSTDCS" };
const id = "00000000-0000-4000-8000-000000000001";

/** Every answer that the product gives somebody about ballots; other ballots' ids struck out of nothing. */
async function everything(actor: Actor, ballot: string): Promise<string> {
  const asked: readonly (() => Promise<unknown>)[] = [
    () => listBallots(actor),
    () => listCouncils(actor),
    () => getBallot(actor, ballot),
    () => listVoices(actor, ballot),
    () => getBulletin(actor, ballot),
    () => perform(ballots.cast, actor, { ballot, sheet: ["a".repeat(198)] }),
    () => perform(ballots.giveKey, actor, { ballot, publicKey: "a".repeat(64) }),
    () => perform(ballots.close, actor, { ballot, password: "x" }),
    () => perform(ballots.count, actor, { ballot, votes: [] }),
    () => perform(ballots.secondRound, actor, { ballot }),
  ];
  const answers: unknown[] = [];
  for (const answer of asked) {
    answers.push(
      await answer().then(
        (value) => value,
        (error: { code?: string; text?: unknown; fields?: unknown; details?: unknown }) => ({
          ...{ code: error.code, text: error.text, fields: error.fields, details: error.details },
        }),
      ),
    );
  }
  return JSON.stringify(answers);
}

test("a member kept out of a dossier is answered in every state exactly as if there were none", async () => {
  const before = await everything(kept, id);
  const freeBefore = await everything(free, id);
  const ballot = await prepareBallot(council, [{ ...clean, conflicts: [kept.login] }]);
  const answers = [await everything(kept, ballot)];
  const opened = await openBallot(council, ballot);
  answers.push(await everything(kept, ballot));
  expect(await everything(free, ballot), "control: another member sees it").not.toBe(freeBefore);
  for (const at of [0, 1, 2, 3]) await cast(opened, council.members[at] ?? council.chair, "agree");
  await close(council, ballot);
  answers.push(await everything(kept, ballot));
  await count(council, opened);
  answers.push(await everything(kept, ballot));
  expect(new Set([before, ...answers]).size).toBe(1);
  const { results, roll } = await getBallot(council.chair, ballot);
  expect(results).toMatchObject([{ base: 6, needed: 5, agreed: 4, verdict: "FAILED" }]);
  expect(roll?.find(({ member }) => member === kept.userId)?.standing).toBe("RECUSED");
});

test("the second line alone hides it too: the database shows that member no row of it", async () => {
  const ballot = await prepareBallot(council, [{ ...clean, conflicts: [kept.login] }]);
  const seenBy = async ({ userId }: Actor, scope: string) => {
    const client = await db.owner.connect();
    try {
      await client.query("BEGIN");
      await client.query("SET LOCAL ROLE thads_app");
      await client.query("SELECT set_config('app.actor', $1, true), set_config('app.scope', $2, true)", [
        userId,
        scope,
      ]);
      const parts = ["ballot", "ballot_nominee", "ballot_seat", "ballot_holder"];
      const counts = parts.map(
        (part) => `(SELECT count(*)::int FROM ${part} WHERE ${part === "ballot" ? "id" : "ballot_id"} = $1)`,
      );
      const { rows } = await client.query(`SELECT ${counts.join(" + ")} AS n`, [ballot]);
      return rows[0].n;
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  };
  expect(await seenBy(kept, "*")).toBe(0);
  expect(await seenBy(council.chair, "tc"), "control").toBe(6);
});

test("nominees are split by who is kept out; the nominee, a declared conflict and the same unit are found", async () => {
  const mixed = await createCouncil(db, 5, { level: "MINISTRY" });
  const touched = mixed.members[4] ?? mixed.chair;
  const other = await createActor(db, { role: "APPROVER", agency: "cc-325" });
  const manager = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
  const seat = {
    agency: "tc",
    council: mixed.id,
    login: other.login,
    role: "MEMBER",
    validFrom: "2020-01-01",
  };
  await perform(councilOperations.seat, manager, seat);
  const holders = mixed.members.slice(0, 3).map(({ login }) => login);
  const { ballots: made } = await perform(ballots.prepare, mixed.secretary, {
    ...{ council: mixed.id, title: "Chia nhóm", holders },
    rule: {
      base: "all",
      threshold: "1/2",
      strict: true,
      quorum: "1/2",
      written: true,
      countsRecused: false,
      seats: null,
    },
    nominees: [
      clean,
      { ...clean, login: touched.login },
      { ...clean, conflicts: [touched.login] },
      { subject: "Chi cục", award: "COBTP", agency: "cc-325" },
      { subject: "Vụ", award: "COBTP", agency: "tc" },
    ],
  });
  const { rows } = await db.owner.query(
    `SELECT (SELECT count(*)::int FROM ballot_nominee n WHERE n.ballot_id = b.id) AS nominees,
       (SELECT array_agg(u.login) FROM ballot_seat s JOIN user_account u ON u.id = s.user_id WHERE s.ballot_id = b.id) AS recused
     FROM ballot b WHERE b.id = ANY ($1) ORDER BY 1, 2`,
    [made],
  );
  expect(rows).toEqual([
    { nominees: 1, recused: [other.login] },
    { nominees: 2, recused: [touched.login] },
    { nominees: 2, recused: null },
  ]);
});

test("nobody prepares or holds a key of a ballot that touches them", async () => {
  const own = { ...clean, login: council.secretary.login };
  await expect(prepareBallot(council, [own])).rejects.toEqual(refusal("precondition"));
  const holding = { ...clean, login: council.members[2]?.login ?? "" };
  await expect(prepareBallot(council, [holding])).rejects.toEqual(refusal("invalid"));
});
