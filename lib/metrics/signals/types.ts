import type { Ratio } from "@/lib/core/ratio";
import type { Target } from "@/lib/metrics/target";

/** What the year end of an agency may make one ask about (V13–V15 and P47 of the domain). */
export const SIGNAL_KINDS = [
  "lateReclassification",
  "circularEntrustment",
  "septemberDip",
  "bunching",
  "doneWithoutMoney",
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** Typed columns of the form that signals look at; absent = missing. */
export type SignalColumn =
  | "newlyAccepted"
  | "entrustedOut"
  | "completed"
  | "terminated"
  | "reduced"
  | "inProgress"
  | "postponedByAgreement"
  | "suspendedEligible"
  | "otherEligible"
  | "noCondition"
  | "postponedOrSuspendedOther"
  | "separateRegister";

export type SignalMeasure = "cases" | "money";

/** One cumulative form, as lib/form's FormFigures. */
export type SignalForm = Readonly<Record<SignalMeasure, Readonly<Partial<Record<SignalColumn, bigint>>>>>;

/** One statistical year of one agency; null = that month was not reported. */
export type SignalYear = { agency: string; year: number; months: readonly (SignalForm | null)[] };

/** The targets of an agency for a year; bunching is asked about only where there is one. */
export type TargetOf = (agency: string, year: number, measure: SignalMeasure) => Target | null;

/** A number that the question rests on: what one month's form says, or what the months in question moved. */
export type Evidence = {
  measure: SignalMeasure;
  column: SignalColumn | "done" | "eligible" | "notYetEligible" | "neededForTarget";
  year: number;
  month: number;
  /** "value" is cumulative, as on the form; "movement" of the months in question; "usual" what peers would show. */
  as: "value" | "movement" | "usual";
  value: bigint;
};

/** Something to ask an agency about: never an accusation, answered by a person. */
export type Signal = {
  agency: string;
  year: number;
  /** Months of the statistical year it is about; 13 is October of the next one. */
  months: readonly number[];
  kind: SignalKind;
  evidence: readonly Evidence[];
  /** The rate of cases as reported for the year, and as it would be without the pattern. */
  reported: Ratio;
  counterfactual: Ratio;
  /** Cases beyond what is usual. */
  excess: bigint;
  /** Deviations from what is usual, in hundredths; see thresholds.ts for each kind's bar. */
  score: bigint;
};
