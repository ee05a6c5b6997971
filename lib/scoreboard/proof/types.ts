import type { Column, Measure } from "@/lib/form/columns";
import type { BoardNode, Scoreboard } from "../types";

/** Who did something to a report, and when. */
export type Deed = { name: string; at: Date };

/** A revision that was approved once: in force, or replaced by a later one. */
export type ProvenRevision = {
  revision: number;
  kind: "ORIGINAL" | "SUPPLEMENT" | "HISTORY";
  status: "APPROVED" | "LOCKED" | "SUPERSEDED";
  formVersion: string;
  illustrative: boolean;
  source: string | null;
  reason: string | null;
  entered: Deed;
  submitted: Deed | null;
  approved: Deed | null;
  /** Numerator and denominator per measure. */
  totals: Readonly<Record<Measure, { completed: bigint; eligible: bigint } | null>>;
  /** Every column of the form, typed and derived, per measure. */
  columns: Readonly<Record<Measure, Readonly<Partial<Record<Column, bigint>>>>>;
};

/** One unit and its revision in force, if it has one. */
export type ProvenUnit = { agency: string; name: string; own: boolean; current: ProvenRevision | null };

/** The proof of a number: the nation from provinces, a province from forms, a unit from its columns. */
export type Proof = {
  board: Scoreboard;
  node: BoardNode;
} & (
  | { level: "nation" }
  | { level: "province"; units: readonly ProvenUnit[] }
  | { level: "unit"; revisions: readonly ProvenRevision[]; shown: ProvenRevision | null }
);
