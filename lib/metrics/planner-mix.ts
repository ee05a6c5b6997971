import { type Ratio, sumRatios } from "@/lib/core/ratio";
import { isReachable } from "@/lib/metrics/planner";
import { evenly, shares } from "@/lib/metrics/shares";
import { isMet, remaining, type Target } from "@/lib/metrics/target";

/** Open eligible work that costs the same for each case (or đồng): in progress 1, postponed by agreement more. */
export type Tier = { cost: bigint; available: bigint };

/** A unit of a province; without `tiers` everything eligible and not done costs 1. */
export type UnitWork = { agency: string; ratio: Ratio; tiers?: readonly Tier[]; target?: Target };

/** What one unit should still complete. */
export type UnitShare = {
  agency: string;
  amount: bigint;
  cost: bigint;
  weekly: readonly bigint[];
  /** Whether the unit then meets its own target; null without one or with nothing due. */
  meetsOwn: boolean | null;
};

/** The cheapest mix; `short` is what is missing even if every unit completes all it may. */
export type Mix = { needed: bigint; short: bigint; cost: bigint; units: readonly UnitShare[] };

export type MixOptions = {
  weeks: number;
  keepOwnTargets: boolean;
  /** More or less of the whole's eligible total that is no unit's yet, as a scenario supposes; 0n without one. */
  eligibleChange?: bigint;
};

type Open = Tier & { unit: number; taken: bigint };

/**
 * The cheapest further completions by unit so that the province passes its target; with `keepOwnTargets` every unit
 * that can still reach its own target does so first. Among equal costs the work is spread in proportion to what each
 * unit still has. Least in total cost: units are nested demands, for which taking the cheapest first is exact.
 */
export function cheapestMix(units: readonly UnitWork[], target: Target, options: MixOptions): Mix {
  const open = units.flatMap(openWork);
  if (options.keepOwnTargets) {
    for (const [index, unit] of units.entries()) {
      take(
        open.filter((tier) => tier.unit === index),
        ownDemand(unit),
      );
    }
  }
  const { numerator, denominator } = sumRatios(units.map(({ ratio }) => ratio));
  const whole = { numerator, denominator: denominator + (options.eligibleChange ?? 0n) };
  const needed = remaining(whole, target);
  const short = take(open, needed - open.reduce((sum, { taken }) => sum + taken, 0n));
  const shared = units.map((unit, index) =>
    shareOf(
      unit,
      open.filter((tier) => tier.unit === index),
      options.weeks,
    ),
  );
  return { needed, short, cost: shared.reduce((sum, { cost }) => sum + cost, 0n), units: shared };
}

function openWork({ agency, ratio, tiers }: UnitWork, unit: number): Open[] {
  const left = ratio.denominator - ratio.numerator;
  const list = tiers ?? [{ cost: 1n, available: left }];
  const total = list.reduce((sum, { available }) => sum + available, 0n);
  if (total > left || list.some(({ cost, available }) => cost < 0n || available < 0n))
    throw new RangeError(`${agency}: open work must be within what is eligible and not done`);
  return list.map((tier) => ({ ...tier, unit, taken: 0n }));
}

/** What the unit's own target asks; nothing where it can no longer be reached with the work it may do. */
function ownDemand({ ratio, target, tiers }: UnitWork): bigint {
  if (target === undefined || isReachable(ratio, target) !== true) return 0n;
  const demand = remaining(ratio, target);
  const most = tiers?.reduce((sum, { available }) => sum + available, 0n) ?? demand;
  return demand <= most ? demand : 0n;
}

/** Takes so much from the cheapest tiers on; answers what could not be taken. */
function take(open: readonly Open[], demand: bigint): bigint {
  let left = demand > 0n ? demand : 0n;
  const costs = [...new Set(open.map(({ cost }) => cost))].sort((a, b) => (a < b ? -1 : 1));
  for (const cost of costs) {
    const tiers = open.filter((tier) => tier.cost === cost && tier.taken < tier.available);
    const free = tiers.map(({ available, taken }) => available - taken);
    const most = free.reduce((sum, each) => sum + each, 0n);
    if (left === 0n || most === 0n) continue;
    const now = left < most ? left : most;
    for (const [index, part] of shares(now, free).entries()) {
      const tier = tiers[index];
      if (tier !== undefined) tier.taken += part;
    }
    left -= now;
  }
  return left;
}

function shareOf({ agency, ratio, target }: UnitWork, tiers: readonly Open[], weeks: number): UnitShare {
  const amount = tiers.reduce((sum, { taken }) => sum + taken, 0n);
  const cost = tiers.reduce((sum, tier) => sum + tier.cost * tier.taken, 0n);
  const after = { numerator: ratio.numerator + amount, denominator: ratio.denominator };
  const meetsOwn = target === undefined ? null : isMet(after, target);
  return { agency, amount, cost, weekly: evenly(amount, weeks), meetsOwn };
}
