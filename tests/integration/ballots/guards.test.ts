import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import {
  cast,
  close,
  createCouncil,
  type Opened,
  openBallot,
  people,
  prepareBallot,
  sheetOf,
  type TestCouncil,
} from "@/tests/factories/ballots";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let council: TestCouncil;
let open: Opened;

beforeAll(async () => {
  db = await testDatabase();
  council = await createCouncil(db, 4);
  open = await openBallot(council, await prepareBallot(council, people(2)));
  await cast(open, council.chair, "agree");
});
afterAll(() => db.close());

/** Runs SQL as the application does, for this person, with a line of audit unless it is left out. */
async function asApp(
  actor: Actor,
  sql: string | readonly string[],
  values: readonly unknown[] = [],
  isAudited = true,
): Promise<number | null> {
  const client = await db.owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE thads_app");
    await client.query("SELECT set_config('app.actor', $1, true), set_config('app.scope', '*', true)", [
      actor.userId,
    ]);
    if (isAudited) await client.query("SELECT audit_append('system', 'test', 'test', 'test', '{}')");
    let touched: number | null = null;
    for (const each of [sql].flat()) touched = (await client.query(each, [...values])).rowCount;
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    return touched;
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

const member = (at: number) => council.members[at] ?? council.chair;
const casting = "SELECT ballot_cast($1, $2, $3)";
const sheet = () => {
  const sealed = sheetOf(open, "agree");
  return [open.id, sealed.sheet, sealed.receipt];
};

test("the control: the application casts for the actor through the database's own function", async () => {
  expect(await asApp(member(2), casting, sheet())).toBe(1);
});

const refused: readonly [name: string, sql: string, values: () => unknown[], sign: RegExp][] = [
  ["reading a sealed sheet", "SELECT * FROM ballot_sheet", () => [], /permission denied/],
  [
    "writing a sheet for somebody else",
    "INSERT INTO ballot_sheet SELECT * FROM ballot_sheet",
    () => [],
    /permission denied/,
  ],
  ["deleting a sheet", "DELETE FROM ballot_sheet", () => [], /permission denied/],
  [
    "casting too short a sheet",
    casting,
    () => [open.id, ["ab".repeat(99)], "a".repeat(64)],
    /ballot_sheet_malformed/,
  ],
  [
    "casting under a false receipt",
    casting,
    () => [...sheet().slice(0, 2), "a".repeat(64)],
    /ballot_sheet_named/,
  ],
  [
    "changing the roll of an open ballot",
    "INSERT INTO ballot_seat (ballot_id, user_id, standing) SELECT $1, id, 'VOTER' FROM user_account WHERE login LIKE 'outsider%'",
    () => [open.id],
    /ballot_not_open_for/,
  ],
  [
    "taking somebody off the roll",
    "DELETE FROM ballot_seat WHERE ballot_id = $1",
    () => [open.id],
    /permission denied/,
  ],
  [
    "another nominee on an open ballot",
    "INSERT INTO ballot_nominee VALUES ($1, 9, 'X', 'Y')",
    () => [open.id],
    /ballot_not_open_for/,
  ],
  [
    "a voice before the close",
    "INSERT INTO ballot_vote VALUES ($1, 1, repeat('a', 32), 'agree')",
    () => [open.id],
    /ballot_not_open_for/,
  ],
  [
    "publishing receipts by hand",
    "INSERT INTO ballot_receipt VALUES ($1, repeat('a', 64))",
    () => [open.id],
    /permission denied/,
  ],
  [
    "counting what is open",
    "UPDATE ballot SET state = 'COUNTED', ended_at = now(), version = version + 1 WHERE id = $1",
    () => [open.id],
    /ballot_transition/,
  ],
  [
    "opening again",
    "UPDATE ballot SET state = 'DRAFT', version = version + 1 WHERE id = $1",
    () => [open.id],
    /ballot_transition/,
  ],
  [
    "lowering the threshold",
    `UPDATE ballot SET rule = '{}', state = 'CLOSED', closed_at = now(), version = version + 1 WHERE id = $1`,
    () => [open.id],
    /ballot_is_fixed/,
  ],
  [
    "rewriting the record",
    "UPDATE ballot SET record = 'x', state = 'CLOSED', closed_at = now(), version = version + 1 WHERE id = $1",
    () => [open.id],
    /ballot_is_fixed/,
  ],
  [
    "skipping a version",
    "UPDATE ballot SET state = 'CLOSED', closed_at = now(), version = version + 2 WHERE id = $1",
    () => [open.id],
    /ballot_version_must_step/,
  ],
  [
    "a share of an open ballot replaced",
    "UPDATE ballot_holder SET share = repeat('a', 162) WHERE ballot_id = $1",
    () => [open.id],
    /ballot_not_open_for/,
  ],
  [
    "a written opinion beside a sheet",
    "INSERT INTO ballot_opinion VALUES ($1, $2, 1, 'agree', '1')",
    () => [open.id, council.chair.userId],
    /ballot_spoke_already/,
  ],
  [
    "a second chair",
    "INSERT INTO council_seat (id, council_id, user_id, role, valid_from) SELECT gen_random_uuid(), $1, id, 'CHAIR', '2020-01-01' FROM user_account WHERE login LIKE 'outsider%'",
    () => [council.id],
    /council_seat_one_chair/,
  ],
  [
    "a second seat",
    "INSERT INTO council_seat (id, council_id, user_id, role, valid_from) VALUES (gen_random_uuid(), $1, $2, 'MEMBER', '2020-01-01')",
    () => [council.id, council.chair.userId],
    /council_seat_one_a_person/,
  ],
];

test.each(refused)("the database refuses %s", async (_name, sql, values, sign) => {
  await createActor(db, { role: "CLERK", agency: "tc", login: `outsider${sign.source.length}${sql.length}` });
  await expect(asApp(council.chair, sql, values())).rejects.toThrow(sign);
});

test("somebody off the roll cannot cast through the function either, and nobody without a line of audit", async () => {
  const outsider = await createActor(db, { role: "CLERK", agency: "tc" });
  await expect(asApp(outsider, casting, sheet())).rejects.toThrow(/ballot_no_voter/);
  await expect(asApp(member(3), casting, sheet(), false)).rejects.toThrow(/fact_without_audit/);
});

test("a count that is not whole, or of a ballot whose sheets it does not match, is refused at the end of its transaction", async () => {
  const other = await openBallot(council, await prepareBallot(council, people(1)));
  await cast(other, council.chair, "agree");
  await close(council, other.id);
  const voices = (n: number) =>
    asApp(council.chair, [
      `INSERT INTO ballot_vote SELECT '${other.id}', 1, md5(n::text), 'agree' FROM generate_series(1, ${n}) n`,
      `UPDATE ballot SET state = 'COUNTED', ended_at = now(), version = version + 1 WHERE id = '${other.id}'`,
    ]);
  expect(await voices(1)).toBe(1);
  for (const n of [0, 2]) await expect(voices(n)).rejects.toThrow(/ballot_count_not_whole/);
  await expect(asApp(council.chair, casting, [other.id, sheet()[1], sheet()[2]])).rejects.toThrow();
});

test("the voices of a closed ballot are for its key holders alone", async () => {
  const other = await openBallot(council, await prepareBallot(council, people(2)));
  await cast(other, council.chair, "agree");
  const voices = "SELECT * FROM ballot_voices($1)";
  expect(await asApp(council.chair, voices, [other.id]), "still open").toBe(0);
  await close(council, other.id);
  expect(await asApp(council.chair, voices, [other.id])).toBe(2);
  expect(await asApp(member(3), voices, [other.id]), "holds no key").toBe(0);
});
