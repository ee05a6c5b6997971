import type { Actor } from "@/lib/auth/actor";
import { GRANTS } from "@/lib/auth/permissions";
import { addDays, type Day } from "@/lib/core/day";
import type { CasesQuery } from "../register/schema";
import { CASE_STATES, OPEN_STATES } from "../types";
import type { ListState } from "./schema";

/** Where a reader of the register begins: the agency of the first role that may read cases; null = none does. */
export function registerHome(actor: Actor): string | null {
  const found = actor.assignments.find(
    ({ role }) => GRANTS[role]["cases.read"] !== undefined || GRANTS[role]["cases.readOwn"] !== undefined,
  );
  return found?.agency ?? null;
}

/** What the list's state asks of the register. */
export function casesQueryOf(
  state: ListState,
  place: { agency: string; withUnits: boolean; today: Day },
  limit: number,
): CasesQuery {
  const { q, court, category, initiative, officer, millions, order, after } = state;
  const enteredBefore = earliest(
    state.before,
    state.age === undefined ? undefined : addDays(place.today, 1 - 365 * state.age),
  );
  return {
    ...{ agency: place.agency, children: place.withUnits, order, limit, q, court },
    ...{ category, initiative, officer, enteredBefore, after, state: statesOf(state.state) },
    minOutstanding: millions === undefined ? undefined : BigInt(millions) * 1_000_000n,
  };
}

function statesOf(state: ListState["state"]): CasesQuery["state"] {
  if (state === "ALL") return undefined;
  return state === "OPEN" ? [...OPEN_STATES] : CASE_STATES.filter((each) => each === state);
}

function earliest(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
