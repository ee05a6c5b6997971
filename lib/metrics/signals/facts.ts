import type { SignalColumn, SignalForm, SignalMeasure, SignalYear } from "@/lib/metrics/signals/types";

/** Thirteen cumulative values: index 0 is 0, index n the end of month n. */
type Path = readonly bigint[];

/** One complete year of an agency in the sums that signals look at. */
export type Facts = {
  agency: string;
  year: number;
  cases: Record<"newly" | "entrusted" | "done" | "eligible" | "notYet", Path>;
  money: Record<"done" | "eligible", Path>;
  /** October of the next year: new files, and the not yet eligible; null while it is not reported. */
  october: { newly: bigint; notYet: bigint } | null;
  /** What left the not yet eligible for the separate register within the year; 0 where it is not stated. */
  register: bigint;
};

const done = ["completed", "terminated", "reduced"] as const;
const open = ["inProgress", "postponedByAgreement", "suspendedEligible", "otherEligible"] as const;
const notYet = ["noCondition", "postponedOrSuspendedOther"] as const;

/** Reads a year; null while a month or a needed column is missing, since nothing can be asked about it. */
export function factsOf({ agency, year, months }: SignalYear, next: SignalYear | undefined): Facts | null {
  const path = (measure: SignalMeasure, columns: readonly SignalColumn[]) =>
    pathOf(months.map((form) => form && sumOf(form, measure, columns)));
  const [doneCases, eligibleCases] = [path("cases", done), path("cases", [...done, ...open])];
  const [doneMoney, eligibleMoney] = [path("money", done), path("money", [...done, ...open])];
  const waiting = path("cases", notYet);
  const [newly, entrusted] = [path("cases", ["newlyAccepted"]), path("cases", ["entrustedOut"])];
  if (!(doneCases && eligibleCases && doneMoney && eligibleMoney && waiting && newly && entrusted))
    return null;
  return {
    agency,
    year,
    cases: { newly, entrusted, done: doneCases, eligible: eligibleCases, notYet: waiting },
    money: { done: doneMoney, eligible: eligibleMoney },
    october: octoberOf(next?.months[0]),
    register: months[11]?.cases.separateRegister ?? 0n,
  };
}

function octoberOf(form: SignalForm | null | undefined): Facts["october"] {
  if (!form) return null;
  const [newly, waiting] = [sumOf(form, "cases", ["newlyAccepted"]), sumOf(form, "cases", notYet)];
  return newly === null || waiting === null ? null : { newly, notYet: waiting };
}

/** The value at the end of a month 0–12. */
export function at(path: Path, month: number): bigint {
  const value = path[month];
  if (value === undefined) throw new RangeError(`No month ${month}`);
  return value;
}

/** What came between the ends of two months. */
export function between(path: Path, from: number, to: number): bigint {
  return at(path, to) - at(path, from);
}

function pathOf(values: readonly (bigint | null)[]): Path | null {
  const known = values.flatMap((value) => (value === null ? [] : [value]));
  return known.length === 12 ? [0n, ...known] : null;
}

/** Column 10b exists for money only. */
function sumOf(form: SignalForm, measure: SignalMeasure, columns: readonly SignalColumn[]): bigint | null {
  let sum = 0n;
  for (const column of columns) {
    const value = form[measure][column] ?? (measure === "cases" && column === "reduced" ? 0n : null);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
