import type { Day } from "@/lib/core/day";
import type { CaseEventKind, CaseState, Category, Initiative, OpenState, Urgency } from "../types";

/** A case as a list shows it: nothing personal. Amounts are whole đồng; `id` is a bigint as text. */
export type CaseLine = Readonly<{
  id: string;
  agency: string;
  numberedBy: string;
  year: number;
  number: number;
  court: string;
  judgmentNumber: string;
  judgmentDate: Day;
  decisionNumber: string;
  decisionDate: Day;
  inTime: boolean;
  initiative: Initiative;
  category: Category;
  state: CaseState;
  amount: bigint;
  outstanding: bigint;
  enteredOn: Day;
  standingOn: Day;
  officer: string | null;
  illustrative: boolean;
}>;

/** One page of a list; `next` is the cursor of the page after it. */
export type CasePage = Readonly<{ cases: readonly CaseLine[]; next: string | null }>;

/** One event in a case's timeline, with how the case stood afterwards. */
export type TimelineEvent = Readonly<{
  seq: number;
  kind: CaseEventKind;
  day: Day;
  amount: bigint | null;
  aside: bigint;
  asideState: OpenState | null;
  ground: string;
  reference: string;
  note: string;
  counters: number | null;
  /** The later event that cancelled this one. */
  counteredBy: number | null;
  agency: string;
  state: CaseState;
  outstanding: bigint;
  recordedBy: string;
  recordedAt: Date;
}>;

/** The officer of a case from a day until a day (exclusive; null = still). */
export type CaseOfficer = Readonly<{ login: string; name: string; from: Day; until: Day | null }>;

/** A whole case without its parties: those are opened one by one, see lib/cases/parties. */
export type CaseFile = CaseLine &
  Readonly<{
    effectiveDate: Day;
    receivedOn: Day;
    decisionDue: Day;
    urgency: Urgency;
    obligation: string;
    aside: bigint;
    asideState: OpenState | null;
    lastSeq: number;
    /** The event a counter-event would cancel. */
    standingSeq: number;
    timeline: readonly TimelineEvent[];
    officers: readonly CaseOfficer[];
    /** How many parties are kept apart. */
    parties: number;
    mayRecord: boolean;
    mayAssign: boolean;
    mayOpenParties: boolean;
  }>;

/** The docket of an agency in groups: what leaders look at. */
export type DocketGroup = Readonly<{
  category: Category;
  initiative: Initiative;
  state: CaseState;
  cases: number;
  outstanding: bigint;
}>;
/** How long open cases have been waiting: less than one year, one, two, three to four, five and more. */
export type DocketAge = Readonly<{ years: 0 | 1 | 2 | 3 | 5; cases: number; outstanding: bigint }>;
export type OfficerLoad = Readonly<{ login: string; name: string; cases: number; outstanding: bigint }>;
export type Docket = Readonly<{
  agency: string;
  groups: readonly DocketGroup[];
  ages: readonly DocketAge[];
  officers: readonly OfficerLoad[];
  /** Open cases that no officer has. */
  unassigned: number;
}>;
