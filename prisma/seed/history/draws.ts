import { bell, type Random } from "../demo/prng";

/**
 * Draws made of +, −, ×, ÷ and square roots only, which every machine rounds alike: Math.exp and Math.pow may differ
 * in the last digit from one engine to the next, and a history must not.
 */

/** About e^(deviation × bell): 1 in the middle, never 0 (Padé of order 2; |x| stays below 2). */
export function around(random: Random, deviation: number): number {
  return grow(deviation * bell(random));
}

/** About e^x for |x| ≤ 2. */
function grow(x: number): number {
  const square = (x * x) / 12;
  return (1 + x / 2 + square) / (1 - x / 2 + square);
}

/** A whole number whose mean is `expected` and whose deviation is about its root; never below 0 or above `most`. */
export function count(random: Random, expected: number, most: number): number {
  const spread = expected + Math.sqrt(expected) * (expected > 4 ? bell(random) : 0);
  const floor = Math.floor(Math.max(0, spread));
  const drawn = floor + (random() < Math.max(0, spread) - floor ? 1 : 0);
  return Math.min(drawn, Math.max(0, most));
}

/** Pareto with index 4/3, from 1 upwards: most values near 1, a few very large; cut at `most`. */
export function heavyTail(random: Random, most: number): number {
  const root = Math.sqrt(1 - random());
  return Math.min(most, 1 / (root * Math.sqrt(root)));
}
