import { afterAll, beforeAll, expect, test } from "vitest";
import { ROLES, type Role } from "@/lib/auth/actor";
import { GRANTS, PERMISSIONS, type Permission, type Reach } from "@/lib/auth/permissions";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";
import { type Cell, cellsOf, violation } from "./cells";
import { type Door, loadOperations, readDoors, writeDoors } from "./doors";
import { arrange, type NamedActor } from "./scene";

// Many calls: a busy machine may take its time, but not forever.

let db: TestDatabase;
let actors: NamedActor[];
let writes: Door[];
// What waits for whom depends on what other mutants got done; the rest only on the grants.
const reads = readDoors().filter(({ name }) => name !== "listWork");

beforeAll(async () => {
  db = await testDatabase();
  await loadOperations();
  writes = writeDoors();
  actors = await arrange(db);
});
afterAll(() => db.close());

const wider: Record<Reach, readonly (Reach | null)[]> = {
  own: ["ownAndChildren", "subtree", "everywhere"],
  children: ["ownAndChildren", "subtree", "everywhere"],
  ownAndChildren: ["subtree", "everywhere"],
  subtree: ["everywhere"],
  everywhere: [],
};

/** Who reads every case everywhere gains nothing from reading their own. */
const UNCHANGING = ["GENERAL_STAFF cases.readOwn → everywhere", "AUDITOR cases.readOwn → everywhere"];

type Mutant = { role: Role; permission: Permission; reach: Reach | null };

/** Every grant widened in every way and taken away, and every permission given to every role without it. */
function mutants(): Mutant[] {
  return ROLES.flatMap((role) =>
    PERMISSIONS.flatMap((permission) => {
      const granted = GRANTS[role][permission];
      const reaches = granted === undefined ? (["everywhere"] as const) : [...wider[granted], null];
      return reaches.map((reach) => ({ role, permission, reach }));
    }),
  );
}

/** The cell that notices: it answers wrongly with the mutant and rightly without it. */
async function killer({ role, permission, reach }: Mutant): Promise<Cell | null> {
  const affected = actors.filter(({ actor }) => actor.assignments.some((each) => each.role === role));
  const cells = cellsOf([...writes.filter((door) => door.permission === permission), ...reads], affected);
  const original = { ...GRANTS[role] };
  if (reach === null) delete GRANTS[role][permission];
  else GRANTS[role][permission] = reach;
  try {
    // What was taken away shows where somebody is let in; what was given, where somebody is refused.
    for (const cell of cells.filter(({ isAllowed }) => isAllowed === (reach === null))) {
      if ((await violation(cell)) !== null) return cell;
    }
    return null;
  } finally {
    GRANTS[role] = original;
  }
}

test("R1b: a grant widened, added or taken away is noticed by at least one cell", async () => {
  const before = JSON.stringify(GRANTS);
  const survivors: string[] = [];
  const all = mutants();
  for (const mutant of all) {
    const cell = await killer(mutant);
    if (cell !== null && (await violation(cell)) === null) continue;
    survivors.push(`${mutant.role} ${mutant.permission} → ${mutant.reach ?? "nothing"}`);
  }
  console.info(`R1b ${all.length - survivors.length}/${all.length} killed`);
  expect(all.length).toBeGreaterThan(100);
  expect(survivors.filter((name) => !UNCHANGING.includes(name))).toEqual([]);
  expect(JSON.stringify(GRANTS), "the grants are restored").toBe(before);
});
