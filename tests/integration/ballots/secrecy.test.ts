import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { getBulletin } from "@/lib/ballots/bulletin/queries";
import { ballotOperations as ballots } from "@/lib/ballots/operations";
import { markOf, type SealedSheet } from "@/lib/ballots/sealing/rules";
import { CHOICES, type Choice, type PublishedVote } from "@/lib/ballots/types";
import { Failure } from "@/lib/core/failure";
import {
  close,
  count,
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

const ELECTIONS = 3;
const MEMBERS = 25;
const RACES = 50;
const NOMINEES = 4;

let db: TestDatabase;
let council: TestCouncil;
let stranger: Actor;

beforeAll(async () => {
  db = await testDatabase();
  council = await createCouncil(db, MEMBERS);
  stranger = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
});
afterAll(() => db.close());

// A seed that is printed with the line of R19, so that a failure can be replayed.
let seed = 20_221_020;
const draw = (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
};
const anyChoices = () => Array.from({ length: NOMINEES }, (): Choice => CHOICES[draw(3)] ?? "none");

type Try = { member: Actor; sealed: SealedSheet; accepted: boolean };

async function attempt(opened: Opened, member: Actor): Promise<Try> {
  const sealed = sheetOf(opened, ...anyChoices());
  const accepted = await perform(ballots.cast, member, { ballot: opened.id, sheet: [...sealed.sheet] }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Failure) return false;
      throw error;
    },
  );
  return { member, sealed, accepted };
}

/** Everything the database holds, audit included, as a thief of a dump would read it: physical order and all. */
async function dump(): Promise<string> {
  const { rows } = await db.owner.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const parts: string[] = [];
  for (const { name } of rows) {
    const { rows: lines } = await db.owner.query<{ line: string }>(
      `SELECT t::text AS line FROM "${name}" t ORDER BY ctid`,
    );
    parts.push(`--${name}`, ...lines.map(({ line }) => line));
  }
  return parts.join("\n");
}

/** How often any of these texts occurs in the write-ahead log. */
async function inWal(texts: readonly string[]): Promise<number> {
  const { rows } = await db.owner.query<{ folder: string }>(
    "SELECT current_setting('data_directory') AS folder",
  );
  const folder = path.join(rows[0]?.folder ?? "", "pg_wal");
  const files = readdirSync(folder).filter((file) => /^[0-9A-F]{24}$/.test(file));
  const logs = files.map((file) => readFileSync(path.join(folder, file)).toString("latin1"));
  return texts.filter((text) => logs.some((log) => log.includes(text))).length;
}

const codesOf = (opened: Opened, tries: readonly Try[]) =>
  tries.flatMap(({ sealed: { code } }) => [code, ...opened.slots.map((slot) => markOf(code, slot))]);

const total = { casts: 0, double: 0, foreign: 0, early: 0, wal: 0, walAfter: 0, lost: 0, late: 0 };
const guesses = { physical: 0, published: 0, naive: 0, of: 0 };

/** Everybody casts once; then in each race one member sends three sheets at the same time. */
async function race(opened: Opened): Promise<{ tries: Try[]; newest: Map<string, Try> }> {
  const newest = new Map<string, Try>();
  const tries: Try[] = [];
  for (const member of council.members) {
    const first = await attempt(opened, member);
    tries.push(first);
    newest.set(member.userId, first);
  }
  for (let at = 0; at < RACES; at += 1) {
    const member = council.members[draw(MEMBERS)] ?? council.chair;
    const three = await Promise.all([1, 2, 3].map(() => attempt(opened, member)));
    tries.push(...three);
    const { rows } = await db.owner.query<{ receipt: string }>(
      "SELECT receipt FROM ballot_sheet WHERE ballot_id = $1 AND user_id = $2",
      [opened.id, member.userId],
    );
    const kept = three.find(({ sealed }) => sealed.receipt === rows[0]?.receipt);
    if (rows.length === 1 && kept) newest.set(member.userId, kept);
    else total.double += 1;
  }
  if ((await attempt(opened, stranger)).accepted) total.foreign += 1;
  return { tries, newest };
}

