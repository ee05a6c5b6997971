import { isStart } from "@/lib/cases/events/rules";
import { CATEGORIES, type CaseEventKind, type Category } from "@/lib/cases/types";
import { addDays, type Day, day } from "@/lib/core/day";
import { type Random, streamFor } from "../demo/prng";
import { readAgencies } from "../reference";
import type { SeedCase, SeedEvent } from "./types";

/** Five statistical years, 2018 to 2022, of the agencies of that time. */
const FIRST = day("2017-10-01");
const DAYS = 5 * 365;
const LAST = addDays(FIRST, DAYS - 1);

/** An illustrative register: the same cases for the same number and seed; about five events for each. */
export function* generateCases(count: number, seed: number): Generator<SeedCase> {
  const agencies = readAgencies().filter(
    ({ kind, validTo }) => kind !== "GENERAL_DEPARTMENT" && validTo !== null,
  );
  const numbers = new Map<string, number>();
  const random = streamFor(seed, "cases");
  for (let at = 0; at < count; at += 1) {
    const agency = agencies[Math.floor(random() * agencies.length)]?.code ?? "";
    const entered = addDays(FIRST, Math.floor(random() * DAYS));
    const year = Number(entered.slice(0, 4));
    const key = `${agency} ${year}`;
    // Far above the numbers that people give, so that a generated register can stand beside theirs.
    const number = (numbers.get(key) ?? 1_000_000 * (seed % 900)) + 1;
    numbers.set(key, number);
    yield caseOf({ agency, year, number }, entered, random);
  }
}

type Key = Pick<SeedCase, "agency" | "year" | "number">;

function caseOf(key: Key, entered: Day, random: Random): SeedCase {
  const amount = random() < 0.1 ? 0n : BigInt(Math.floor(10 ** (5.5 + 4 * random())));
  const received = addDays(entered, -Math.floor(1 + random() * 8));
  return {
    ...{ ...key, amount, category: categoryOf(random()), urgency: "NORMAL", obligation: "" },
    initiative: random() < 0.45 ? "EX_OFFICIO" : "ON_REQUEST",
    court: `Tòa án minh họa ${Math.floor(random() * 700)}`,
    ...{ judgmentDate: addDays(received, -30), receivedOn: received, decisionDate: entered },
    ...{ decisionDue: addDays(received, 7), officer: null, debtor: null, creditor: null },
    events: eventsOf(amount, entered, random),
  };
}

function categoryOf(share: number): Category {
  const [credit, budget, corruption, other] = CATEGORIES;
  if (share < 0.05) return credit;
  if (share < 0.4) return budget;
  return share < 0.41 ? corruption : other;
}

/** What happens to a case, in an order that the state machine allows, until the register ends. */
function eventsOf(amount: bigint, entered: Day, random: Random): SeedEvent[] {
  const events: SeedEvent[] = [{ kind: random() < 0.03 ? "ENTRUSTED_IN" : "ACCEPTED", day: entered, amount }];
  let now = entered;
  const then = (kind: CaseEventKind, most: number, more: Partial<SeedEvent> = {}) => {
    now = addDays(now, Math.floor(1 + random() * most));
    if (now <= LAST && !isStart(kind)) events.push({ kind, day: now, ...more });
  };
  then("VERIFIED", 9);
  if (random() < 0.18) {
    then("CLASSIFIED_NO_CONDITION", 5);
    if (random() < 0.4) then("MOVED_TO_REGISTER", 400);
    else then("CLASSIFIED_ELIGIBLE", 300);
    return inOrder(events);
  }
  then("CLASSIFIED_ELIGIBLE", 5);
  if (amount > 1_000n) then("COLLECTED", 120, { amount: amount / 3n });
  if (random() < 0.15) then("POSTPONED_BY_AGREEMENT", 60);
  else if (random() < 0.25) then("COMPULSION_DECIDED", 60);
  const end = random();
  if (end < 0.72) then("COMPLETED", 300);
  else if (end < 0.8) then("TERMINATED", 300);
  else if (end < 0.83) then("ENTRUSTED_OUT", 200);
  return events;
}

/** A move to the separate register in the first statistical year is left out: the law waits for a year. */
function inOrder(events: SeedEvent[]): SeedEvent[] {
  const [first] = events;
  const yearOf = (d: Day) => Number(d.slice(0, 4)) + (Number(d.slice(5, 7)) >= 10 ? 1 : 0);
  return events.filter(
    ({ kind, day: when }) =>
      kind !== "MOVED_TO_REGISTER" || (first !== undefined && yearOf(when) > yearOf(first.day)),
  );
}
