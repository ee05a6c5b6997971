import type { Day } from "@/lib/core/day";
import type { Period } from "@/lib/core/period";
import type { MeasuredCode } from "@/lib/indicators/types";

/** Who did a step of a report and when; ids, since names change. */
export type Step = { by: string; at: Date };

/** One typed cell of one report that a figure is made of. */
export type ProofInput = {
  agency: string;
  revision: number;
  /** Half, slice and column as in the form, or a count beside it. Examples: "cases.total.completed", "counts.D02". */
  column: string;
  value: bigint;
  entered: Step;
  submitted: Step | null;
  approved: Step | null;
};

/** A term of the formula: a typed column and whether it is added or taken away. */
export type Term = { column: string; sign: 1 | -1 };

/** A figure: a ratio, or a count, which has no denominator. */
export type Shown = { numerator: bigint; denominator: bigint | null };

/** What a figure claims and everything it was made of, so that anybody can compute it again. */
export type StatedProof = {
  agency: string;
  period: Period;
  /** Only the agency's own office, without those below it. */
  own: boolean;
  indicator: MeasuredCode;
  definition: { version: string; validFrom: Day; source: string };
  formula: { numerator: readonly Term[]; denominator: readonly Term[] };
  /** As the boards show it; they do not read it from these inputs. */
  shown: Shown | null;
  inputs: readonly ProofInput[];
  /** SHA-256 of the claim's name and of every input. */
  hash: string;
  knownAt: Date | null;
};

/** A proof with the names that its codes and ids stand for. */
export type NamedProof = {
  proof: StatedProof;
  agencies: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
};