/** What a thief of the open ballot finds: in a dump, and in the write-ahead log. */
async function search(opened: Opened, tries: readonly Try[]): Promise<void> {
  const secrets = codesOf(opened, tries);
  const whole = await dump();
  total.early += secrets.filter((secret) => whole.includes(secret)).length;
  total.wal += await inWal(secrets.slice(0, 200));
  const own = whole.split("\n").filter((line) => line.includes(opened.id));
  expect(own.length).toBeGreaterThan(MEMBERS);
  expect(
    own.filter((line) => /\b(agree|disagree)\b/.test(line)),
    "no choice is written while the ballot is open",
  ).toEqual([]);
}

/** Everybody casts again while the chair closes: whoever was told "cast" is counted, whoever was refused is not. */
async function closeInTheMiddle(opened: Opened, newest: Map<string, Try>): Promise<readonly Try[]> {
  const [, ...late] = await Promise.all([
    close(council, opened.id),
    ...council.members.map((member) => attempt(opened, member)),
  ]);
  for (const each of late) if (each.accepted) newest.set(each.member.userId, each);
  return late;
}

/** Guesses from a whole dump that voices lie in the order in which people cast, nominee by nominee. */
async function reidentify(opened: Opened, newest: ReadonlyMap<string, Try>, votes: readonly PublishedVote[]) {
  const { rows: line } = await db.owner.query<{ actor: string }>(
    `SELECT actor_id AS actor FROM audit_entry WHERE chain = $1 AND action = 'ballot.cast'
      GROUP BY actor_id ORDER BY max(seq)`,
    [`ballot:${opened.id}`],
  );
  const { rows: heap } = await db.owner.query<{ slot: number; mark: string }>(
    "SELECT slot, mark FROM ballot_vote WHERE ballot_id = $1 ORDER BY ctid",
    [opened.id],
  );
  for (const slot of opened.slots) {
    const order = line.map(({ actor }) => markOf(newest.get(actor)?.sealed.code ?? "", slot));
    const marks = (list: readonly { slot: number; mark: string }[]) =>
      list.filter((each) => each.slot === slot).map(({ mark }) => mark);
    guesses.physical += right(order, marks(heap));
    guesses.published += right(order, marks(votes));
    guesses.naive += right(order, order);
    guesses.of += order.length;
  }
}

const right = (order: readonly string[], found: readonly string[]) =>
  order.filter((mark, at) => found[at] === mark).length;

test("R19: one voice a member under races, nothing before the close, nobody found again in a whole dump", async () => {
  for (let election = 0; election < ELECTIONS; election += 1) {
    const opened = await openBallot(council, await prepareBallot(council, people(NOMINEES)));
    const { tries, newest } = await race(opened);
    total.casts += tries.length;
    await search(opened, tries);
    const late = await closeInTheMiddle(opened, newest);
    total.casts += late.length;
    await count(council, opened);
    const { receipts, votes } = await getBulletin(council.chair, opened.id);
    expect(receipts).toHaveLength(MEMBERS);
    const owned = council.members.map(({ userId }) => newest.get(userId)?.sealed.receipt ?? "");
    total.lost += owned.filter((receipt) => !receipts.includes(receipt)).length;
    const refused = late.filter(({ accepted }) => !accepted);
    total.late += refused.filter(({ sealed }) => receipts.includes(sealed.receipt)).length;
    total.walAfter += await inWal(votes.map(({ mark }) => mark));
    await reidentify(opened, newest, votes);
  }
  const chance = ELECTIONS * NOMINEES;
  console.info(
    `R19 ${ELECTIONS} elections × ${MEMBERS} members × ${RACES} races: ${total.casts} casts, ${total.double} double, ` +
      `${total.foreign} foreign, ${total.early} early, WAL ${total.wal} (after the count ${total.walAfter}), ` +
      `${total.lost} lost, ${total.late} late; re-identified ${guesses.physical} and ${guesses.published} of ` +
      `${guesses.of} (chance ${chance}), control in order of casting ${guesses.naive}`,
  );
  expect(total).toMatchObject({ double: 0, foreign: 0, early: 0, wal: 0, lost: 0, late: 0 });
  expect(total.walAfter, "control: what is written is found").toBe(ELECTIONS * MEMBERS * NOMINEES);
  expect(guesses.naive, "control").toBe(guesses.of);
  // Right guesses of a random order are about Poisson: five deviations above chance would be a leak.
  for (const found of [guesses.physical, guesses.published])
    expect(found).toBeLessThan(chance + 5 * Math.sqrt(chance));
});
