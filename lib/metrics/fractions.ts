import type { Fraction, Ratio } from "@/lib/core/ratio";

export const ZERO: Fraction = { n: 0n, d: 1n };

/** n / d in lowest terms with d above zero; RangeError when d is 0. */
export function fraction(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError("The denominator must not be zero");
  const common = greatestDivisor(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / common, d: d / common };
}

/** A ratio as an exact number; null when it has nothing to divide by. */
export function fractionOf({ numerator, denominator }: Ratio): Fraction | null {
  return denominator === 0n ? null : fraction(numerator, denominator);
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

/** The number halfway between two. */
export function middle(a: Fraction, b: Fraction): Fraction {
  return times(plus(a, b), { n: 1n, d: 2n });
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
