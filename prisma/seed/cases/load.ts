import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from } from "pg-copy-streams";
import { assignmentRow, caseRow, eventRows, partyRows } from "./rows";
import type { SeedCase } from "./types";

const COPIES = {
  cases: `COPY enforcement_case (id, numbered_by, year, number, agency_code, court_id, judgment_number, judgment_date,
    effective_date, received_on, decision_number, decision_date, decision_due, initiative, category, urgency, amount,
    obligation, entered_on, illustrative, officer_id, state, outstanding, aside, aside_state, last_seq, standing_seq,
    standing_on) FROM STDIN`,
  events: `COPY case_event (case_id, seq, agency_code, kind, day, amount, follows, recorded_by, recorded_at, state,
    outstanding, aside, aside_state) FROM STDIN`,
  parties: "COPY case_party (case_id, role, name) FROM STDIN",
  assignments: "COPY case_assignment (case_id, officer_id, valid_from, assigned_by, assigned_at) FROM STDIN",
};
const PART = 20_000;

/**
 * Loads an illustrative register by COPY as the database's owner, in one transaction: the triggers rest meanwhile, every
 * case has passed the pure state machine, and the sums are counted once at the end.
 */
export async function loadCases(
  ownerUrl: string,
  cases: Iterable<SeedCase>,
  progress: (done: number) => void = () => undefined,
): Promise<{ cases: number; events: number }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    const made = await loadCasesWith(client, cases, progress);
    await client.query("COMMIT");
    await client.query("VACUUM (ANALYZE) enforcement_case, case_event, case_totals");
    return made;
  } finally {
    await client.end();
  }
}

/** The same in the caller's transaction. */
export async function loadCasesWith(
  client: pg.Client,
  cases: Iterable<SeedCase>,
  progress: (done: number) => void = () => undefined,
): Promise<{ cases: number; events: number }> {
  await client.query(
    `SELECT audit_append('system', 'system:seed', 'case.generate', 'cases', '{"illustrative": true}')`,
  );
  await client.query(
    "ALTER TABLE case_event DISABLE TRIGGER USER; ALTER TABLE case_assignment DISABLE TRIGGER USER",
  );
  const officers = await officerIds(client);
  const courts = new Map<string, number>();
  const done = { cases: 0, events: 0 };
  for (const part of inParts(cases)) {
    await addCourts(client, courts, part);
    const first = await reserveIds(client, part.length);
    const known = part.map((each, at) => ({
      ...{ each, id: first + BigInt(at), court: courts.get(each.court) ?? 0 },
      officer: each.officer === null ? null : (officers.get(each.officer) ?? null),
    }));
    await copy(client, COPIES.cases, known.map(caseRow));
    const events = known.flatMap(eventRows);
    await copy(client, COPIES.events, events);
    await copy(client, COPIES.parties, known.flatMap(partyRows));
    await copy(client, COPIES.assignments, known.flatMap(assignmentRow));
    done.cases += part.length;
    done.events += events.length;
    progress(done.cases);
  }
  await client.query(
    "ALTER TABLE case_event ENABLE TRIGGER USER; ALTER TABLE case_assignment ENABLE TRIGGER USER",
  );
  await client.query("ANALYZE enforcement_case; ANALYZE case_event; SELECT case_totals_rebuild()");
  return done;
}

function* inParts(cases: Iterable<SeedCase>): Iterable<SeedCase[]> {
  let part: SeedCase[] = [];
  for (const each of cases) {
    part.push(each);
    if (part.length < PART) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

async function copy(client: pg.Client, sql: string, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return;
  await pipeline(Readable.from([rows.join("")], { objectMode: false }), client.query(from(sql)));
}

async function officerIds(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ login: string; id: string }>(
    "SELECT u.login, u.id FROM user_account u JOIN role_assignment r ON r.user_id = u.id WHERE r.role = 'OFFICER'",
  );
  return new Map(rows.map(({ login, id }) => [login, id]));
}

async function addCourts(
  client: pg.Client,
  known: Map<string, number>,
  part: readonly SeedCase[],
): Promise<void> {
  const names = [...new Set(part.map(({ court }) => court))].filter((name) => !known.has(name));
  if (names.length === 0) return;
  const { rows } = await client.query<{ id: number; name: string }>(
    `INSERT INTO court (name) SELECT unnest($1::text[]) ON CONFLICT (name) DO UPDATE SET name = excluded.name
     RETURNING id, name`,
    [names],
  );
  for (const { id, name } of rows) known.set(name, id);
}

async function reserveIds(client: pg.Client, count: number): Promise<bigint> {
  const { rows } = await client.query<{ first: string }>(
    `SELECT setval('enforcement_case_id_seq', s.next + $1 - 1)::text AS last, s.next::text AS first
     FROM (SELECT nextval('enforcement_case_id_seq') AS next) s`,
    [count],
  );
  return BigInt(rows[0]?.first ?? "0");
}
