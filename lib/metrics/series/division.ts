import type { Fraction } from "@/lib/core/ratio";
import { shares } from "@/lib/metrics/shares";

/** Two amounts of one figure, in cases or đồng; completed is usually a part of eligible. */
export type Amounts = { completed: bigint; eligible: bigint };

/**
 * Amounts in proportion to weights that add up to 1, preserved to the đồng: completed and what is left of eligible are
 * divided apart by largest remainder, so that each part keeps completed ≤ eligible where the whole does.
 */
export function dividedBy(weights: readonly Fraction[], { completed, eligible }: Amounts): Amounts[] {
  const common = weights.reduce((product, { d }) => product * d, 1n);
  const whole = weights.map(({ n, d }) => (n * common) / d);
  const done = shares(completed, whole);
  if (eligible < completed) {
    const all = shares(eligible, whole);
    return weights.map((_, index) => ({ completed: done[index] ?? 0n, eligible: all[index] ?? 0n }));
  }
  const rest = shares(eligible - completed, whole);
  return weights.map((_, index) => {
    const own = done[index] ?? 0n;
    return { completed: own, eligible: own + (rest[index] ?? 0n) };
  });
}
