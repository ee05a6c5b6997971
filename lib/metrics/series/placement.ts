import { addDays, type Day } from "@/lib/core/day";
import type { Fraction } from "@/lib/core/ratio";
import { existsOn, groupedBy } from "@/lib/metrics/series/lineage";
import type { Allocation, Lineage, Succession } from "@/lib/metrics/series/types";

/** A part of an agency's figures and where it belongs on the base. */
export type Part = { agency: string; weight: Fraction; isEstimated: boolean };

/** Where the figures of an agency on one day belong on another day; empty when they have no place there. */
export type Placement = (agency: string, from: Day, to: Day) => readonly Part[];

/** One event on the way: whom the figures pass to, and from which day on to go on looking. */
type Step = { on: Day; resume: Day; others: readonly string[] };

const whole: Fraction = { n: 1n, d: 1n };

/**
 * What becomes of figures that nobody allocated: they have no place, or one with every heir, in equal parts. Then an heir
 * that is gone on the base is named too.
 */
type Unallocated = "nowhere" | "everywhere";

/**
 * Follows successions forwards, and backwards for a base before them. Merging adds up; a split, and a merger undone,
 * need an allocation: without one the figures have no place. Throws RangeError on weights that do not add up to 1.
 * "everywhere" is for asking where figures could belong, never for amounts.
 */
export function placementOf(
  lineage: Lineage,
  allocations: readonly Allocation[],
  unallocated: Unallocated = "nowhere",
): Placement {
  const isAnywhere = unallocated === "everywhere";
  const explicit = new Map(allocations.map((each) => [`${each.agency} ${each.on}`, asserted(each)]));
  const ahead = groupedBy(lineage.successions, ({ predecessor }) => predecessor);
  const behind = groupedBy(lineage.successions, ({ successor }) => successor);
  const stepFor = (agency: string, from: Day, to: Day): Step | null =>
    from <= to
      ? stepAhead(ahead.get(agency) ?? [], from, to)
      : stepBack(lineage, agency, behind.get(agency) ?? [], { from, to });

  const follow = (part: Part, from: Day, to: Day): readonly Part[] => {
    const step = stepFor(part.agency, from, to);
    if (step === null) return isAnywhere || existsOn(lineage, part.agency, to) ? [part] : [];
    const stated = explicit.get(`${part.agency} ${step.on}`)?.weights;
    const divided = divide(part, step, stated ?? (isAnywhere ? equal(step) : []));
    const placed = divided.map((each) => follow(each, step.resume, to));
    return placed.some((parts) => parts.length === 0) ? [] : placed.flat();
  };
  return (agency, from, to) => joined(follow({ agency, weight: whole, isEstimated: false }, from, to));
}

function stepAhead(successions: readonly Succession[], from: Day, to: Day): Step | null {
  const later = successions.filter(({ effectiveOn }) => from < effectiveOn && effectiveOn <= to);
  const [on] = later.map(({ effectiveOn }) => effectiveOn).sort();
  if (on === undefined) return null;
  const others = later.filter(({ effectiveOn }) => effectiveOn === on).map(({ successor }) => successor);
  return { on, resume: on, others };
}

/** An agency that took over others and stood before them is one of those it came from. */
function stepBack(
  lineage: Lineage,
  agency: string,
  successions: readonly Succession[],
  { from, to }: { from: Day; to: Day },
): Step | null {
  const earlier = successions.filter(({ effectiveOn }) => to < effectiveOn && effectiveOn <= from);
  const on = earlier
    .map(({ effectiveOn }) => effectiveOn)
    .sort()
    .at(-1);
  if (on === undefined) return null;
  const resume = addDays(on, -1);
  const others = earlier
    .filter(({ effectiveOn }) => effectiveOn === on)
    .map(({ predecessor }) => predecessor);
  const stood = !others.includes(agency) && existsOn(lineage, agency, resume);
  return { on, resume, others: stood ? [...others, agency] : others };
}

function equal({ others }: Step): Allocation["weights"] {
  return others.map((agency) => ({ agency, weight: { n: 1n, d: BigInt(others.length) } }));
}

function divide(part: Part, { others }: Step, weights: Allocation["weights"]): Part[] {
  const [only] = others;
  if (others.length === 1 && only !== undefined) return [{ ...part, agency: only }];
  const stranger = weights.find(({ agency }) => !others.includes(agency));
  if (stranger !== undefined) throw new RangeError(`${stranger.agency} has no part in ${part.agency}`);
  return weights.map(({ agency, weight }) => {
    const product = reduced(part.weight.n * weight.n, part.weight.d * weight.d);
    return { agency, weight: product, isEstimated: true };
  });
}

function joined(parts: readonly Part[]): Part[] {
  const byAgency = new Map<string, Part>();
  for (const part of parts) {
    const before = byAgency.get(part.agency);
    byAgency.set(
      part.agency,
      before === undefined ? part : { ...part, weight: plus(before.weight, part.weight) },
    );
  }
  return [...byAgency.values()];
}

function asserted(allocation: Allocation): Allocation {
  const total = allocation.weights.reduce((sum, { weight }) => plus(sum, weight), { n: 0n, d: 1n });
  const isWrong = allocation.weights.some(({ weight }) => weight.n < 0n || weight.d <= 0n);
  const names = new Set(allocation.weights.map(({ agency }) => agency));
  if (isWrong || total.n !== total.d || names.size !== allocation.weights.length)
    throw new RangeError(`The parts of ${allocation.agency} on ${allocation.on} must add up to exactly 1`);
  return allocation;
}

function plus(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.d + b.n * a.d, a.d * b.d);
}

function reduced(n: bigint, d: bigint): Fraction {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? { n, d } : { n: n / a, d: d / a };
}
