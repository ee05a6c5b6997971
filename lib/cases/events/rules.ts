import { type Day, daysBetween } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { periodContaining } from "@/lib/core/period";
import { caseRefusals } from "@/lib/i18n/cases";
import {
  type CaseEvent,
  type CaseEventKind,
  type CaseState,
  OPEN_STATES,
  type OpenState,
  START_KINDS,
  type Standing,
  type Step,
} from "../types";

const waiting: readonly OpenState[] = [
  "POSTPONED_BY_AGREEMENT",
  "POSTPONED_OTHER",
  "SUSPENDED_ELIGIBLE",
  "SUSPENDED_OTHER",
];
const working: readonly OpenState[] = ["ACCEPTED", "IN_PROGRESS", "OTHER_ELIGIBLE"];
const notWaiting: readonly OpenState[] = [...working, "NO_CONDITION"];

/** From which states an event is allowed, and which it leads to; `to: null` leaves the state as it is. */
type Transition = Readonly<{ from: readonly (CaseState | "NONE")[]; to: CaseState | null }>;

/**
 * The state machine: which event may follow which. The table case_transition holds the same rows and the database
 * refuses the rest; a test compares the two. COUNTERED is no transition: it goes back to where the case stood.
 */
export const TRANSITIONS: Readonly<Record<Exclude<CaseEventKind, "COUNTERED">, Transition>> = {
  ACCEPTED: { from: ["NONE"], to: "ACCEPTED" },
  ENTRUSTED_IN: { from: ["NONE"], to: "ACCEPTED" },
  PULLED_UP_IN: { from: ["NONE"], to: "ACCEPTED" },
  ENTERED_REGISTER: { from: ["NONE"], to: "SEPARATE_REGISTER" },
  VERIFIED: { from: [...OPEN_STATES, "SEPARATE_REGISTER"], to: null },
  CLASSIFIED_ELIGIBLE: { from: ["ACCEPTED", "OTHER_ELIGIBLE", "NO_CONDITION"], to: "IN_PROGRESS" },
  CLASSIFIED_OTHER_ELIGIBLE: { from: ["ACCEPTED", "IN_PROGRESS", "NO_CONDITION"], to: "OTHER_ELIGIBLE" },
  CLASSIFIED_NO_CONDITION: { from: working, to: "NO_CONDITION" },
  POSTPONED_BY_AGREEMENT: { from: working, to: "POSTPONED_BY_AGREEMENT" },
  POSTPONED_OTHER: { from: notWaiting, to: "POSTPONED_OTHER" },
  SUSPENDED_ELIGIBLE: { from: working, to: "SUSPENDED_ELIGIBLE" },
  SUSPENDED_OTHER: { from: notWaiting, to: "SUSPENDED_OTHER" },
  RESUMED: { from: waiting, to: "IN_PROGRESS" },
  PART_SET_ASIDE: { from: OPEN_STATES, to: null },
  COLLECTED: { from: OPEN_STATES, to: null },
  PARTLY_DONE: { from: OPEN_STATES, to: null },
  REDUCED: { from: OPEN_STATES, to: null },
  PARTLY_TERMINATED: { from: OPEN_STATES, to: null },
  PARTLY_ENTRUSTED: { from: OPEN_STATES, to: null },
  PARTLY_WITHDRAWN: { from: OPEN_STATES, to: null },
  PARTLY_PULLED_UP: { from: OPEN_STATES, to: null },
  COMPULSION_DECIDED: { from: ["IN_PROGRESS", "OTHER_ELIGIBLE"], to: null },
  VOLUNTARY_COMPLIANCE: { from: ["ACCEPTED", "IN_PROGRESS", "OTHER_ELIGIBLE"], to: null },
  SEIZED: { from: ["IN_PROGRESS", "OTHER_ELIGIBLE"], to: null },
  VALUED: { from: ["IN_PROGRESS", "OTHER_ELIGIBLE"], to: null },
  AUCTIONED: { from: ["IN_PROGRESS", "OTHER_ELIGIBLE"], to: null },
  COMPLAINT_ATTACHED: {
    from: [...OPEN_STATES, "SEPARATE_REGISTER", "COMPLETED", "TERMINATED", "ENTRUSTED_OUT", "WITHDRAWN"],
    to: null,
  },
  MOVED_TO_REGISTER: { from: ["NO_CONDITION"], to: "SEPARATE_REGISTER" },
  RETURNED_FROM_REGISTER: { from: ["SEPARATE_REGISTER"], to: "IN_PROGRESS" },
  COMPLETED: { from: [...working, "POSTPONED_BY_AGREEMENT"], to: "COMPLETED" },
  TERMINATED: { from: OPEN_STATES, to: "TERMINATED" },
  ENTRUSTED_OUT: { from: OPEN_STATES, to: "ENTRUSTED_OUT" },
  WITHDRAWN: { from: OPEN_STATES, to: "WITHDRAWN" },
  PULLED_UP: { from: OPEN_STATES, to: "PULLED_UP" },
  TRANSFERRED: {
    from: [
      ...OPEN_STATES,
      "SEPARATE_REGISTER",
      "COMPLETED",
      "TERMINATED",
      "ENTRUSTED_OUT",
      "WITHDRAWN",
      "PULLED_UP",
    ],
    to: null,
  },
};

/** An event that needs another one before it, whatever happened in between. */
export const NEEDS: Readonly<Partial<Record<CaseEventKind, CaseEventKind>>> = {
  SEIZED: "COMPULSION_DECIDED",
  VALUED: "SEIZED",
  AUCTIONED: "VALUED",
};

