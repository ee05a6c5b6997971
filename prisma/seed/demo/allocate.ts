const PPM = 1_000_000;

/** A group of units whose total is prescribed. */
export type Pin = { units: readonly number[]; total: bigint };

/** The element that must be there. */
export function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`No element ${index} of ${list.length}`);
  return value;
}

export function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

/** A factor as an integer of millionths. */
export function ppm(factor: number): bigint {
  return BigInt(Math.round(factor * PPM));
}

/** A whole number times a factor, rounded down. */
export function scale(value: bigint, factor: number): bigint {
  return (value * ppm(factor)) / BigInt(PPM);
}

/** A weight that keeps the fraction `scale` would lose. */
export function weigh(value: bigint, factor: number): bigint {
  return value * ppm(factor);
}

/** Whole shares in proportion to the weights that add up to the total exactly (largest remainder). */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  const all = sum(weights);
  if (all <= 0n) throw new RangeError("Nothing to allocate by");
  const shares = weights.map((weight) => (total * weight) / all);
  const order = weights.map((weight, index) => ({ index, rest: (total * weight) % all }));
  order.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1));
  const missing = Number(total - sum(shares));
  for (const { index } of order.slice(0, missing)) shares[index] = at(shares, index) + 1n;
  return shares;
}

/** As `allocate`, with groups whose totals are given; the other units share what is left. */
export function allocatePinned(total: bigint, weights: readonly bigint[], pins: readonly Pin[]): bigint[] {
  const result = weights.map(() => 0n);
  const pinned = new Set(pins.flatMap((pin) => pin.units));
  const free = weights.map((_, index) => index).filter((index) => !pinned.has(index));
  const groups = [...pins, { units: free, total: total - sum(pins.map((pin) => pin.total)) }];
  for (const group of groups) {
    const shares = allocate(
      group.total,
      group.units.map((unit) => at(weights, unit)),
    );
    group.units.forEach((unit, position) => {
      result[unit] = at(shares, position);
    });
  }
  return result;
}
