import type { Ratio } from "@/lib/core/ratio";
import { recompute } from "../rules";
import type { ProofInput, StatedProof, Step } from "../types";

/** One report that counts: what it adds to the figure, and who signed it. */
export type FormLine = {
  agency: string;
  revision: number;
  ratio: Ratio;
  entered: Step;
  approved: Step | null;
};

/** The typed cells of a proof summarised to the reports they are of, in the order of the cells. */
export function formLines({ formula, inputs }: Pick<StatedProof, "formula" | "inputs">): FormLine[] {
  const forms = new Map<string, ProofInput[]>();
  for (const input of inputs) forms.set(input.agency, [...(forms.get(input.agency) ?? []), input]);
  return [...forms].flatMap(([agency, cells]) => {
    const [first] = cells;
    const sum = recompute({ formula, inputs: cells });
    if (!first || sum === null || sum.denominator === null) return [];
    const { revision, entered, approved } = first;
    const ratio = { numerator: sum.numerator, denominator: sum.denominator };
    return [{ agency, revision, ratio, entered, approved }];
  });
}

/** When the first and the last of these steps were done, and by how many people; null when there are none. */
export function spanOf(steps: readonly (Step | null)[]): { first: Date; last: Date; people: number } | null {
  const done = steps.filter((step) => step !== null);
  const times = done.map(({ at }) => at.getTime()).sort((a, b) => a - b);
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { first: new Date(first), last: new Date(last), people: new Set(done.map(({ by }) => by)).size };
}
