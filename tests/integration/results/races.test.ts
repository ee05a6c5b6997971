import { afterAll, beforeAll, expect, test } from "vitest";
import { getReport } from "@/lib/results/queries";
import type { StaleWrite } from "@/lib/results/types";
import { audited } from "@/tests/factories/loaded-reports";
import { createOffice, goodFigures, type Office, save, setPeriod } from "@/tests/factories/reports";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const EDITORS = 16;
const EDITS = 25;
const ROUNDS = 200;

let db: TestDatabase;
let office: Office;

beforeAll(async () => {
  db = await testDatabase();
  office = await createOffice(db, "cc-323");
  for (const year of [2012, 2013, 2014]) await setPeriod(db.owner, year, 1, "OPEN");
});
afterAll(() => db.close());

type Stored = { version: number; completed: number };

/** Adds one completed case to what is stored, again and again until the save is taken; tells how often it was stale. */
async function addOne(
  key: { agency: string; year: number; month: number },
  from: Stored,
): Promise<[Stored, number]> {
  let stored = from;
  for (let refused = 0; ; refused += 1) {
    const completed = stored.completed + 1;
    try {
      const { version } = await save(office.clerk, key, stored.version, counting(completed));
      return [{ version, completed }, refused];
    } catch (error) {
      const { code, details } = error as { code?: string; details?: StaleWrite };
      if (code !== "conflict") throw error;
      stored = details?.version
        ? { version: details.version, completed: Number(details.stored.total?.cases.completed) }
        : await read(key);
    }
  }
}

/** A draft need not balance: only the counter matters here. */
function counting(completed: number): ReturnType<typeof goodFigures> {
  const { cases, money } = goodFigures(1, 0);
  return { cases: { ...cases, completed }, money };
}

async function read(key: { agency: string; year: number; month: number }): Promise<Stored> {
  const { version, cases } = await getReport(office.clerk, key);
  return { version, completed: Number(cases.completed) };
}

test("R3: loses none of 400 edits by 16 editors of one report, where writing without a version loses most", async () => {
  const key = { agency: "cc-323", year: 2012, month: 1 };
  await save(office.clerk, key, 0, goodFigures(1, 0));
  const refusals = await Promise.all(
    Array.from({ length: EDITORS }, async () => {
      let [stored, refused] = [await read(key), 0];
      for (let edit = 0; edit < EDITS; edit += 1) {
        const [next, stale] = await addOne(key, stored);
        [stored, refused] = [next, refused + stale];
      }
      return refused;
    }),
  );
  const report = await getReport(office.clerk, key);
  const lost = EDITORS * EDITS - Number(report.cases.completed);
  const control = await lostWithoutVersion();
  const refused = refusals.reduce((sum, each) => sum + each, 0);
  process.stdout.write(
    `R3 lost updates: ${lost} of ${EDITORS * EDITS} (${refused} stale writes refused), control without a version lost ${control}\n`,
  );
  expect(lost).toBe(0);
  expect(report.version).toBe(1 + EDITORS * EDITS);
  expect(control).toBeGreaterThan(0);
}, 300_000);

async function lostWithoutVersion(): Promise<number> {
  await db.owner.query("CREATE TABLE control_counter AS SELECT 0 AS n");
  const edit = async () => {
    const { rows } = await db.owner.query("SELECT n FROM control_counter");
    await db.owner.query("UPDATE control_counter SET n = $1", [rows[0].n + 1]);
  };
  await Promise.all(
    Array.from({ length: EDITORS }, async () => {
      for (let done = 0; done < EDITS; done += 1) await edit();
    }),
  );
  const { rows } = await db.owner.query("SELECT n FROM control_counter");
  return EDITORS * EDITS - rows[0].n;
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("R4: no save is taken after the period's lock was committed, in 200 races", async () => {
  const key = { agency: "cc-323", year: 2013, month: 1 };
  let version = (await save(office.clerk, key)).version;
  let [after, taken] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Who comes first takes turns, by zero to three milliseconds.
    const [saveIn, lockIn] = round % 2 === 0 ? [0, round % 4] : [round % 4, 0];
    const saving = sleep(saveIn)
      .then(() => save(office.clerk, key, version, goodFigures(1, round % 100)))
      .then(
        (saved) => saved.version,
        () => null,
      );
    await sleep(lockIn);
    await setPeriod(db.owner, 2013, 1, "LOCKED");
    const { rows } = await db.owner.query(
      "SELECT version FROM report_revision WHERE agency_code = 'cc-323' AND year = 2013",
    );
    const saved = await saving;
    if (saved !== null) taken += 1;
    if (saved !== null && saved !== rows[0].version) after += 1;
    version = saved ?? version;
    await setPeriod(db.owner, 2013, 1, "OPEN");
  }
  process.stdout.write(
    `R4 lock race: ${after} of ${ROUNDS} rounds saved after the lock (${taken} saved before it, ${ROUNDS - taken} refused)\n`,
  );
  expect(after).toBe(0);
  expect(taken).toBeGreaterThan(0);
  expect(taken).toBeLessThan(ROUNDS);
}, 300_000);

test("R10b: every committed save has exactly one line of audit, and a refused one has none", async () => {
  const key = { agency: "cc-323", year: 2014, month: 1 };
  let version = 0;
  for (let at = 0; at < 40; at += 1) {
    const tries = [1, 2, 3, 4].map((each) => save(office.clerk, key, version, goodFigures(1, at + each)));
    const taken = (await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled");
    expect(taken).toHaveLength(1);
    version += 1;
  }
  const { rows } = await db.owner.query(
    `SELECT (SELECT sum(version)::int FROM report_revision WHERE year = 2014) AS versions, count(*)::int AS lines,
      count(DISTINCT payload ->> 'version')::int AS distinct
     FROM audit_entry WHERE action = 'report.save' AND subject = 'report:cc-323:2014:1'`,
  );
  process.stdout.write(
    `R10b audit completeness: ${rows[0].versions} saves, ${rows[0].lines} lines of audit\n`,
  );
  expect(rows[0]).toEqual({ versions: 40, lines: 40, distinct: 40 });
  await expect(
    audited(db.owner, async (client) => {
      await client.query("UPDATE report_revision SET version = version + 5");
    }),
  ).rejects.toThrow("revision_version_must_step");
});
