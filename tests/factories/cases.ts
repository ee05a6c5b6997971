import type pg from "pg";
import { stepsOf } from "@/lib/cases/events/rules";
import type { CaseEvent, Standing } from "@/lib/cases/types";
import type { History } from "./case-histories";
import { audited } from "./loaded-reports";

const none: Standing = { state: "VOID", outstanding: 0n, aside: 0n, asideState: null, agency: "" };

/** Each event as a row of case_event, with what it follows and how the case stands afterwards. */
function eventRows(amount: bigint, events: readonly CaseEvent[]) {
  return events.map((event, at) => {
    const steps = stepsOf(amount, events.slice(0, at + 1));
    const own = event.kind === "COUNTERED" ? steps.at(-1) : steps.at(-2);
    const after = steps.at(-1)?.after ?? none;
    const before = own?.after ?? null;
    const isClosing = event.kind !== "COUNTERED" && before !== null && after.outstanding === 0n;
    return {
      ...{ seq: event.seq, kind: event.kind, day: event.day, counters: event.counters ?? null },
      follows: own?.event.seq ?? 0,
      agency_code: event.agency,
      amount: (event.amount ?? (isClosing ? (before?.outstanding ?? null) : null))?.toString() ?? null,
      ...{ state: after.state, outstanding: after.outstanding.toString(), aside: after.aside.toString() },
      aside_state: after.asideState,
    };
  });
}

let number = 0;

/** Writes whole cases with their events as the owner, one statement for all; answers their ids in order. */
export async function insertCases(
  owner: pg.Pool,
  histories: readonly History[],
  atOnce = true,
): Promise<string[]> {
  const ids: string[] = [];
  await audited(owner, async (client) => {
    await client.query("INSERT INTO court (name) VALUES ('Tòa án thử') ON CONFLICT DO NOTHING");
    const rows: object[] = [];
    for (const { facts, events } of histories) {
      const id = await insertCase(client, facts, events);
      ids.push(id);
      rows.push(...eventRows(facts.amount, events).map((row) => ({ ...row, case_id: id })));
    }
    for (const part of atOnce ? [rows] : rows.map((row) => [row]))
      await client.query(insertEvents, [JSON.stringify(part)]);
  });
  return ids;
}

async function insertCase(
  client: pg.PoolClient,
  facts: History["facts"],
  [first]: readonly CaseEvent[],
): Promise<string> {
  number += 1;
  const { rows } = await client.query(
    `INSERT INTO enforcement_case (numbered_by, year, number, agency_code, court_id, judgment_number, judgment_date,
       effective_date, received_on, decision_number, decision_date, decision_due, initiative, category, amount,
       entered_on, illustrative, state, outstanding, last_seq, standing_seq, standing_on)
     SELECT $1, 2021, $2::int, $1, (SELECT min(id) FROM court), '1/2019/DSST', d, d, d, $2::text || '/QĐ-CCTHADS', d, d, $4, $5, $6::bigint,
       d, true, 'ACCEPTED', $6::bigint, 0, 0, d FROM (SELECT $3::date AS d) day RETURNING id::text`,
    [first?.agency, number, first?.day, facts.initiative, facts.category, facts.amount.toString()],
  );
  return rows[0].id;
}

const insertEvents = `
  INSERT INTO case_event (case_id, seq, agency_code, kind, day, amount, counters, follows, recorded_by, recorded_at, state,
    outstanding, aside, aside_state)
  SELECT case_id, seq, agency_code, kind, day, amount, counters, follows, 'test', '2022-12-01', state, outstanding, aside,
    aside_state
  FROM jsonb_populate_recordset(NULL::case_event, $1::jsonb) ORDER BY case_id, seq`;
