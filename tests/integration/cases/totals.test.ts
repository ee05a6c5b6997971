import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FLOW_COLUMNS, formOf, STATE_COLUMNS } from "@/lib/cases/derived/rules";
import { NEEDS, TRANSITIONS } from "@/lib/cases/events/rules";
import { CASE_STATES, EVENT_KINDS } from "@/lib/cases/types";
import { INPUT_COLUMNS, MEASURES, type Slice } from "@/lib/form/columns";
import { type History, historyOf } from "@/tests/factories/case-histories";
import { insertCases } from "@/tests/factories/cases";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const AGENCIES = ["cc-323", "cc-325", "cc-327"];
const snake = (column: string) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Place = { agency: string; year: number; month: number; slice: Slice };

const PLACES: readonly Place[] = AGENCIES.flatMap((agency) =>
  [2020, 2021, 2022, 2023].flatMap((year) =>
    [1, 4, 8, 12].flatMap((month) =>
      (["total", "onRequest", "credit"] as const).map((slice) => ({ agency, year, month, slice })),
    ),
  ),
);

/** The form as the database adds it up, next to the one that the pure function makes of the same events. */
async function differences(cases: readonly History[], place: Place): Promise<string[]> {
  const { agency, year, month, slice } = place;
  const key = [year * 12 + month - 1, [slice], [agency]];
  const { rows } = await db.owner.query("SELECT * FROM case_totals_at($1, $2, $3)", key);
  const form = formOf(cases, agency, { year, month }, slice);
  return MEASURES.flatMap((measure) => {
    const row = rows.find((each) => each.measure === measure) ?? {};
    return INPUT_COLUMNS.flatMap((column) => {
      const [sum, pure] = [row[snake(column)] ?? "0", form[measure][column].toString()];
      return sum === pure ? [] : [`${JSON.stringify(place)} ${measure}.${column}: ${sum} is ${pure}`];
    });
  });
}

test("sums kept event by event, or for many at once, equal the pure function and a full recount", async () => {
  const cases: History[] = [];
  for (let round = 0; round < 4; round += 1) {
    const fresh = AGENCIES.flatMap((agency, at) =>
      fc.sample(historyOf(agency), { numRuns: 8, seed: 100 * round + at }),
    );
    await insertCases(db.owner, fresh, round % 2 === 0);
    cases.push(...fresh);
    const { rows } = await db.owner.query("SELECT * FROM case_totals_verify()");
    expect(rows).toEqual([]);
    for (const place of PLACES) expect(await differences(cases, place)).toEqual([]);
  }
  expect(cases.some(({ events }) => events.some(({ kind }) => kind === "COUNTERED"))).toBe(true);
});

test("the state machine of the database is the one of the code, row by row", async () => {
  const { rows } = await db.owner.query("SELECT kind || ' after ' || from_state AS row FROM case_transition");
  const stated = Object.entries(TRANSITIONS).flatMap(([kind, { from }]) =>
    from.map((state) => `${kind} after ${state}`),
  );
  expect(rows.map(({ row }) => row).sort()).toEqual(stated.sort());
  const { rows: kinds } = await db.owner.query("SELECT kind, flow_column, to_state, needs FROM case_kind");
  const byName = new Map(kinds.map((each) => [each.kind, each]));
  expect(byName.size).toBe(EVENT_KINDS.length);
  for (const kind of EVENT_KINDS) {
    const to_state = kind === "COUNTERED" ? null : TRANSITIONS[kind].to;
    expect(byName.get(kind)).toEqual({
      ...{ kind, to_state, flow_column: FLOW_COLUMNS[kind] ?? null, needs: NEEDS[kind] ?? null },
    });
  }
  const { rows: states } = await db.owner.query("SELECT state, column_name FROM case_state");
  const columns: Readonly<Record<string, string>> = STATE_COLUMNS["tt-06-2019"] ?? {};
  expect(Object.fromEntries(states.map((each) => [each.state, each.column_name]))).toEqual(
    Object.fromEntries(CASE_STATES.map((state) => [state, columns[state] ?? null])),
  );
});
