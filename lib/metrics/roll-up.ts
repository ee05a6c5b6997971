import type { Ratio } from "@/lib/core/ratio";

/** Summed figures of some agencies, in cases or đồng, and how many of the expected agencies have reported. */
export type Standing = { completed: bigint; eligible: bigint; reported: number; expected: number };

/**
 * One standing for many, column by column (rule V09): absolute figures are added, rates never averaged.
 * The same in any grouping and order. The sum of nothing has reported 0.
 */
export function combine(standings: readonly Standing[]): Standing {
  return standings.reduce<Standing>(
    (sum, { completed, eligible, reported, expected }) => ({
      completed: sum.completed + completed,
      eligible: sum.eligible + eligible,
      reported: sum.reported + reported,
      expected: sum.expected + expected,
    }),
    { completed: 0n, eligible: 0n, reported: 0, expected: 0 },
  );
}

/** Completed over eligible; null when nobody has reported, since missing is not zero. */
export function ratioOf({ completed, eligible, reported }: Standing): Ratio | null {
  return reported === 0 ? null : { numerator: completed, denominator: eligible };
}
