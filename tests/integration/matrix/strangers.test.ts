import { afterAll, beforeAll, expect, test } from "vitest";
import { Failure } from "@/lib/core/failure";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";
import { cellsOf } from "./cells";
import { REFUSING_READS, readDoors } from "./doors";
import { arrange, type NamedActor } from "./scene";

// Many calls: a busy machine may take its time, but not forever.

let db: TestDatabase;
let actors: NamedActor[];

beforeAll(async () => {
  db = await testDatabase();
  actors = await arrange(db);
});
afterAll(() => db.close());

/** Everything a refusal tells, with the code that was asked for struck out. */
async function refusal(answer: Promise<unknown>, asked: string): Promise<string> {
  try {
    await answer;
    return "let in";
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message, text, fields, details } = error;
    return JSON.stringify({ code, message, text, fields, details }).replaceAll(asked, "…");
  }
}

test("a foreign agency is answered exactly as one that does not exist, by every read and for everybody", async () => {
  const cells = cellsOf(readDoors(), actors).filter(
    ({ door, isAllowed }) => REFUSING_READS[door.name] && !isAllowed,
  );
  const differing: string[] = [];
  for (const { door, name, actor, place } of cells) {
    const read = REFUSING_READS[door.name];
    if (!read) continue;
    const nowhere = { ...place, agency: "cc-khong-co" };
    const [foreign, missing] = [
      await refusal(read(actor, place), place.agency),
      await refusal(read(actor, nowhere), nowhere.agency),
    ];
    if (foreign !== missing || !foreign.includes('"not-found"')) {
      differing.push(`${door.name}: ${name} on ${place.agency}: ${foreign} / ${missing}`);
    }
  }
  console.info(`R1 ${cells.length} foreign reads, ${differing.length} tell foreign from missing`);
  expect(cells.length).toBeGreaterThan(300);
  expect(differing).toEqual([]);
});

test("the positive control: own agencies are let in by the same reads", async () => {
  const own = cellsOf(readDoors(), actors).filter(
    ({ door, place, isAllowed }) => REFUSING_READS[door.name] && isAllowed && place.month === 1,
  );
  for (const { door, actor, place } of own) {
    expect(await REFUSING_READS[door.name]?.(actor, place), door.name).toBeDefined();
  }
});
