/** A deterministic stream of numbers in [0, 1): mulberry32. */
export type Random = () => number;

function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A stream of its own for each name, so that adding one unit does not move the others (FNV-1a). */
export function streamFor(seed: number, name: string): Random {
  let hash = 0x811c9dc5 ^ seed;
  for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return mulberry32(hash);
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** Roughly normal, mean 0, deviation 1, never beyond ±3.5 (sum of twelve uniforms). */
export function bell(random: Random): number {
  let sum = 0;
  for (let i = 0; i < 12; i += 1) sum += random();
  return Math.max(-3.5, Math.min(3.5, sum - 6));
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
