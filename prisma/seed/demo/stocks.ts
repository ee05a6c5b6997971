import { at, scale } from "./allocate";
import { type Anchors, anchorsOf, type Plan } from "./anchors";
import { type Outflows, outPath } from "./outflows";
import { cumulativePath, sharePath } from "./path";
import { between, type Random, streamFor } from "./prng";
import type { Unit } from "./units";

/** One measure of one unit through the year; every list has twelve cumulative values. */
export type Stocks = Outflows & {
  carried: bigint;
  newly: bigint[];
  total: bigint[];
  eligible: bigint[];
  done: bigint[];
};

/** Monthly weights: a slow Tết month, a push before the half year and the year end, an ordinary September intake. */
const INTAKE = [1.1, 0.97, 0.95, 1.02, 0.8, 1.1, 1, 1.01, 1.02, 0.99, 1.02, 0.97] as const;
const DONE = [0.75, 0.95, 1.05, 0.95, 0.85, 1.35, 0.82, 0.92, 1.1, 0.96, 1.08, 1.2] as const;

/** The eligible share in October against March. */
const OPENING_SHARE = { cases: 0.955, money: 0.98 } as const;

/** Units that reclassify abruptly in September, so that the integrity signal (V13) has something to show. */
const RECLASSIFIERS = ["cc-019", "cc-288", "cc-482", "cc-643", "cc-741", "cc-868"];

/** Twelve months of every unit for one measure. */
export function buildStocks(plan: Plan): Stocks[] {
  const streams = plan.units.map((unit) => streamFor(plan.seed, `${plan.measure} ${unit.code}`));
  const anchors = anchorsOf(plan, streams);
  return plan.units.map((unit, index) => unitStocks(plan, unit, index, anchors, at(streams, index)));
}

function unitStocks(plan: Plan, unit: Unit, index: number, anchors: Anchors, random: Random): Stocks {
  const outflows = at(plan.outflows, index);
  const jittered = (weights: readonly number[], by: number): number[] =>
    weights.map((weight) => weight * between(random, 1 - by, 1 + by));
  const path = (
    points: readonly [number, keyof Anchors][],
    weights: readonly number[],
    by: number,
  ): bigint[] =>
    cumulativePath(
      points.map(([month, key]) => ({ month, value: at(anchors[key], index) })),
      jittered(weights, by),
    );
  const carried = at(anchors.carried, index);
  const newly = path(
    [
      [3, "newly3"],
      [6, "newly6"],
      [12, "newly12"],
    ],
    INTAKE,
    0.06,
  );
  const done = path(
    [
      [6, "done6"],
      [12, "done12"],
    ],
    DONE,
    0.1,
  );
  const out = outPath(outflows);
  const total = newly.map((value, month) => carried + value - at(out, month));
  const ends = { eligible6: at(anchors.eligible6, index), eligible12: at(anchors.eligible12, index) };
  const opening = OPENING_SHARE[plan.measure] * between(random, 0.985, 1.015);
  const eligible = eligiblePath(total, ends, opening, RECLASSIFIERS.includes(unit.code));
  return { ...outflows, carried, newly, total, eligible, done };
}

/** The eligible share moves in a straight line between October, March and September. */
function eligiblePath(
  total: readonly bigint[],
  ends: { eligible6: bigint; eligible12: bigint },
  opening: number,
  reclassifies: boolean,
): bigint[] {
  const half = Number(ends.eligible6) / Number(at(total, 5));
  const year = Number(ends.eligible12) / Number(at(total, 11));
  const shares = sharePath([
    { month: 1, share: half * opening },
    { month: 6, share: half },
    { month: 12, share: year },
  ]);
  return total.map((value, month) => {
    if (month === 5) return ends.eligible6;
    if (month === 11) return ends.eligible12;
    const swollen = reclassifies && month > 5 ? (1 - at(shares, month)) * 0.065 * (month - 5) : 0;
    return scale(value, at(shares, month) + swollen);
  });
}
