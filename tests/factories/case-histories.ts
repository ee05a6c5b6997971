import fc from "fast-check";
import { kindsAfter, PARTIAL_KINDS, stepAfter } from "@/lib/cases/events/rules";
import {
  CATEGORIES,
  type CaseEvent,
  type CaseEventKind,
  type CaseFacts,
  INITIATIVES,
  OPEN_STATES,
  START_KINDS,
  type Standing,
  type Step,
} from "@/lib/cases/types";
import { addDays, type Day, day } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";

/** A case with all that was recorded about it. */
export type History = { facts: CaseFacts; events: readonly CaseEvent[] };

const FIRST: Day = day("2019-10-01");
/** Three statistical years, 2020 to 2022. */
const DAYS = 3 * 365;

type Draw = { pick: number; wait: number; share: number; counter: number };

const draw: fc.Arbitrary<Draw> = fc.record({
  pick: fc.nat(10_000),
  wait: fc.nat(160),
  share: fc.nat(100),
  counter: fc.nat(100),
});

/** A random history that the state machine allows, counter-events among them. */
export const historyOf = (agency: string): fc.Arbitrary<History> =>
  fc
    .record({
      initiative: fc.constantFrom(...INITIATIVES),
      category: fc.constantFrom(...CATEGORIES),
      amount: fc.oneof(fc.constant(0n), fc.bigInt({ min: 1n, max: 9_000_000_000n })),
      start: fc.constantFrom(...START_KINDS),
      entered: fc.nat(DAYS),
      draws: fc.array(draw, { maxLength: 12 }),
    })
    .map(({ initiative, category, amount, start, entered, draws }) => {
      const facts = { initiative, category, amount };
      return { facts, events: eventsOf(facts, agency, { start, entered, draws }) };
    });

type Seed = { start: CaseEventKind; entered: number; draws: readonly Draw[] };

function eventsOf({ amount }: CaseFacts, agency: string, { start, entered, draws }: Seed): CaseEvent[] {
  const first: CaseEvent = { seq: 1, kind: start, day: addDays(FIRST, entered), amount, agency };
  const [events, steps]: [CaseEvent[], Step[]] = [[first], [stepAfter(amount, [], first)]];
  for (const each of draws) {
    const last = steps.at(-1);
    if (last === undefined) break;
    const event = nextEvent(last, events.length + 1, each);
    if (event.day > addDays(FIRST, DAYS)) break;
    if (event.kind === "COUNTERED") steps.pop();
    else {
      const step = allowed(amount, steps, event);
      if (step === null) continue;
      steps.push(step);
    }
    events.push(event);
  }
  return events;
}

function nextEvent(last: Step, seq: number, { pick, wait, share, counter }: Draw): CaseEvent {
  const { after, event } = last;
  const when = addDays(event.day, wait);
  if (counter < 12) return { seq, kind: "COUNTERED", day: when, counters: event.seq, agency: after.agency };
  const kinds = kindsAfter(after.state).filter((kind) => kind !== "TRANSFERRED");
  const kind = kinds[pick % Math.max(1, kinds.length)] ?? "COMPLAINT_ATTACHED";
  return { seq, kind, day: when, agency: after.agency, ...amountFor(kind, after, share, pick) };
}

function amountFor(kind: CaseEventKind, after: Standing, share: number, pick: number) {
  const free = after.outstanding - after.aside;
  if (PARTIAL_KINDS.includes(kind)) return { amount: (free * BigInt(share)) / 100n };
  if (kind !== "PART_SET_ASIDE") return {};
  const amount = (after.outstanding * BigInt(share)) / 100n;
  return { amount, aside: amount === 0n ? null : (OPEN_STATES[pick % OPEN_STATES.length] ?? null) };
}

function allowed(amount: bigint, steps: readonly Step[], event: CaseEvent): Step | null {
  try {
    return stepAfter(amount, steps, event);
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}
