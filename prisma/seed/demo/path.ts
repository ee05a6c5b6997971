import { at, ppm } from "./allocate";

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** A cumulative value that is prescribed at the end of a month. */
export type Anchor = { month: number; value: bigint };

/**
 * Twelve cumulative values through the anchors (the last at month 12), starting from 0 and split inside each segment
 * by the monthly weights. Never decreases when the anchors do not.
 */
export function cumulativePath(anchors: readonly Anchor[], weights: readonly number[]): bigint[] {
  const path: bigint[] = [];
  let from: Anchor = { month: 0, value: 0n };
  for (const to of anchors) {
    path.push(...segment(from, to, weights.slice(from.month, to.month)));
    from = to;
  }
  return path;
}

function segment(from: Anchor, to: Anchor, weights: readonly number[]): bigint[] {
  const all = weights.reduce((total, weight) => total + weight, 0);
  let reached = 0;
  return weights.map((weight, index) => {
    reached += weight;
    if (index === weights.length - 1) return to.value;
    return from.value + ((to.value - from.value) * ppm(reached / all)) / 1_000_000n;
  });
}

/** Moves in step with another cumulative path and ends at `end`; 0 wherever the other is 0. */
export function proportionalPath(leader: readonly bigint[], end: bigint): bigint[] {
  const last = at(leader, leader.length - 1);
  return leader.map((value) => (last === 0n ? 0n : (end * value) / last));
}

/** A straight line of shares between (month, share) points, from month 1 to 12. */
export function sharePath(points: readonly { month: number; share: number }[]): number[] {
  return MONTHS.map((month) => {
    const next = points.findIndex((point) => point.month >= month);
    const right = at(points, next);
    if (right.month === month) return right.share;
    const left = at(points, next - 1);
    return left.share + ((right.share - left.share) * (month - left.month)) / (right.month - left.month);
  });
}
