import type { CaseEventKind, OpenState } from "@/lib/cases/types";
import { addDays, type Day } from "@/lib/core/day";
import { firstDay } from "@/lib/core/period";
import type { InputColumn } from "@/lib/form/columns";
import type { Figures } from "../types";
import { dayIn } from "./days";
import type { SeedEvent } from "./types";

/** The columns a case can stand in besides "in progress". */
export const CLASSES = [
  "postponedByAgreement",
  "suspendedEligible",
  "otherEligible",
  "noCondition",
  "postponedOrSuspendedOther",
] as const;
export type Class = (typeof CLASSES)[number];

/** The columns in which a case ends. */
export const EXITS = [
  "entrustedOut",
  "withdrawnOrCancelled",
  "pulledUpByProvince",
  "terminated",
  "completed",
] as const;
export type Exit = (typeof EXITS)[number];

/** One case: when it came, which class it stands in at each month's end, when and how it ended. */
export type Life = {
  events: SeedEvent[];
  amount: bigint;
  /** 0 = carried over from the year before. */
  entered: number;
  /** Months (1 to 12) at whose end it stands in a class. */
  stays: [month: number, column: Class][];
  exit: { month: number; column: Exit } | null;
  /** Never leaves "in progress": it carries the money that the others leave. */
  isCarrier: boolean;
  /** In the separate register from its first day. */
  isAside: boolean;
};

export const STATE_OF: Readonly<Record<Class, OpenState>> = {
  postponedByAgreement: "POSTPONED_BY_AGREEMENT",
  suspendedEligible: "SUSPENDED_ELIGIBLE",
  otherEligible: "OTHER_ELIGIBLE",
  noCondition: "NO_CONDITION",
  postponedOrSuspendedOther: "POSTPONED_OTHER",
};
const INTO: Readonly<Record<Class, CaseEventKind>> = {
  postponedByAgreement: "POSTPONED_BY_AGREEMENT",
  suspendedEligible: "SUSPENDED_ELIGIBLE",
  otherEligible: "CLASSIFIED_OTHER_ELIGIBLE",
  noCondition: "CLASSIFIED_NO_CONDITION",
  postponedOrSuspendedOther: "POSTPONED_OTHER",
};
const BACK: Readonly<Record<Class, CaseEventKind>> = {
  postponedByAgreement: "RESUMED",
  suspendedEligible: "RESUMED",
  otherEligible: "CLASSIFIED_ELIGIBLE",
  noCondition: "CLASSIFIED_ELIGIBLE",
  postponedOrSuspendedOther: "RESUMED",
};
const END: Readonly<Record<Exit, CaseEventKind>> = {
  entrustedOut: "ENTRUSTED_OUT",
  withdrawnOrCancelled: "WITHDRAWN",
  pulledUpByProvince: "PULLED_UP",
  terminated: "TERMINATED",
  completed: "COMPLETED",
};

/** Cases of the year before that never leave, enough for money of every class and for partial flows. */
const CARRIERS = 8;

type Pool = { working: Life[]; standing: Record<Class, Life[]>; all: Life[] };

/** Lives that make the counts of twelve cumulative months exactly. */
export function livesOf(months: readonly Figures[]): Life[] {
  const pool: Pool = { working: [], standing: emptyClasses(), all: [] };
  const [first] = months;
  if (first === undefined) return [];
  for (let at = 0; at < Number(first.carriedOver); at += 1) begin(pool, 0, at);
  settle(pool, first, 0);
  months.forEach((figures, at) => {
    const before = months[at - 1];
    const month = at + 1;
    const grown = (column: InputColumn) => Number(figures[column] - (before?.[column] ?? 0n));
    for (let each = 0; each < grown("newlyAccepted"); each += 1) begin(pool, month, each);
    for (let each = 0; each < grown("separateRegister"); each += 1) beginAside(pool, month);
    release(pool, figures, month);
    for (const column of EXITS) leave(pool, { month, column }, grown(column));
    settle(pool, figures, month);
    for (const column of CLASSES) for (const life of pool.standing[column]) life.stays.push([month, column]);
  });
  return pool.all;
}

function emptyClasses(): Record<Class, Life[]> {
  return Object.fromEntries(CLASSES.map((column) => [column, []])) as unknown as Record<Class, Life[]>;
}

/** The first of every month's new cases stays, so that somebody carries what the month's money leaves. */
function begin(pool: Pool, entered: number, at: number): void {
  const day = entered === 0 ? addDays(firstDay(2021), -200 + (at % 150)) : dayIn(entered, 1 + (at % 6));
  const life: Life = {
    ...{ amount: 0n, entered, stays: [], exit: null, isAside: false },
    isCarrier: entered === 0 ? at < CARRIERS : at === 0,
    events: [
      { kind: "ACCEPTED", day },
      { kind: "CLASSIFIED_ELIGIBLE", day: addDays(day, 3 + (at % 5)) },
    ],
  };
  pool.all.push(life);
  pool.working.push(life);
}

function beginAside(pool: Pool, entered: number): void {
  pool.all.push({
    ...{ amount: 0n, entered, stays: [], exit: null, isCarrier: false, isAside: true },
    events: [{ kind: "ENTERED_REGISTER", day: dayIn(entered, 20) }],
  });
}

/** Takes from the front who has waited longest; carriers stay. */
function take(from: Life[], count: number): Life[] {
  const taken = from.filter(({ isCarrier }) => !isCarrier).slice(0, Math.max(0, count));
  if (taken.length < count) throw new RangeError(`Only ${taken.length} of ${count} cases can move`);
  for (const life of taken) from.splice(from.indexOf(life), 1);
  return taken;
}

/** Classes that shrink give back before anything ends. */
function release(pool: Pool, figures: Figures, month: number): void {
  for (const column of CLASSES) {
    const over = pool.standing[column].length - Number(figures[column]);
    for (const life of take(pool.standing[column], over)) {
      life.events.push({ kind: BACK[column], day: dayIn(month, 14) });
      pool.working.push(life);
    }
  }
}

function leave(pool: Pool, exit: { month: number; column: Exit }, count: number): void {
  take(pool.working, count).forEach((life, at) => {
    life.exit = exit;
    life.events.push({ kind: END[exit.column], day: dayIn(exit.month, 16 + (at % 8)) });
  });
}

/** Fills every class up to its count; month 0 is before the year. */
function settle(pool: Pool, figures: Figures, month: number): void {
  for (const column of CLASSES) {
    const missing = Number(figures[column]) - pool.standing[column].length;
    for (const life of take(pool.working, missing)) {
      const day: Day = month === 0 ? addDays(firstDay(2021), -20) : dayIn(month, 25);
      life.events.push({ kind: INTO[column], day });
      pool.standing[column].push(life);
    }
  }
}
