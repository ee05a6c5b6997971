import { allocate, at, scale, weigh } from "./allocate";
import { cumulativePath, proportionalPath } from "./path";
import { between, type Random, streamFor } from "./prng";
import type { Unit } from "./units";

/** What leaves a unit: entrusted, withdrawn or cancelled, pulled up by the province; cumulative by month. */
export type Outflows = { entrusted: bigint[]; withdrawn: bigint[]; pulled: bigint[] };

/** C01 896.533 − C07 861.529 = 35.004, published only as a difference; the split is illustrative. */
const NATIONAL_CASES = { entrusted: 31_402n, withdrawn: 1_237n, pulled: 2_365n } as const;

/** September takes 7 % of the year's entrustments, less than a twelfth: nothing odd at the year end (V14). */
const SEPTEMBER_SHARE = 0.07;

/** Cases leaving each unit, adding up to the published difference. */
export function caseOutflows(totals: readonly bigint[], units: readonly Unit[], seed: number): Outflows[] {
  const streams = units.map((unit) => streamFor(seed, `out ${unit.code}`));
  const weights = totals.map((total, index) => weigh(total, between(at(streams, index), 0.6, 1.4)));
  const districts = weights.map((weight, index) => (at(units, index).isProvince ? 0n : weight));
  const entrusted = allocate(NATIONAL_CASES.entrusted, weights);
  const withdrawn = allocate(NATIONAL_CASES.withdrawn, weights);
  const pulled = allocate(NATIONAL_CASES.pulled, districts);
  return units.map((_, index) => {
    const random = at(streams, index);
    return {
      entrusted: flow(at(entrusted, index), random),
      withdrawn: flow(at(withdrawn, index), random),
      pulled: flow(at(pulled, index), random),
    };
  });
}

/** Money leaves with the cases, at a value somewhat below the unit's mean case. */
export function moneyOutflows(
  cases: readonly Outflows[],
  totals: { cases: readonly bigint[]; money: readonly bigint[] },
  units: readonly Unit[],
  seed: number,
): Outflows[] {
  return cases.map((unit, index) => {
    const random = streamFor(seed, `out money ${at(units, index).code}`);
    const mean = at(totals.money, index) / at(totals.cases, index);
    const money = (path: readonly bigint[]): bigint[] =>
      proportionalPath(path, scale(at(path, 11) * mean, between(random, 0.45, 0.95)));
    return { entrusted: money(unit.entrusted), withdrawn: money(unit.withdrawn), pulled: money(unit.pulled) };
  });
}

/** All three together, by month. */
export function outPath(flows: Outflows): bigint[] {
  return flows.entrusted.map((value, index) => value + at(flows.withdrawn, index) + at(flows.pulled, index));
}

function flow(total: bigint, random: Random): bigint[] {
  const beforeSeptember = total - scale(total, SEPTEMBER_SHARE);
  const weights = [0.8, 0.95, 1, 1, 0.8, 1.1, 1.05, 1.05, 1.1, 1.05, 1.1, 1].map(
    (w) => w * between(random, 0.9, 1.1),
  );
  return cumulativePath(
    [
      { month: 11, value: beforeSeptember },
      { month: 12, value: total },
    ],
    weights,
  );
}
