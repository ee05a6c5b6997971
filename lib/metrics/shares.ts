/**
 * Whole parts of a total in proportion to weights, adding up to it exactly (largest remainder; ties go to the earlier
 * part). Weights are at least 0 and not all 0. Example: shares(10n, [1n, 1n, 1n]) is [4n, 3n, 3n].
 */
export function shares(total: bigint, weights: readonly bigint[]): bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  if (all <= 0n || weights.some((weight) => weight < 0n))
    throw new RangeError("Weights must add up to more than 0");
  const parts = weights.map((weight, place) => {
    const product = total * weight;
    return { place, whole: product / all, rest: product % all };
  });
  let left = parts.reduce((rest, { whole }) => rest - whole, total);
  const largestFirst = [...parts].sort((a, b) =>
    a.rest === b.rest ? a.place - b.place : a.rest < b.rest ? 1 : -1,
  );
  for (const part of largestFirst) {
    if (left === 0n) break;
    part.whole += 1n;
    left -= 1n;
  }
  return parts.map(({ whole }) => whole);
}

/** A total over so many weeks, as even as whole numbers allow, the larger first. Example: evenly(7n, 3) is [3n, 2n, 2n]. */
export function evenly(total: bigint, weeks: number): bigint[] {
  return weeks === 0
    ? []
    : shares(
        total,
        Array.from({ length: weeks }, () => 1n),
      );
}
