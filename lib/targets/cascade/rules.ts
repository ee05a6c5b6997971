import type { Ratio } from "@/lib/core/ratio";
import { fraction } from "@/lib/metrics/fractions";
import { shares } from "@/lib/metrics/shares";
import type { Candidate, CascadeCheck, CascadeMethod, Child, Demand, Rise } from "./types";

const FULL = 10_000n;

/**
 * The children's demands weighted by their eligible totals against the parent's, exact. A strict parent ("trên") is
 * reached at equality only when some child with something eligible is strict as well.
 */
export function checkCascade(parent: Demand, children: readonly Child[]): CascadeCheck {
  const eligible = children.reduce((sum, child) => sum + child.eligible, 0n);
  if (eligible === 0n) return { weighted: null, reaches: null, together: null, alone: [] };
  const demands = children.map((child) => ({ ...child, demand: child.demand ?? parent }));
  const weighted = fraction(asked(demands), eligible * FULL);
  if (reaches(parent, demands)) return { weighted, reaches: true, together: 0n, alone: [] };
  return { weighted, reaches: false, together: together(parent, demands), alone: alone(parent, demands) };
}

type Demanded = { agency: string; eligible: bigint; demand: Demand };

function asked(children: readonly Demanded[]): bigint {
  return children.reduce((sum, { eligible, demand }) => sum + eligible * demand.basisPoints, 0n);
}

function reaches(parent: Demand, children: readonly Demanded[]): boolean {
  const eligible = children.reduce((sum, child) => sum + child.eligible, 0n);
  const [sum, need] = [asked(children), eligible * parent.basisPoints];
  if (sum !== need) return sum > need;
  const isStrict = children.some((child) => child.eligible > 0n && child.demand.comparison === "above");
  return parent.comparison !== "above" || isStrict;
}

function raised(child: Demanded, basisPoints: bigint): Demanded {
  const capped = basisPoints > FULL ? FULL : basisPoints < 0n ? 0n : basisPoints;
  return { ...child, demand: demandOf(child.demand.comparison, capped) };
}

/** "Above 100 %" cannot be met: there the demand is all of it. */
function demandOf(comparison: Demand["comparison"], basisPoints: bigint): Demand {
  return comparison === "above" && basisPoints === FULL
    ? { comparison: "atLeast", basisPoints }
    : { comparison, basisPoints };
}

function together(parent: Demand, children: readonly Demanded[]): bigint | null {
  return leastPoint(0n, FULL, (points) =>
    reaches(
      parent,
      children.map((child) => raised(child, child.demand.basisPoints + points)),
    ),
  );
}

function alone(parent: Demand, children: readonly Demanded[]): Rise[] {
  return children
    .filter(({ eligible }) => eligible > 0n)
    .map((child) => {
      const from = child.demand.basisPoints;
      const rest = children.filter((each) => each !== child);
      const to = leastPoint(from, FULL, (points) => reaches(parent, [...rest, raised(child, points)]));
      return { agency: child.agency, from, to };
    });
}

/** The least whole number in a range at which a condition that stays true once it is true holds; null = nowhere. */
function leastPoint(from: bigint, to: bigint, holds: (point: bigint) => boolean): bigint | null {
  if (!holds(to)) return null;
  let [low, high] = [from, to];
  while (low < high) {
    const middle = low + (high - low) / 2n;
    if (holds(middle)) high = middle;
    else low = middle + 1n;
  }
  return low;
}

/**
 * Demands of the children that together reach the parent's: the same for all ("copy"); each its last result and the
 * same points more ("points"; who has no last result gets the parent's); or the completions needed divided by weight
 * ("weight", nobody above 100 %). Null when no such demands exist.
 */
export function propose(
  method: CascadeMethod,
  parent: Demand,
  candidates: readonly Candidate[],
): Child[] | null {
  if (method === "copy") return candidates.map((child) => ({ ...bare(child), demand: parent }));
  return method === "points" ? byEqualPoints(parent, candidates) : byWeight(parent, candidates);
}

function bare({ agency, eligible }: Candidate): Omit<Child, "demand"> {
  return { agency, eligible };
}

function byEqualPoints(parent: Demand, candidates: readonly Candidate[]): Child[] | null {
  const at = (points: bigint): Demanded[] =>
    candidates.map((child) => {
      const last = lastPoints(child.baseline);
      const demanded = { ...bare(child), demand: parent };
      return last === null ? demanded : raised(demanded, last + points);
    });
  const points = leastPoint(-FULL, FULL, (each) => reaches(parent, at(each)));
  return points === null ? null : at(points);
}

/** The last result in whole basis points, rounded up: who repeats it does not fall below the demand by rounding. */
function lastPoints(baseline: Ratio | null): bigint | null {
  if (baseline === null || baseline.denominator === 0n) return null;
  return (baseline.numerator * FULL + baseline.denominator - 1n) / baseline.denominator;
}

function byWeight(parent: Demand, candidates: readonly Candidate[]): Child[] | null {
  const eligible = candidates.reduce((sum, child) => sum + child.eligible, 0n);
  const product = parent.basisPoints * eligible;
  const needed = parent.comparison === "above" ? product / FULL + 1n : (product + FULL - 1n) / FULL;
  const parts = dividedWithin(needed, candidates);
  if (parts === null) return null;
  return candidates.map((child) => {
    const part = parts.get(child.agency) ?? 0n;
    const points = child.eligible === 0n ? parent.basisPoints : ceil(part * FULL, child.eligible);
    return { ...bare(child), demand: demandOf(parent.comparison, points) };
  });
}

/** A total divided by weight so that no part exceeds what is eligible; null when it does not fit. */
function dividedWithin(total: bigint, candidates: readonly Candidate[]): Map<string, bigint> | null {
  const parts = new Map<string, bigint>();
  let [left, open] = [total, candidates.filter(({ weight, eligible }) => weight > 0n && eligible > 0n)];
  while (left > 0n) {
    if (open.length === 0) return null;
    const divided = shares(
      left,
      open.map(({ weight }) => weight),
    );
    const full = open.filter(({ eligible }, at) => (divided[at] ?? 0n) > eligible);
    if (full.length === 0) {
      for (const [at, { agency }] of open.entries()) parts.set(agency, divided[at] ?? 0n);
      return parts;
    }
    for (const { agency, eligible } of full) parts.set(agency, eligible);
    left -= full.reduce((sum, { eligible }) => sum + eligible, 0n);
    open = open.filter((child) => !full.includes(child));
  }
  return parts;
}

function ceil(n: bigint, d: bigint): bigint {
  return (n + d - 1n) / d;
}
