import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseEvent } from "@/lib/cases/types";
import { day } from "@/lib/core/day";
import { insertCases } from "@/tests/factories/cases";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let id: string;
const base = { agency: "cc-325" } as const;
const events: readonly CaseEvent[] = [
  { ...base, seq: 1, kind: "ACCEPTED", day: day("2020-10-05"), amount: 500n },
  { ...base, seq: 2, kind: "CLASSIFIED_ELIGIBLE", day: day("2020-10-12") },
];
beforeAll(async () => {
  db = await testDatabase();
  const facts = { initiative: "ON_REQUEST", category: "OTHER", amount: 500n } as const;
  [id = ""] = await insertCases(db.owner, [{ facts, events }]);
});
afterAll(() => db.close());

const AUDIT = "SELECT audit_append('cc-325', 'test', 'case.event', 'case', '{}')";

/** Tries a statement as the owner, audited, and takes it back. */
async function attempt(sql: string, before = AUDIT): Promise<void> {
  const client = await db.owner.connect();
  try {
    await client.query(`BEGIN; ${before}`);
    await client.query(sql);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

type Row = Record<string, string | number | null>;
const next: Row = {
  ...{
    seq: 3,
    agency_code: "cc-325",
    kind: "COLLECTED",
    day: "2020-11-01",
    amount: 200,
    counters: null,
    follows: 2,
  },
  ...{ state: "IN_PROGRESS", outstanding: 300, aside: 0, aside_state: null },
};
function insert(change: Row): string {
  const row = { ...next, ...change };
  const value = (each: string | number | null) => (each === null ? "NULL" : `'${each}'`);
  return `INSERT INTO case_event (case_id, recorded_by, recorded_at, ${Object.keys(row).join(", ")})
    VALUES (${id}, 'test', now(), ${Object.values(row).map(value).join(", ")})`;
}

test("the positive control: an event that follows is written", async () => {
  await expect(attempt(insert({}))).resolves.toBeUndefined();
  const counter = {
    kind: "COUNTERED",
    counters: 2,
    follows: 1,
    amount: null,
    state: "ACCEPTED",
    outstanding: 500,
  };
  await expect(attempt(insert(counter))).resolves.toBeUndefined();
});

test.each<[string, Row]>([
  ["transition", { kind: "RESUMED", amount: null, outstanding: 500 }],
  ["day", { day: "2020-10-01" }],
  ["amount", { amount: 501, outstanding: 0 }],
  ["amount", { kind: "COMPLETED", state: "COMPLETED", amount: 499, outstanding: 0 }],
  ["standing", { outstanding: 299 }],
  ["standing", { state: "NO_CONDITION" }],
  ["sequence", { follows: 1 }],
  ["sequence", { seq: 4 }],
  ["counter", { kind: "COUNTERED", counters: 1, follows: 0, state: "VOID", amount: null, outstanding: 0 }],
  ["agency", { agency_code: "cc-327" }],
  ["needs", { kind: "SEIZED", amount: null, outstanding: 500 }],
  ["aside", { kind: "PART_SET_ASIDE", amount: 100, outstanding: 500, aside: 100 }],
  ["unknown", { kind: "FORGOTTEN" }],
  ["transition", { kind: "MOVED_TO_REGISTER", state: "SEPARATE_REGISTER", outstanding: 500, amount: null }],
])("the database refuses an event that breaks its %s: %j", async (why, change) => {
  await expect(attempt(insert(change))).rejects.toThrow(`case_event_refused: ${why}`);
});

test("the separate register takes no case of the same statistical year", async () => {
  const first = insert({
    kind: "CLASSIFIED_NO_CONDITION",
    state: "NO_CONDITION",
    amount: null,
    outstanding: 500,
  });
  const move = (when: string) =>
    insert({
      ...{ seq: 4, follows: 3, day: when, kind: "MOVED_TO_REGISTER" },
      ...{ state: "SEPARATE_REGISTER", amount: null, outstanding: 500 },
    });
  await expect(attempt(move("2021-09-30"), `${AUDIT}; ${first}`)).rejects.toThrow(
    "case_event_refused: register",
  );
  await expect(attempt(move("2021-10-01"), `${AUDIT}; ${first}`)).resolves.toBeUndefined();
});

test.each([
  ["an event is changed", "UPDATE case_event SET day = day", "audit_is_append_only"],
  ["an event is deleted", "DELETE FROM case_event", "audit_is_append_only"],
  [
    "what a case is counted by changes",
    "UPDATE enforcement_case SET amount = amount + 1",
    "case_facts_are_fixed",
  ],
])("refuses that %s", async (_what, sql, sign) => {
  await expect(attempt(sql)).rejects.toThrow(sign);
});

test("no event, case, party or assignment without a line of audit", async () => {
  await expect(attempt(insert({}), "SELECT 1")).rejects.toThrow("fact_without_audit: case_event");
  const officer = "UPDATE enforcement_case SET obligation = 'x'";
  await expect(attempt(officer, "SELECT 1")).rejects.toThrow("fact_without_audit: enforcement_case");
  const party = `INSERT INTO case_party (case_id, role, name) VALUES (${id}, 'DEBTOR', 'Người minh họa')`;
  await expect(attempt(party, "SELECT 1")).rejects.toThrow("fact_without_audit: case_party");
  await expect(attempt(party)).resolves.toBeUndefined();
});

test("two officers at once are refused, one after the other are not", async () => {
  const assign = (from: string, until: string | null) =>
    `INSERT INTO case_assignment (case_id, officer_id, valid_from, valid_until, assigned_by, assigned_at)
     SELECT ${id}, id, '${from}', ${until === null ? "NULL" : `'${until}'`}, 'test', now() FROM user_account LIMIT 1`;
  const user = `WITH x AS (${AUDIT}) INSERT INTO user_account (id, login, name, password_hash, created_at)
    SELECT gen_random_uuid(), 'officer.test', 'X', '!', now() FROM x`;
  const first = `${AUDIT}; ${user}; ${assign("2020-10-05", "2021-01-01")}`;
  await expect(attempt(assign("2020-12-31", null), first)).rejects.toThrow("case_assignment_no_overlap");
  await expect(attempt(assign("2021-01-01", null), first)).resolves.toBeUndefined();
});

test.each([
  ["write an event past the functions", insert({}).replace("undefined", "1"), /permission denied/],
  ["change a case", "UPDATE enforcement_case SET state = 'VOID'", /permission denied/],
  ["change the sums", "UPDATE case_totals SET completed = 0", /permission denied/],
  ["delete a party", "DELETE FROM case_party", /permission denied/],
])("does not let the application's role %s", async (_what, sql, sign) => {
  await expect(attempt(sql, `${AUDIT}; SET LOCAL ROLE thads_app; SET LOCAL app.scope = '*'`)).rejects.toThrow(
    sign,
  );
});

test("row-level security shows cases of one's scope only, and names only where they were opened", async () => {
  const client = await db.owner.connect();
  const count = async (scope: string, table: string, parties = "") => {
    await client.query("SELECT set_config('app.scope', $1, true), set_config('app.parties', $2, true)", [
      scope,
      parties,
    ]);
    const { rows } = await client.query(`SELECT count(*)::int AS n FROM ${table}`);
    return rows[0].n;
  };
  try {
    await client.query(`BEGIN; ${AUDIT}`);
    await client.query(
      `INSERT INTO case_party (case_id, role, name) VALUES (${id}, 'DEBTOR', 'Người minh họa')`,
    );
    await client.query("SET LOCAL ROLE thads_app");
    for (const table of ["enforcement_case", "case_event", "case_totals", "case_front"]) {
      expect(await count("cc-327", table), table).toBe(0);
      expect(await count("cc-325", table), table).toBeGreaterThan(0);
    }
    expect(await count("cc-325", "case_party")).toBe(0);
    expect(await count("cc-327", "case_party", "open")).toBe(0);
    expect(await count("cc-325", "case_party", "open")).toBe(1);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
});
