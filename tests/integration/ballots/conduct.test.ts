import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import { getBulletin } from "@/lib/ballots/bulletin/queries";
import { ballotOperations as ballots } from "@/lib/ballots/operations";
import { getBallot, listBallots, listVoices } from "@/lib/ballots/queries";
import { markOf } from "@/lib/ballots/sealing/rules";
import type { Choice } from "@/lib/ballots/types";
import {
  cast,
  close,
  count,
  createCouncil,
  openBallot,
  PASSWORD,
  people,
  prepareBallot,
  sheetOf,
  type TestCouncil,
} from "@/tests/factories/ballots";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let council: TestCouncil;

beforeAll(async () => {
  db = await testDatabase();
  council = await createCouncil(db, 6, {
    roles: ["CHAIR", "SECRETARY", "MEMBER", "MEMBER", "MEMBER", "SUBSTITUTE"],
  });
});
afterAll(() => db.close());

const member = (at: number) => council.members[at] ?? council.chair;
const refusal = (code: string) => expect.objectContaining({ code });
const nobody = () => createActor(db, { role: "GENERAL_STAFF", agency: "tc" });

test("a ballot is prepared, opened, cast, changed, closed and counted, and the independent script verifies it", async () => {
  const id = await prepareBallot(council, people(2));
  const opened = await openBallot(council, id);
  await cast(opened, member(0), "disagree");
  const sheets = [
    await cast(opened, member(0), "agree", "disagree"),
    await cast(opened, member(1), "agree"),
    await cast(opened, member(2), "agree", "none"),
    await cast(opened, member(3), "agree"),
  ];
  const said: Choice[] = ["agree", "disagree"];
  await perform(ballots.recordOpinion, council.secretary, {
    ...{ ballot: id, member: member(4).userId, document: "12/CV" },
    choices: opened.slots.map((slot, at) => ({ slot, choice: said[at] })),
  });
  expect(await getBallot(member(2), id)).toMatchObject({
    hasCast: true,
    receipt: sheets[2]?.receipt,
    roll: null,
  });
  expect((await getBallot(council.chair, id)).roll?.map(({ spoke }) => spoke)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  await close(council, id);
  await count(council, opened);

  const { results } = await getBallot(member(3), id);
  expect(results).toMatchObject([
    { base: 5, needed: 4, agreed: 5, verdict: "PASSED" },
    { base: 5, needed: 4, agreed: 2, verdict: "FAILED" },
  ]);
  const bulletin = await getBulletin(member(3), id);
  expect(bulletin.receipts).toEqual(sheets.map(({ receipt }) => receipt).sort());
  for (const [at, { code }] of sheets.entries()) {
    const own = opened.slots.map(
      (slot) => bulletin.votes.find(({ mark }) => mark === markOf(code, slot))?.choice,
    );
    expect(own).toEqual(
      [
        ["agree", "disagree"],
        ["agree", "agree"],
        ["agree", "none"],
        ["agree", "agree"],
      ][at],
    );
  }
  expect(bulletin.anchors.length).toBeGreaterThanOrEqual(3);
  const file = path.join(path.dirname(process.env.ANCHOR_FILE ?? ""), "bulletin.json");
  writeFileSync(file, JSON.stringify(bulletin));
  const options = ["scripts/verify-ballot.mjs", file, "--anchors", process.env.ANCHOR_FILE ?? ""];
  const text = execFileSync(process.execPath, options, { encoding: "utf8" });
  expect(text.trim().split("\n").at(-1)).toBe("verified");
  expect(text).not.toContain("anchored by none");
});

test("after the count nothing sealed is left, and that it was deleted is in the audit", async () => {
  const opened = await openBallot(council, await prepareBallot(council, people(1)));
  for (const at of [0, 1, 2, 3]) await cast(opened, member(at), "agree");
  const left = async () => {
    const { rows } = await db.owner.query(
      `SELECT (SELECT count(*)::int FROM ballot_sheet WHERE ballot_id = $1) AS sheets,
        (SELECT count(*)::int FROM ballot_holder WHERE ballot_id = $1 AND share IS NOT NULL) AS shares`,
      [opened.id],
    );
    return rows[0];
  };
  expect(await left()).toEqual({ sheets: 4, shares: 3 });
  await close(council, opened.id);
  await count(council, opened);
  expect(await left()).toEqual({ sheets: 0, shares: 0 });
  const { rows } = await db.owner.query(
    "SELECT payload FROM audit_entry WHERE chain = $1 AND action = 'ballot.count'",
    [`ballot:${opened.id}`],
  );
  expect(rows[0].payload).toMatchObject({ deleted: 4 });
});

test("what a ballot's state does not allow is refused, and a stranger is told that there is none", async () => {
  const id = await prepareBallot(council, people(1));
  const stranger = await nobody();
  const password = PASSWORD;
  for (const [operation, input] of [
    [ballots.giveKey, { ballot: id, publicKey: "a".repeat(64) }],
    [ballots.close, { ballot: id, password }],
    [ballots.cancel, { ballot: id, reason: "thử", password }],
    [ballots.cast, { ballot: id, sheet: ["a".repeat(198)] }],
    [ballots.passShare, { ballot: id, to: 1, share: "a".repeat(162) }],
    [ballots.count, { ballot: id, votes: [] }],
    [ballots.secondRound, { ballot: id }],
  ] as const) {
    await expect(perform(operation as typeof ballots.cast, stranger, input)).rejects.toEqual(
      refusal("not-found"),
    );
  }
  await expect(getBallot(stranger, id)).rejects.toEqual(refusal("not-found"));
  await expect(listVoices(stranger, id)).rejects.toEqual(refusal("not-found"));
  await expect(getBulletin(stranger, id)).rejects.toEqual(refusal("not-found"));
  expect(await listBallots(stranger)).toEqual([]);
  await expect(perform(ballots.close, council.chair, { ballot: id, password })).rejects.toEqual(
    refusal("precondition"),
  );
  await expect(getBallot(member(3), id), "a draft is no member's business").rejects.toEqual(
    refusal("not-found"),
  );

  const opened = await openBallot(council, id);
  const { sheet } = sheetOf(opened, "agree");
  const castAs = (at: number) => perform(ballots.cast, member(at), { ballot: id, sheet: [...sheet] });
  await expect(castAs(5), "a substitute who stands in for nobody").rejects.toEqual(refusal("not-found"));
  await expect(perform(ballots.close, member(3), { ballot: id, password })).rejects.toEqual(
    refusal("not-found"),
  );
  const wrong = { ballot: id, password: "sai" };
  await expect(perform(ballots.close, council.chair, wrong)).rejects.toEqual(refusal("invalid"));
  await expect(listVoices(member(1), id), "no voice leaves before the close").rejects.toEqual(
    refusal("not-found"),
  );
  await castAs(3);
  await expect(castAs(2), "a copied sheet").rejects.toEqual(refusal("conflict"));
  const opinion = {
    ballot: id,
    member: member(3).userId,
    document: "1",
    choices: [{ slot: 1, choice: "agree" }],
  };
  await expect(perform(ballots.recordOpinion, council.secretary, opinion)).rejects.toEqual(
    refusal("precondition"),
  );
  const absent = { ...opinion, member: member(4).userId };
  await perform(ballots.recordOpinion, council.secretary, absent);
  await expect(castAs(4), "who wrote does not cast").rejects.toEqual(refusal("precondition"));
  await close(council, id);
  await expect(castAs(0), "after the close").rejects.toEqual(refusal("precondition"));
  await expect(listVoices(member(3), id), "a member holds no key").rejects.toEqual(refusal("not-found"));
  expect(await listVoices(member(1), id)).toHaveLength(1);
  await expect(getBulletin(member(1), id), "not counted yet").rejects.toEqual(refusal("not-found"));
  const forged = { ballot: id, votes: [] };
  await expect(perform(ballots.count, member(1), forged)).rejects.toEqual(refusal("invalid"));
  await perform(ballots.cancel, council.chair, { ballot: id, reason: "Mất khóa", password });
  expect((await db.owner.query("SELECT FROM ballot_sheet WHERE ballot_id = $1", [id])).rowCount).toBe(0);
});

test("a sheet that is garbage, or says something about another nominee, counts as blank and stops nobody", async () => {
  const opened = await openBallot(council, await prepareBallot(council, people(2)));
  const { sheet } = sheetOf(opened, "agree");
  const garbage = ["ab".repeat(99), sheet[1] ?? ""];
  await perform(ballots.cast, member(0), { ballot: opened.id, sheet: garbage });
  await perform(ballots.cast, member(1), { ballot: opened.id, sheet: [...sheet].reverse() });
  for (const at of [2, 3]) await cast(opened, member(at), "agree");
  await close(council, opened.id);
  await count(council, opened);
  const { results } = await getBallot(council.chair, opened.id);
  expect(results?.map(({ sheets }) => sheets)).toEqual([
    { agree: 2, disagree: 0, none: 2 },
    { agree: 3, disagree: 0, none: 1 },
  ]);
});

test("a substitute votes in the place of the member who is away, on the frozen roll", async () => {
  const id = await prepareBallot(council, people(1));
  const standIns = [{ member: member(4).userId, substitute: member(5).userId }];
  const opened = await openBallot(council, id, standIns);
  await cast(opened, member(5), "agree");
  await expect(cast(opened, member(4), "agree")).rejects.toEqual(refusal("not-found"));
  expect((await getBallot(council.chair, id)).roll).toHaveLength(5);
});

test("too few voters lead to a second round with the same nominees, and only then", async () => {
  const opened = await openBallot(council, await prepareBallot(council, people(2)));
  await cast(opened, member(0), "agree");
  await close(council, opened.id);
  await count(council, opened);
  const { results } = await getBallot(council.chair, opened.id);
  expect(results?.map(({ verdict }) => verdict)).toEqual(["NO_QUORUM", "NO_QUORUM"]);
  const { ballot } = await perform(ballots.secondRound, council.secretary, { ballot: opened.id });
  const again = await openBallot(council, ballot);
  for (const at of [0, 1, 2, 3, 4]) await cast(again, member(at), "agree");
  await close(council, ballot);
  await count(council, again);
  expect(await getBallot(council.chair, ballot)).toMatchObject({
    round: 2,
    results: [{ verdict: "PASSED" }, {}],
  });
  const more = perform(ballots.secondRound, council.secretary, { ballot });
  await expect(more).rejects.toEqual(refusal("precondition"));
});
