/** Whole numbers only: fractions are millionths, so that every machine scores alike. */
export const MILLION = 1_000_000n;

/** The whole root, rounded down, of a number at least 0. */
export function root(n: bigint): bigint {
  if (n < 2n) return n < 0n ? 0n : n;
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

/** The natural logarithm of n / d in millionths, both above 0. */
export function logarithm(n: bigint, d: bigint): bigint {
  return ((halvings(n) - halvings(d)) * 693_147n) >> FRACTION;
}

const FRACTION = 24n;
const MANTISSA = 48n;

/** e to the power of minus x, in millionths as x is; x at least 0. */
export function decay(x: bigint): bigint {
  let [sum, term] = [MILLION, MILLION];
  for (let k = 1n; term > 0n; k += 1n) {
    term = (term * x) / (MILLION * k);
    sum += term;
  }
  return (MILLION * MILLION) / sum;
}

/** The binary logarithm with 24 fractional bits: the whole part is the length, the rest comes by repeated squaring. */
function halvings(n: bigint): bigint {
  if (n <= 0n) throw new RangeError("Only numbers above 0 have a logarithm");
  const length = BigInt(n.toString(2).length - 1);
  let mantissa = length > MANTISSA ? n >> (length - MANTISSA) : n << (MANTISSA - length);
  let result = length;
  for (let bit = 0n; bit < FRACTION; bit += 1n) {
    mantissa = (mantissa * mantissa) >> MANTISSA;
    result <<= 1n;
    if (mantissa >> (MANTISSA + 1n) !== 0n) {
      result += 1n;
      mantissa >>= 1n;
    }
  }
  return result;
}

/** The middle of a list, the mean of the two middle ones when even; 0 of nothing. */
export function median(list: readonly bigint[]): bigint {
  const sorted = [...list].sort(ascending);
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0n, sorted[sorted.length >> 1] ?? 0n];
  return (low + high) / 2n;
}

/** The value below which half of the weight lies; 0 of nothing. */
export function weightedMedian(list: readonly { value: bigint; weight: bigint }[]): bigint {
  const sorted = [...list].sort((a, b) => ascending(a.value, b.value));
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0n) / 2n;
  let reached = 0n;
  for (const { value, weight } of sorted) {
    reached += weight;
    if (reached > half) return value;
  }
  return sorted.at(-1)?.value ?? 0n;
}

/** The deviation that half of the list stays within, scaled to that of a bell curve (× 1,4826). */
export function spread(list: readonly bigint[], middle: bigint): bigint {
  return (median(list.map((value) => magnitude(value - middle))) * 14_826n) / 10_000n;
}

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

export function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
