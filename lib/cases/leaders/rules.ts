import type { DocketGroup } from "../register/types";
import type { CaseEventKind, CaseState, Category } from "../types";

/** Events that take a case out of the eligible ones, the denominator of the headline rate. */
export const LEAVING_KINDS: readonly CaseEventKind[] = [
  "CLASSIFIED_NO_CONDITION",
  "POSTPONED_OTHER",
  "SUSPENDED_OTHER",
];

/** The open states that count as eligible. */
export const RETURNED_STATES: readonly CaseState[] = [
  "ACCEPTED",
  "IN_PROGRESS",
  "OTHER_ELIGIBLE",
  "POSTPONED_BY_AGREEMENT",
  "SUSPENDED_ELIGIBLE",
];

export type GroupSum = Readonly<{ cases: number; outstanding: bigint; eligible: number }>;

/** The open cases of a category: how many, how much, and how many of them are eligible. */
export function sumOfCategory(groups: readonly DocketGroup[], category: Category): GroupSum {
  return sumOf(groups.filter((group) => group.category === category));
}

/** The same over any groups. */
export function sumOf(groups: readonly DocketGroup[]): GroupSum {
  return groups.reduce<GroupSum>(
    (sum, { cases, outstanding, state }) => ({
      cases: sum.cases + cases,
      outstanding: sum.outstanding + outstanding,
      eligible: sum.eligible + (RETURNED_STATES.includes(state) ? cases : 0),
    }),
    { cases: 0, outstanding: 0n, eligible: 0 },
  );
}
