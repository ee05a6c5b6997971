import { generateKeyPairSync } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { getAnchors } from "@/lib/audit/anchors/queries";
import { systemActor } from "@/lib/auth/actor";
import { makeAnchor } from "@/lib/db/anchor-file";
import { nextLine, readAnchorLines } from "@/lib/db/anchor-line";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const auditor = systemActor("auditor");
const noon = new Date("2022-10-10T05:00:00Z");
const ANCHORS = 6;
const PER_ANCHOR = 5;
const UNANCHORED = 4;

let db: TestDatabase;
let copy: string;

/** An owner who knows how chains are made: writes every line from `since` on anew, the head included. */
const rehash = `CREATE FUNCTION rehash(since bigint) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE e record; line text; before text := coalesce(
    (SELECT hash FROM audit_entry WHERE chain = 'cc-323' AND seq = since - 1), repeat('0', 64));
  BEGIN
    FOR e IN SELECT * FROM audit_entry WHERE chain = 'cc-323' AND seq >= since ORDER BY seq LOOP
      line := concat_ws('|', e.chain, e.seq, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'somebody', e.action, e.subject, e.payload::text);
      UPDATE audit_entry SET actor_id = 'somebody', text = line, prev_hash = before,
        hash = encode(sha256(convert_to(before || line, 'UTF8')), 'hex') WHERE chain = e.chain AND seq = e.seq;
      before := encode(sha256(convert_to(before || line, 'UTF8')), 'hex');
    END LOOP;
    UPDATE audit_head SET hash = before WHERE chain = 'cc-323';
  END $$`;

const append = (chain: string) =>
  db.owner.query("SELECT audit_append($1, 'test', 'report.save', 'report', '{}')", [chain]);

beforeAll(async () => {
  db = await testDatabase();
  await append("cc-325");
  for (let n = 0; n < ANCHORS; n += 1) {
    for (let line = 0; line < PER_ANCHOR; line += 1) await append("cc-323");
    await makeAnchor("cli", noon);
  }
  copy = text();
  for (let line = 0; line < UNANCHORED; line += 1) await append("cc-323");
  await db.owner.query(`CREATE TABLE entry_then AS TABLE audit_entry; CREATE TABLE head_then AS TABLE audit_head;
    ALTER TABLE audit_entry DISABLE TRIGGER USER; ${rehash}`);
});
afterAll(() => db.close());
afterEach(restore);

async function restore(): Promise<void> {
  writeFileSync(file(), copy);
  await db.owner.query(`DELETE FROM audit_entry; DELETE FROM audit_head;
    INSERT INTO audit_entry SELECT * FROM entry_then; INSERT INTO audit_head SELECT * FROM head_then`);
}

const file = () => process.env.ANCHOR_FILE ?? "";
const text = () => readFileSync(file(), "utf8");
const linesOf = (whole: string) => whole.split("\n").slice(0, -1);

/** The kinds of problems that the anchors show, with or without the auditor's copy. */
async function problems(given: { copy?: string; key?: string } = {}): Promise<string[]> {
  const { verified } = await getAnchors(auditor, given);
  return [...new Set(verified?.problems.map(({ problem }) => problem))];
}

const chainProblems = async () => (await db.owner.query("SELECT * FROM audit_verify()")).rows.length;

const cut = (after: number) =>
  db.owner.query(`DELETE FROM audit_entry WHERE chain = 'cc-323' AND seq > ${after};
    UPDATE audit_head SET seq = ${after}, hash = (SELECT hash FROM audit_entry WHERE chain = 'cc-323' AND seq = ${after})
      WHERE chain = 'cc-323'`);

/** Deeds against the database that its own chains cannot show: what each is, how often, and what the anchors say. */
const deeds: readonly (readonly [string, number, (at: number) => Promise<unknown>])[] = [
  ["tail", ANCHORS * PER_ANCHOR - 1, (at) => cut(at)],
  ["rehash", ANCHORS * PER_ANCHOR, (at) => db.owner.query("SELECT rehash($1)", [at])],
  [
    "chain",
    2,
    (at) =>
      db.owner.query(
        ["audit_entry", "audit_head"]
          .map((table) => `DELETE FROM ${table} WHERE chain = '${at === 1 ? "cc-323" : "cc-325"}'`)
          .join(";"),
      ),
  ],
];

test("R10: anchors find tails cut off, chains written anew and chains deleted, which no chain shows", async () => {
  let [tried, found, shownByChains] = [0, 0, 0];
  expect([await problems(), await chainProblems()]).toEqual([[], 0]);
  for (const [problem, times, commit] of deeds) {
    for (let at = 1; at <= times; at += 1) {
      await commit(at);
      tried += 1;
      if ((await problems()).join() === problem) found += 1;
      if ((await chainProblems()) > 0) shownByChains += 1;
      await restore();
    }
  }
  // The control: what happened after the last anchor is not anchored, and is not claimed to be.
  await cut(ANCHORS * PER_ANCHOR);
  const unanchored = await problems();
  process.stdout.write(
    `R10 anchors: ${found} of ${tried} cuts, rewritings and deletions found (${shownByChains} by the chains alone); ` +
      `untouched: 0 problems; cut after the last anchor: ${unanchored.length} (control)\n`,
  );
  expect([tried, found, shownByChains]).toEqual([61, 61, 0]);
  expect(unanchored).toEqual([]);
});

