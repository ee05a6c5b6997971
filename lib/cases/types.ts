import type { Day } from "@/lib/core/day";

/** A case is asked for by a party, or begun by the agency itself: the two halves that V07 adds up. */
export const INITIATIVES = ["EX_OFFICIO", "ON_REQUEST"] as const;
export type Initiative = (typeof INITIATIVES)[number];

/** The groups of cases that the form shows apart, and the rest. */
export const CATEGORIES = ["CREDIT", "STATE_BUDGET", "CORRUPTION_ECONOMIC", "OTHER"] as const;
export type Category = (typeof CATEGORIES)[number];

/** How soon the enforcement decision has to be made. */
export const URGENCIES = ["NORMAL", "INTERIM", "BANKRUPTCY"] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Where a case stands and still counts in the docket. */
export const OPEN_STATES = [
  "ACCEPTED",
  "IN_PROGRESS",
  "POSTPONED_BY_AGREEMENT",
  "SUSPENDED_ELIGIBLE",
  "OTHER_ELIGIBLE",
  "NO_CONDITION",
  "POSTPONED_OTHER",
  "SUSPENDED_OTHER",
] as const;
export type OpenState = (typeof OPEN_STATES)[number];

/** Where a case ends; VOID is a case whose very acceptance was cancelled. */
const CLOSED_STATES = ["COMPLETED", "TERMINATED", "ENTRUSTED_OUT", "WITHDRAWN", "PULLED_UP", "VOID"] as const;
/** Every state; the separate register stands outside the docket and can be left again. */
export const CASE_STATES = [...OPEN_STATES, "SEPARATE_REGISTER", ...CLOSED_STATES] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Events that begin a case. */
export const START_KINDS = ["ACCEPTED", "ENTRUSTED_IN", "PULLED_UP_IN", "ENTERED_REGISTER"] as const;

/** Every event there is, in the order of a case's life. */
export const EVENT_KINDS = [
  ...START_KINDS,
  "VERIFIED",
  "CLASSIFIED_ELIGIBLE",
  "CLASSIFIED_OTHER_ELIGIBLE",
  "CLASSIFIED_NO_CONDITION",
  "POSTPONED_BY_AGREEMENT",
  "POSTPONED_OTHER",
  "SUSPENDED_ELIGIBLE",
  "SUSPENDED_OTHER",
  "RESUMED",
  "PART_SET_ASIDE",
  "COLLECTED",
  "PARTLY_DONE",
  "REDUCED",
  "PARTLY_TERMINATED",
  "PARTLY_ENTRUSTED",
  "PARTLY_WITHDRAWN",
  "PARTLY_PULLED_UP",
  "COMPULSION_DECIDED",
  "VOLUNTARY_COMPLIANCE",
  "SEIZED",
  "VALUED",
  "AUCTIONED",
  "COMPLAINT_ATTACHED",
  "MOVED_TO_REGISTER",
  "RETURNED_FROM_REGISTER",
  "COMPLETED",
  "TERMINATED",
  "ENTRUSTED_OUT",
  "WITHDRAWN",
  "PULLED_UP",
  "TRANSFERRED",
  "COUNTERED",
] as const;
export type CaseEventKind = (typeof EVENT_KINDS)[number];

/** What does not change in a case's life and decides where it is counted. Amounts are whole đồng. */
export type CaseFacts = Readonly<{ initiative: Initiative; category: Category; amount: bigint }>;

/** One event as somebody states it. `amount` is đồng; `agency` is who holds the case from then on. */
export type CaseEvent = Readonly<{
  seq: number;
  kind: CaseEventKind;
  day: Day;
  amount?: bigint | null;
  /** The state a part is set aside in (PART_SET_ASIDE). */
  aside?: OpenState | null;
  /** The event that a COUNTERED cancels. */
  counters?: number | null;
  agency: string;
}>;

/** How a case stands after an event. */
export type Standing = Readonly<{
  state: CaseState;
  /** What is still to be enforced, in đồng, the part set aside included. */
  outstanding: bigint;
  /** The part of it that is postponed or suspended apart from the rest. */
  aside: bigint;
  asideState: OpenState | null;
  agency: string;
}>;

/** An event that counts, with the standing before (null = the case begins) and after it. */
export type Step = Readonly<{ event: CaseEvent; before: Standing | null; after: Standing }>;
