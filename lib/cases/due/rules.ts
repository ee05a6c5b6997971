import { type Day, day } from "@/lib/core/day";
import { addWorkingDays, type CalendarExceptions } from "@/lib/core/working-days";
import type { Urgency } from "../types";

/** How many working days a head has for the enforcement decision, by the law in force when the papers came. */
export type DecisionTerm = Readonly<{
  legalBasis: string;
  validFrom: Day;
  /** Half-open; null = still in use here. */
  validUntil: Day | null;
  workingDays: Readonly<Record<Urgency, number>>;
}>;

/**
 * Law on THADS 2008, Article 36: on request and ex officio within five working days, bankruptcy three, interim
 * measures at once. The text of Law 106/2025/QH15 (01/07/2026) was not seen: its terms are one more entry here.
 */
const DECISION_TERMS: readonly DecisionTerm[] = [
  {
    legalBasis: "Điều 36 Luật THADS 2008",
    validFrom: day("2009-07-01"),
    validUntil: null,
    workingDays: { NORMAL: 5, INTERIM: 0, BANKRUPTCY: 3 },
  },
];

/** The term in force on the day the request or the judgment was received; the oldest known one before that. */
export function termFor(receivedOn: Day): DecisionTerm {
  const inForce = DECISION_TERMS.findLast(
    ({ validFrom, validUntil }) =>
      validFrom <= receivedOn && (validUntil === null || receivedOn < validUntil),
  );
  const [oldest] = DECISION_TERMS;
  const term = inForce ?? oldest;
  if (term === undefined) throw new RangeError("No term of decisions is known");
  return term;
}

/** The last day on which the enforcement decision is in time. */
export function decisionDueOn(receivedOn: Day, urgency: Urgency, exceptions: CalendarExceptions): Day {
  return addWorkingDays(receivedOn, termFor(receivedOn).workingDays[urgency], exceptions);
}

/** Whether a decision was made in time (T01, "ra quyết định đúng hạn"). */
export function isDecidedInTime(decidedOn: Day, dueOn: Day): boolean {
  return decidedOn <= dueOn;
}