/** Writes a file of anchors anew with a key of one's own, as somebody would who cannot read the real one. */
function forged(lines: readonly string[], from: number): string[] {
  const { privateKey } = generateKeyPairSync("ed25519");
  const made = lines.slice(0, from - 1);
  for (const { changed } of readAnchorLines(copy).anchors.slice(from - 1)) {
    const before = readAnchorLines(made.map((line) => `${line}\n`).join(""));
    const heads = changed.map(([chain, seq]) => ({ chain, seq, hash: "f".repeat(64) }));
    made.push(nextLine(before, heads, { at: noon, reason: "cli" }, privateKey));
  }
  return made;
}

/** Deeds against line `n` of the file, by somebody without the key. */
const forgeries: Readonly<Record<string, (lines: string[], n: number) => string[]>> = {
  altered: (lines, n) => lines.with(n - 1, (lines[n - 1] ?? "").replace('"reason":"cli"', '"reason":"lock"')),
  "altered in its heads": (lines, n) =>
    lines.with(n - 1, (lines[n - 1] ?? "").replace(/,"[0-9a-f]{64}"\]/, `,"${"0".repeat(64)}"]`)),
  "without its signature": (lines, n) =>
    lines.with(n - 1, (lines[n - 1] ?? "").replace(/,"signature":"[^"]+"/, "")),
  unreadable: (lines, n) => lines.with(n - 1, "{}"),
  replaced: (lines, n) => lines.with(n - 1, forged(lines, n)[n - 1] ?? ""),
  "replaced with all that follow": forged,
};

test("R10: a line of the anchor file that was altered, replaced or forged is found, the last one included", async () => {
  const lines = linesOf(copy);
  let [tried, found] = [0, 0];
  for (const forge of Object.values(forgeries)) {
    for (let n = 1; n <= ANCHORS; n += 1) {
      const tampered = forge(lines, n);
      expect(tampered).not.toEqual(lines);
      writeFileSync(file(), tampered.map((line) => `${line}\n`).join(""));
      tried += 1;
      if ((await problems()).length > 0) found += 1;
    }
  }
  writeFileSync(file(), copy);
  const untouched = await problems();
  process.stdout.write(
    `R10 anchor file: ${found} of ${tried} forgeries found; untouched: ${untouched.length} problems\n`,
  );
  expect([found, tried, untouched.length]).toEqual([36, 36, 0]);
});

test("R10: whoever holds both the database and the signing key is found by the auditor's copy", async () => {
  const key = readAnchorLines(copy).anchors[0]?.key ?? "";
  await db.owner.query("SELECT rehash(7)");
  writeFileSync(file(), "");
  await makeAnchor("cli", noon);
  expect(await problems()).toEqual([]);
  expect((await problems({ copy, key })).sort()).toEqual(["copy", "rehash"]);
  await restore();
  writeFileSync(file(), linesOf(copy).slice(0, -1).join("\n").concat("\n"));
  expect(await problems()).toEqual([]);
  expect(await problems({ copy })).toEqual(["copy"]);
  expect(await problems({ copy, key: "A".repeat(43) })).toContain("key");
});

test("a copy that is older, or on a machine without a file of its own, is no problem", async () => {
  expect(await problems({ copy: `${linesOf(copy)[0]}\n` })).toEqual([]);
  writeFileSync(file(), "");
  expect(await problems({ copy })).toEqual([]);
});

test("a line cut off while it was written does not count, and the next one takes its place", async () => {
  writeFileSync(file(), `${copy}{"n":7,"at":"2022`);
  expect(await problems()).toEqual([]);
  expect(await makeAnchor("stop", noon)).toMatchObject({ n: ANCHORS + 1, breaches: 0 });
  expect(await problems()).toEqual([]);
});

test("the next anchor already says that the database no longer holds the one before", async () => {
  await cut(12);
  expect(await makeAnchor("start", noon)).toMatchObject({ breaches: 1 });
  expect(await problems()).toEqual(["tail"]);
});

test("anchors made at once by many follow one another, and only the owner reads the key", async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => makeAnchor("cli", noon)));
  expect(made.map(({ n }) => n).sort((a, b) => a - b)).toEqual([7, 8, 9, 10, 11, 12, 13, 14]);
  expect(await problems()).toEqual([]);
  expect(statSync(process.env.ANCHOR_KEY ?? "").mode & 0o777).toBe(0o600);
});
