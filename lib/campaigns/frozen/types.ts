import type { Period } from "@/lib/core/period";
import type { Verdict } from "@/lib/metrics/verdict";

/** A line of one agency as it was frozen; exact numbers as text. */
export type FrozenCell = {
  numerator: string | null;
  denominator: string | null;
  count: string | null;
  targetPct: string | null;
  verdict: Verdict;
};

export type FrozenRow = {
  agency: string;
  name: string;
  own: boolean;
  rank: number | null;
  met: number;
  judged: number;
  caseload: string | null;
  illustrative: boolean;
  lines: Readonly<Record<string, FrozenCell>>;
};

/** A unit's report that went in: which revision, and its four numbers. */
export type FrozenInput = {
  agency: string;
  year: number;
  month: number;
  revision: number;
  casesDone: string;
  casesEligible: string;
  moneyDone: string;
  moneyEligible: string;
};

/** What is signed: the lines, where everybody stood, and every report it rests on. */
export type Snapshot = {
  campaign: string;
  phase: number;
  phaseName: string;
  root: string;
  /** The cumulative months the figures are of. */
  periods: readonly Period[];
  lines: readonly {
    position: number;
    wording: string;
    indicator: string | null;
    isCompared: boolean;
    whole: FrozenCell | null;
  }[];
  standings: readonly FrozenRow[];
  activities: readonly {
    position: number;
    wording: string;
    verified: string;
    waiting: string;
    reached: number;
    asked: number;
  }[];
  inputs: readonly FrozenInput[];
};

/** One cell that would be otherwise today. */
export type Change = {
  agency: string;
  name: string;
  /** The line's position; null for the rank. */
  line: number | null;
  before: string;
  after: string;
};

/** A signed snapshot as somebody may see it, with what later corrections would change. */
export type Frozen = {
  phase: number;
  phaseName: string;
  by: string;
  at: Date;
  hash: string;
  snapshot: Snapshot;
  changes: readonly Change[];
};
