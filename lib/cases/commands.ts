import type { AtOnceContext } from "@/lib/actions/operation";
import { can } from "@/lib/auth/permissions";
import { type Day, dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { caseRefusals } from "@/lib/i18n/cases";
import { termFor } from "./due/rules";
import { stepAfter, stepsOf } from "./events/rules";
import { dayOfRegister } from "./register/rules";
import type { AddEventInput, AssignInput, CreateCaseInput } from "./schema";
import type { CaseEvent, CaseState } from "./types";

/** The database's functions; each locks, compares, writes and audits in one statement. */
export const ADD_CASE_EVENT = "add_case_event";
export const CREATE_CASE = "create_case";
export const ASSIGN_CASE_OFFICER = "assign_case_officer";

export type AddedEvent = { caseId: string; seq: number; state: CaseState; outstanding: string };

/** Officers work on their own cases only; who reads the whole register records in all of it. */
export function ownOnly({ actor, now, organisation }: AtOnceContext, agency: string): boolean {
  const day = dayOfRegister(organisation, agency, dayOfInstant(now));
  return !can(actor, "cases.read", { agency, day }, organisation);
}

export function givenEvent(context: AtOnceContext, input: AddEventInput) {
  assertHappened(context, input.day);
  const { expectedSeq = null, amount = null, aside = null, counters = null } = input;
  return {
    ...{ ...input, expectedSeq, amount, aside, counters },
    ...{ ownOnly: ownOnly(context, input.agency), at: context.now.toISOString() },
  };
}

type Unwritten = {
  written: false;
  amount: string;
  lastSeq: number;
  events: (Omit<CaseEvent, "amount"> & { amount: string | null })[];
};
type Written = { written: true } & AddedEvent;

/** The event as recorded; where the database refused it, the rules say in words why. */
export function answerOfEvent(_context: AtOnceContext, input: AddEventInput, said: unknown): AddedEvent {
  const found = answered<Written | Unwritten>(said);
  if (found.written) {
    const { caseId, seq, state, outstanding } = found;
    return { caseId, seq, state, outstanding };
  }
  if (input.expectedSeq !== undefined && input.expectedSeq !== found.lastSeq)
    throw new Failure("conflict", caseRefusals.stale, { details: { lastSeq: found.lastSeq } });
  explain(found, input);
  throw new Error("add_case_event refused what the rules allow");
}

function explain({ amount, events, lastSeq }: Unwritten, input: AddEventInput): void {
  const known = events.map((event) => ({
    ...event,
    amount: event.amount === null ? null : BigInt(event.amount),
  }));
  const { kind, day, aside = null, counters = null, agency } = input;
  const stated = input.amount === undefined ? null : BigInt(input.amount);
  const next: CaseEvent = { seq: lastSeq + 1, kind, day, amount: stated, aside, counters, agency };
  if (kind === "COUNTERED") stepsOf(BigInt(amount), [...known, next]);
  else stepAfter(BigInt(amount), stepsOf(BigInt(amount), known), next);
}

export function givenCase(context: AtOnceContext, input: CreateCaseInput) {
  const { judgmentDate, effectiveDate, receivedOn, decisionDate, enteredOn, urgency } = input;
  assertHappened(context, enteredOn);
  assertInOrder([
    ["effectiveDate", judgmentDate, effectiveDate],
    ["receivedOn", judgmentDate, receivedOn],
    ["decisionDate", receivedOn, decisionDate],
    ["enteredOn", decisionDate, enteredOn],
  ]);
  return {
    ...{ agency: input.agency, year: input.year, number: input.number, court: input.court },
    ...{ judgment_number: input.judgmentNumber, judgment_date: judgmentDate, effective_date: effectiveDate },
    ...{ received_on: receivedOn, decision_number: input.decisionNumber, decision_date: decisionDate },
    ...{ initiative: input.initiative, category: input.category, urgency, amount: input.amount },
    ...{
      obligation: input.obligation,
      entered_on: enteredOn,
      start: input.start,
      officer: input.officer ?? "",
    },
    ...{ debtor: input.debtor ?? "", creditor: input.creditor ?? "" },
    ...{ working_days: termFor(receivedOn).workingDays[urgency], at: context.now.toISOString() },
  };
}

export function answerOfCase(
  _context: AtOnceContext,
  input: CreateCaseInput,
  said: unknown,
): { caseId: string } {
  const found = answered<{ written: true; caseId: string } | { written: false; why: string }>(said);
  if (found.written) return { caseId: found.caseId };
  if (found.why === "officer") throw refusedField("officer", caseRefusals.noOfficer(input.officer ?? ""));
  if (found.why === "agencyThen") throw refusedField("enteredOn", caseRefusals.agencyThen(input.enteredOn));
  const text = caseRefusals.numberTaken(`${input.number}/${input.year}`);
  throw new Failure("conflict", text, { fields: { number: text } });
}

export function givenAssignment(context: AtOnceContext, input: AssignInput) {
  return { ...input, at: context.now.toISOString() };
}

export type Assigned = { caseId: string; officer: string; from: string };

export function answerOfAssignment(_context: AtOnceContext, input: AssignInput, said: unknown): Assigned {
  const found = answered<({ written: true } & Assigned) | { written: false; why: string; since: Day }>(said);
  if (found.written) return { caseId: found.caseId, officer: found.officer, from: found.from };
  if (found.why === "officer") throw refusedField("officer", caseRefusals.noOfficer(input.officer));
  throw refusedField("from", caseRefusals.assignDay(found.since));
}

/** What a function said; null is what it says of cases the asker may not know of. */
export function answered<Said>(said: unknown): Said {
  if (said === null) throw new Failure("not-found", caseRefusals.notFound);
  return said as Said;
}

function assertHappened({ now }: AtOnceContext, day: Day): void {
  if (day > dayOfInstant(now)) throw refusedField("day", caseRefusals.future(day));
}

function assertInOrder(pairs: readonly (readonly [field: string, earlier: Day, later: Day])[]): void {
  for (const [field, earlier, later] of pairs) {
    if (later < earlier) throw refusedField(field, caseRefusals.daysInOrder(earlier, later));
  }
}

function refusedField(field: string, text: { vi: string; en: string }): Failure {
  return new Failure("precondition", text, { fields: { [field]: text } });
}
