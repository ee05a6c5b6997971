import { compareRatios, type Fraction, type Ratio } from "@/lib/core/ratio";
import { decimalText, roundHalfUp } from "@/lib/core/rounding";

/** How a target compares: "trên", "ít nhất", exactly (100 %), "cao hơn năm trước". */
export type Comparison = "above" | "atLeast" | "equal" | "higherThanBaseline";

/** An assigned target: a rate in basis points (8150n = 81,50 %), or the agency's own earlier result to exceed. */
export type Target =
  | { comparison: "above" | "atLeast" | "equal"; basisPoints: bigint }
  | { comparison: "higherThanBaseline"; baseline: Ratio };

/** Basis points from "83.00", "83,00" or "83.5"; null outside 0–100 or beyond two decimals. Example: 8350n. */
export function parseBasisPoints(text: string): bigint | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (match === null) return null;
  const [, whole = "", decimals = ""] = match;
  const basisPoints = BigInt(whole + decimals.padEnd(2, "0"));
  return basisPoints <= 10_000n ? basisPoints : null;
}

/** Basis points as percent with a point. Example: formatBasisPoints(8300n) is "83.00". */
export function formatBasisPoints(basisPoints: bigint): string {
  return decimalText(basisPoints, 2);
}

/** The rate asked for, exact; null when the baseline had nothing to divide by. Example: 83,00 % is 8300 / 10000. */
export function targetRate(target: Target): Fraction | null {
  if (target.comparison !== "higherThanBaseline") return { n: target.basisPoints, d: 10_000n };
  const { numerator, denominator } = target.baseline;
  return denominator === 0n ? null : { n: numerator, d: denominator };
}

/**
 * Whether the exact rate meets the target; "above" and "higherThanBaseline" are strict.
 * Null when the ratio or the baseline has denominator 0: "không phát sinh", neither pass nor fail.
 */
export function isMet(ratio: Ratio, target: Target): boolean | null {
  const rate = targetRate(target);
  if (rate === null || ratio.denominator === 0n) return null;
  const order = compareRatios(ratio, { numerator: rate.n, denominator: rate.d });
  if (target.comparison === "atLeast") return order >= 0;
  return target.comparison === "equal" ? order === 0 : order > 0;
}

/** The exact rate minus the target as a fraction of one, for `formatPoints`; null as in `isMet`. */
export function excess(ratio: Ratio, target: Target): Fraction | null {
  const rate = targetRate(target);
  if (rate === null || ratio.denominator === 0n) return null;
  return { n: ratio.numerator * rate.d - rate.n * ratio.denominator, d: ratio.denominator * rate.d };
}

/**
 * Percentage points over the target ("vượt"), from unrounded fractions, halves away from zero.
 * Example: 4316/5135 against above 83,00 % is "1.05"; below the target it is negative, as "-5.48".
 */
export function pointsOver(ratio: Ratio, target: Target): string | null {
  const over = excess(ratio, target);
  return over === null ? null : decimalText(roundHalfUp(over.n * 10_000n, over.d), 2);
}

/**
 * The least number of further completions that meets the target while the eligible total stays, in the ratio's unit.
 * "Equal" counts up to the rate; 0n when nothing is missing or nothing is due. A target that cannot be reached
 * (above 100 %) may ask for more than is left. Example: 4262 of 5135 against above 83,00 % leaves 1n.
 */
export function remaining({ numerator, denominator }: Ratio, target: Target): bigint {
  const rate = targetRate(target);
  if (rate === null || denominator === 0n) return 0n;
  const isStrict = target.comparison === "above" || target.comparison === "higherThanBaseline";
  const whole = (rate.n * denominator) / rate.d;
  const needed = isStrict || whole * rate.d < rate.n * denominator ? whole + 1n : whole;
  return needed > numerator ? needed - numerator : 0n;
}