/** Events that take a stated amount off what is outstanding while the case goes on. */
export const PARTIAL_KINDS: readonly CaseEventKind[] = [
  "COLLECTED",
  "REDUCED",
  "PARTLY_TERMINATED",
  "PARTLY_ENTRUSTED",
  "PARTLY_WITHDRAWN",
  "PARTLY_PULLED_UP",
];
/** Events that end a case together with all that is outstanding. */
export const CLOSING_KINDS: readonly CaseEventKind[] = [
  "COMPLETED",
  "TERMINATED",
  "ENTRUSTED_OUT",
  "WITHDRAWN",
  "PULLED_UP",
];

/** Whether a case begins with this event. */
export function isStart(kind: CaseEventKind): boolean {
  return START_KINDS.some((start) => start === kind);
}

/** The events that may follow a standing, in the order of EVENT_KINDS; for forms that offer only what is allowed. */
export function kindsAfter(state: CaseState): CaseEventKind[] {
  const kinds = Object.keys(TRANSITIONS) as (keyof typeof TRANSITIONS)[];
  return kinds.filter((kind) => TRANSITIONS[kind].from.includes(state));
}

/**
 * The events that count, each with the standing before and after it. A countered event and its counter-event leave
 * no step. Throws a Failure at the first event that may not follow.
 */
export function stepsOf(amount: bigint, events: readonly CaseEvent[]): Step[] {
  const steps: Step[] = [];
  for (const event of events) {
    if (event.kind === "COUNTERED") {
      assertCounters(event, steps.at(-1));
      steps.pop();
    } else {
      steps.push(stepAfter(amount, steps, event));
    }
  }
  return steps;
}

/** The next step of a case with these steps; throws a Failure when the event may not follow. */
export function stepAfter(amount: bigint, steps: readonly Step[], event: CaseEvent): Step {
  const last = steps.at(-1);
  const before = last?.after ?? null;
  if (event.kind === "COUNTERED") throw new RangeError("A counter-event makes no step");
  const { from, to } = TRANSITIONS[event.kind];
  const state = before?.state ?? "NONE";
  if (!from.includes(state)) throw refused(caseRefusals.notAfter(event.kind, state));
  if (last && event.day < last.event.day) throw refused(caseRefusals.beforeLast(event.day, last.event.day));
  assertNeeds(event.kind, steps);
  const reached = before === null ? opening(amount, event) : moved(before, event, to);
  if (event.kind === "MOVED_TO_REGISTER") assertOlderThanYear(steps[0]?.event.day, event.day);
  return { event, before, after: reached };
}

function opening(amount: bigint, event: CaseEvent): Standing {
  const state = event.kind === "ENTERED_REGISTER" ? "SEPARATE_REGISTER" : "ACCEPTED";
  return { state, outstanding: amount, aside: 0n, asideState: null, agency: event.agency };
}

function moved(before: Standing, event: CaseEvent, to: CaseState | null): Standing {
  const agency = event.kind === "TRANSFERRED" ? event.agency : before.agency;
  if (event.kind === "PART_SET_ASIDE") return { ...before, ...setAside(before, event) };
  if (to === null) return { ...before, agency, outstanding: before.outstanding - takenOff(before, event) };
  const outstanding = CLOSING_KINDS.includes(event.kind) ? 0n : before.outstanding;
  return { state: to, outstanding, aside: 0n, asideState: null, agency };
}

function takenOff(before: Standing, { kind, amount }: CaseEvent): bigint {
  if (!PARTIAL_KINDS.includes(kind)) return 0n;
  const taken = amount ?? 0n;
  if (taken <= 0n) throw refused(caseRefusals.amountNeeded(kind));
  const free = before.outstanding - before.aside;
  if (taken > free) throw refused(caseRefusals.amountTooLarge(kind, taken, free));
  return taken;
}

/** The part set aside from now on, whatever it was before; 0 puts it back to the rest. */
function setAside(
  before: Standing,
  { kind, amount, aside }: CaseEvent,
): Pick<Standing, "aside" | "asideState"> {
  const part = amount ?? 0n;
  if (part < 0n || part > before.outstanding)
    throw refused(caseRefusals.amountTooLarge(kind, part, before.outstanding));
  if (part === 0n) return { aside: 0n, asideState: null };
  if (!aside || aside === before.state) throw refused(caseRefusals.asideNeeded);
  return { aside: part, asideState: aside };
}

function assertNeeds(kind: CaseEventKind, steps: readonly Step[]): void {
  const needed = NEEDS[kind];
  if (needed !== undefined && !steps.some(({ event }) => event.kind === needed))
    throw refused(caseRefusals.needs(kind, needed));
}

/** A case goes to the separate register in a later statistical year than it came in, so that flows never fall. */
function assertOlderThanYear(entered: Day | undefined, day: Day): void {
  if (entered !== undefined && periodContaining(entered).year === periodContaining(day).year)
    throw refused(caseRefusals.registerTooEarly(entered, day));
}

function assertCounters({ counters }: CaseEvent, last: Step | undefined): void {
  if (last === undefined || last.event.seq !== counters || last.event.kind === "TRANSFERRED")
    throw refused(caseRefusals.onlyLast(last?.event.seq ?? null));
}

/** Whole days a case has been open on a day; negative before it began. */
export function ageInDays(steps: readonly Step[], on: Day): number | null {
  const entered = steps[0]?.event.day;
  return entered === undefined ? null : daysBetween(entered, on);
}

function refused(text: { vi: string; en: string }): Failure {
  return new Failure("precondition", text);
}
