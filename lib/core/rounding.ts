/**
 * The whole number nearest to n / d, halves away from zero ("làm tròn"); `d` is above zero.
 * Example: roundHalfUp(5n, 2n) is 3n, roundHalfUp(-5n, 2n) is -3n.
 */
export function roundHalfUp(n: bigint, d: bigint): bigint {
  if (d <= 0n) throw new RangeError("The denominator must be above zero");
  const size = n < 0n ? -n : n;
  const rounded = (2n * size + d) / (2n * d);
  return n < 0n ? -rounded : rounded;
}

/** Writes hundredths (or another power of ten) as a decimal with a point. Example: decimalText(-548n, 2) is "-5.48". */
export function decimalText(units: bigint, decimals: number): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, "0");
  const sign = units < 0n ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
