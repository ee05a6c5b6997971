import type { CaseEvent, CaseFacts, Urgency } from "@/lib/cases/types";
import type { Day } from "@/lib/core/day";

/** A stated event; the number of its line and its agency follow from the case. `recordedAt` is an instant. */
export type SeedEvent = Pick<CaseEvent, "kind" | "day" | "amount" | "aside"> & { recordedAt?: string };

/** One illustrative case with its events, the first one its acceptance. */
export type SeedCase = CaseFacts & {
  agency: string;
  year: number;
  number: number;
  court: string;
  judgmentDate: Day;
  receivedOn: Day;
  decisionDate: Day;
  decisionDue: Day;
  urgency: Urgency;
  obligation: string;
  /** Login of the officer who has it from the first day on. */
  officer: string | null;
  /** Names that say they are invented; none for generated masses. */
  debtor: string | null;
  creditor: string | null;
  events: readonly SeedEvent[];
};
