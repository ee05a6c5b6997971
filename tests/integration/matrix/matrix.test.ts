import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listOperations } from "@/lib/actions/operation";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";
import { cellsOf, fingerprint, violationsOf } from "./cells";
import { type Door, filesNamed, loadOperations, readDoors, writeDoors } from "./doors";
import { EXPECTED_READS, EXPECTED_WRITES } from "./expectation";
import { arrange, INPUTS, type NamedActor } from "./scene";

// Many calls: a busy machine may take its time, but not forever.

let db: TestDatabase;
let actors: NamedActor[];
let modules: ReadonlyMap<string, unknown[]>;
let writes: Door[];
const reads = readDoors();

beforeAll(async () => {
  db = await testDatabase();
  modules = await loadOperations();
  writes = writeDoors();
  actors = await arrange(db);
});
afterAll(() => db.close());

const sorted = (names: Iterable<string>) => [...names].sort();

test("every operation on disk is in the register under a name of its own, with a row and an input", () => {
  expect(modules.size).toBeGreaterThanOrEqual(8);
  for (const [file, operations] of modules) expect(operations.length, file).toBeGreaterThan(0);
  const names = listOperations().map(({ name }) => name);
  expect(new Set([...modules.values()].flat()).size).toBe(names.length);
  expect(sorted(Object.keys(EXPECTED_WRITES))).toEqual(sorted(names));
  expect(sorted(Object.keys(INPUTS))).toEqual(sorted(names));
});

test("every query that takes an actor has a row and is asked", () => {
  const sources = filesNamed("queries.ts").map((file) => readFileSync(file, "utf8"));
  const declared = sources.flatMap((source) =>
    [...source.matchAll(/^export (?:async )?function (\w+)\(\s*actor: Actor/gm)].map(
      ([, name]) => name ?? "",
    ),
  );
  const asked = reads.map(({ name }) => name);
  expect(sorted(Object.keys(EXPECTED_READS))).toEqual(sorted(asked));
  expect(sorted(declared)).toEqual(sorted(asked.filter((name) => !name.includes(" "))));
});

async function denials(): Promise<number> {
  const { rows } = await db.owner.query(
    "SELECT count(*)::int AS n FROM audit_entry WHERE action = 'access.denied'",
  );
  return rows[0].n;
}

test("R1: every operation lets in exactly whom the table names; who is refused changes nothing and is audited", async () => {
  const cells = [...cellsOf(writes, actors), ...cellsOf(reads, actors)];
  const refused = cells.filter(({ isAllowed }) => !isAllowed);
  const found: string[] = [];
  for (const door of [...writes, ...reads]) {
    const own = refused.filter((cell) => cell.door === door);
    const [before, deniedBefore] = [await fingerprint(db.owner), await denials()];
    found.push(...(await violationsOf(own)));
    if ((await fingerprint(db.owner)) !== before) found.push(`${door.name}: a refused call changed facts`);
    const isWrite = door.permission !== null;
    if (isWrite && (await denials()) - deniedBefore !== own.length) {
      found.push(`${door.name}: not every refusal is in the audit`);
    }
  }
  const before = await fingerprint(db.owner);
  found.push(...(await violationsOf(cells.filter(({ isAllowed }) => isAllowed))));
  expect(await fingerprint(db.owner), "control: some let in did write").not.toBe(before);
  const [doors, uncovered] = [
    new Set(cells.map((cell) => cell.door.name)).size,
    sorted([...writes, ...reads].map(({ name }) => name)).filter(
      (name) => !(name in EXPECTED_WRITES) && !(name in EXPECTED_READS),
    ),
  ];
  console.info(
    `R1 ${cells.length} cells (${doors} doors × ${actors.length} actors; ${refused.length} refused), ` +
      `${found.length} violations, ${uncovered.length} uncovered`,
  );
  expect([found, uncovered]).toEqual([[], []]);
});
