import { decimalText, roundHalfUp } from "@/lib/core/rounding";

/** Completed over eligible, in one unit (cases or đồng). A zero denominator is "không phát sinh", not 0 %. */
export type Ratio = { numerator: bigint; denominator: bigint };

/** An exact number n / d with d above zero. */
export type Fraction = { n: bigint; d: bigint };

/**
 * The rate in percent, rounded half up once from the exact ratio; null when the denominator is 0.
 * Example: percent({ numerator: 4316n, denominator: 5135n }) is "84.05"; with 1 decimal it is "84.1".
 */
export function percent({ numerator, denominator }: Ratio, decimals = 2): string | null {
  if (denominator === 0n) return null;
  return decimalText(roundHalfUp(numerator * 10n ** BigInt(decimals + 2), denominator), decimals);
}

/** The rate in percent cut after two decimals, for figures that must not round up to a target. Example: "84.04". */
export function truncatedPercent({ numerator, denominator }: Ratio): string | null {
  return denominator === 0n ? null : decimalText((numerator * 10_000n) / denominator, 2);
}

/** Exact order of two ratios: -1, 0 or 1. Throws RangeError on a zero denominator, which has no place in an order. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  if (a.denominator <= 0n || b.denominator <= 0n)
    throw new RangeError("Only ratios to more than zero compare");
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** The ratio of the sums: rates are never averaged (rule V09). The sum of nothing has denominator 0. */
export function sumRatios(list: readonly Ratio[]): Ratio {
  return list.reduce<Ratio>(
    (sum, { numerator, denominator }) => ({
      numerator: sum.numerator + numerator,
      denominator: sum.denominator + denominator,
    }),
    { numerator: 0n, denominator: 0n },
  );
}
