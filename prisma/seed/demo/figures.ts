import type { Figures } from "../types";
import { scale } from "./allocate";
import { between, streamFor } from "./prng";

/** One month of one measure before it is split into columns. */
export type Month = {
  carried: bigint;
  newly: bigint;
  entrusted: bigint;
  withdrawn: bigint;
  pulled: bigint;
  total: bigint;
  eligible: bigint;
  done: bigint;
  postponed: bigint;
  register: bigint;
};

/** How a unit splits what is done (10, 10b) and what is eligible but not done (12, 13, 14); constant in the year. */
export type Habits = Record<"terminated" | "reduced" | "agreement" | "suspended" | "other", number>;

export function habitsOf(code: string, measure: "cases" | "money", seed: number): Habits {
  const random = streamFor(seed, `habits ${measure} ${code}`);
  const money = measure === "money";
  return {
    terminated: money ? between(random, 0.012, 0.035) : between(random, 0.025, 0.06),
    reduced: money ? between(random, 0.002, 0.006) : 0,
    agreement: between(random, 0.025, 0.055),
    suspended: between(random, 0.01, 0.022),
    other: between(random, 0.005, 0.016),
  };
}

/** Columns 02–17 and 19 of the cases; 08, 15 and 18 follow from them. */
export function caseFigures(month: Month, habits: Habits): Figures {
  return split(month, habits, null);
}

/** The money columns: a part with no case in it has no money either (V12). */
export function moneyFigures(month: Month, habits: Habits, cases: Figures): Figures {
  return split(month, habits, cases);
}

function split(month: Month, habits: Habits, cases: Figures | null): Figures {
  const part = (whole: bigint, share: number, column: keyof Figures): bigint =>
    cases !== null && cases[column] === 0n ? 0n : scale(whole, share);
  const terminated = part(month.done, habits.terminated, "terminated");
  const reduced = part(month.done, habits.reduced, "completed");
  const rest = month.eligible - month.done;
  const agreement = part(rest, habits.agreement, "postponedByAgreement");
  const suspended = part(rest, habits.suspended, "suspendedEligible");
  const other = part(rest, habits.other, "otherEligible");
  return {
    carriedOver: month.carried,
    newlyAccepted: month.newly,
    entrustedOut: month.entrusted,
    withdrawnOrCancelled: month.withdrawn,
    pulledUpByProvince: month.pulled,
    completed: month.done - terminated - reduced,
    terminated,
    reduced,
    inProgress: rest - agreement - suspended - other,
    postponedByAgreement: agreement,
    suspendedEligible: suspended,
    otherEligible: other,
    noCondition: month.total - month.eligible - month.postponed,
    postponedOrSuspendedOther: month.postponed,
    separateRegister: month.register,
  };
}
