import { stepAfter } from "@/lib/cases/events/rules";
import type { CaseEvent, Standing, Step } from "@/lib/cases/types";
import type { SeedCase, SeedEvent } from "./types";

/** A case with the keys it has in the database. */
export type KnownCase = { each: SeedCase; id: bigint; court: number; officer: string | null };

type Row = { event: CaseEvent; stated: SeedEvent; before: Standing | null; after: Standing };

const known = new WeakMap<SeedCase, Row[]>();

/** Every event with its standings, through the state machine; throws at the first that may not follow. */
function rowsOf(each: SeedCase): Row[] {
  const found = known.get(each);
  if (found !== undefined) return found;
  const steps: Step[] = [];
  const rows = each.events.map((stated, at): Row => {
    const { kind, day, amount = null, aside = null } = stated;
    const event: CaseEvent = { seq: at + 1, kind, day, amount, aside, agency: each.agency };
    const step = stepAfter(each.amount, steps, event);
    steps.push(step);
    return { event, stated, before: step.before, after: step.after };
  });
  known.set(each, rows);
  return rows;
}

/** A line of PostgreSQL's text format; nothing generated holds a tab, a line end or a backslash. */
function line(...values: readonly (string | number | bigint | boolean | null)[]): string {
  return `${values.map((value) => (value === null ? "\\N" : String(value))).join("\t")}\n`;
}

export function caseRow(given: KnownCase): string {
  const { each, id, court, officer } = given;
  const rows = rowsOf(each);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("A case begins with an event");
  const { state, outstanding, aside, asideState } = last.after;
  return line(
    ...[id, each.agency, each.year, each.number, each.agency, court, `${each.number}/${each.year}/DSST`],
    ...[
      each.judgmentDate,
      each.judgmentDate,
      each.receivedOn,
      `${each.number}/QĐ-CCTHADS`,
      each.decisionDate,
    ],
    ...[each.decisionDue, each.initiative, each.category, each.urgency, each.amount, each.obligation],
    ...[first.event.day, "t", officer, state, outstanding, aside, asideState],
    ...[rows.length, rows.length, last.event.day],
  );
}

export function eventRows({ each, id }: KnownCase): string[] {
  return rowsOf(each).map(({ event, stated, before, after }) => {
    const isClosing = before !== null && after.outstanding === 0n && event.amount === null;
    const amount = isClosing ? before.outstanding : (event.amount ?? (before === null ? each.amount : null));
    return line(
      ...[id, event.seq, each.agency, event.kind, event.day, amount, event.seq - 1, "system:seed"],
      ...[stated.recordedAt ?? `${event.day}T09:00:00Z`, after.state, after.outstanding, after.aside],
      after.asideState,
    );
  });
}

export function partyRows({ each, id }: KnownCase): string[] {
  return [
    ...(each.debtor === null ? [] : [line(id, "DEBTOR", each.debtor)]),
    ...(each.creditor === null ? [] : [line(id, "CREDITOR", each.creditor)]),
  ];
}

export function assignmentRow({ each, id, officer }: KnownCase): string[] {
  const [first] = each.events;
  if (officer === null || first === undefined) return [];
  return [line(id, officer, first.day, "system:seed", `${first.day}T09:00:00Z`)];
}
