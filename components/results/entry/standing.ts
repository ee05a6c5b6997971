import type { Fraction, Ratio } from "@/lib/core/ratio";
import type { FormFigures, Measure } from "@/lib/form/columns";
import { rateInputs } from "@/lib/form/derive";
import type { FormVersion } from "@/lib/form/version";
import { excess, remaining, type Target } from "@/lib/metrics/target";
import { type Verdict, verdict } from "@/lib/metrics/verdict";
import type { EntryTarget } from "@/lib/results/types";

/** The rate that figures would give, and how far it is from the target. */
export type RateStanding = {
  ratio: Ratio | null;
  target: EntryTarget | null;
  verdict: Verdict | null;
  /** Exact difference to the target as a fraction of one. */
  excess: Fraction | null;
  remaining: bigint;
};

/** Where one half of the form stands against its target in a month. */
export function rateStanding(
  figures: FormFigures,
  measure: Measure,
  version: FormVersion,
  assigned: EntryTarget | null,
  month: number,
): RateStanding {
  const inputs = rateInputs(figures[measure], version, measure);
  const ratio = inputs && { numerator: inputs.completed, denominator: inputs.eligible };
  const target = targetOf(assigned);
  if (ratio === null || target === null || ratio.denominator < 0n) {
    return { ratio, target: assigned, verdict: null, excess: null, remaining: 0n };
  }
  return {
    ratio,
    target: assigned,
    verdict: verdict(ratio, target, month),
    excess: excess(ratio, target),
    remaining: remaining(ratio, target),
  };
}

/** The target in the terms of lib/metrics; a baseline target names its rate in basis points here. */
function targetOf(assigned: EntryTarget | null): Target | null {
  if (assigned === null) return null;
  const basisPoints = BigInt(assigned.basisPoints);
  if (assigned.comparison !== "higherThanBaseline") return { comparison: assigned.comparison, basisPoints };
  return { comparison: "higherThanBaseline", baseline: { numerator: basisPoints, denominator: 10_000n } };
}
