import type { Ratio } from "@/lib/core/ratio";
import { at, between, type Facts } from "@/lib/metrics/signals/facts";
import { logarithm, MILLION, weightedMedian } from "@/lib/metrics/signals/fixed";
import { type Cohort, millionths, type Reading } from "@/lib/metrics/signals/reading";
import { BUNCHING } from "@/lib/metrics/signals/thresholds";
import type { Evidence, SignalMeasure } from "@/lib/metrics/signals/types";
import { isMet, excess as over, remaining, type Target } from "@/lib/metrics/target";

/** How an agency's year end lies to its target in one measure. */
type Landing = { over: bigint; isJustAbove: boolean; bits: bigint; needed: bigint };

const measures: readonly SignalMeasure[] = ["cases", "money"];

/**
 * Year ends that lie just above the target again and again, in cases and in money, this year and in those before.
 * The residual is the surprise in bits (millionths): how rarely agencies near their targets land so close above.
 */
export function bunchings(cohorts: readonly Cohort[]): Reading[] {
  const [now] = cohorts;
  if (now === undefined) return [];
  const landed = cohorts.map(
    (cohort) => new Map(measures.map((measure) => [measure, landings(cohort, measure)])),
  );
  const usual = septemberShare(now.facts);
  return now.facts.flatMap((one): Reading[] => {
    const found = landed.map((byMeasure) =>
      measures.map((measure) => byMeasure.get(measure)?.get(one.agency)),
    );
    if (!found[0]?.some((landing) => landing?.isJustAbove)) return [];
    const bits = found.flat().reduce((sum, landing) => sum + (landing?.bits ?? 0n), 0n);
    return [reading(one, bits, found[0], usual)];
  });
}

function reading(one: Facts, bits: bigint, landed: readonly (Landing | undefined)[], usual: bigint): Reading {
  const eligible = at(one.cases.eligible, 12);
  const september = between(one.cases.done, 11, 12);
  const expected = millionths(usual, eligible - at(one.cases.done, 11));
  const { year } = one;
  const needed = landed.flatMap((landing, index): Evidence[] => {
    const measure = measures[index];
    if (landing === undefined || measure === undefined || !landing.isJustAbove) return [];
    return [
      { measure, column: "neededForTarget", year, month: 12, as: "value", value: landing.needed },
      { measure, column: "done", year, month: 12, as: "value", value: at(one[measure].done, 12) },
      { measure, column: "eligible", year, month: 12, as: "value", value: at(one[measure].eligible, 12) },
    ];
  });
  return {
    agency: one.agency,
    residual: bits,
    size: eligible,
    excess: september - expected,
    counterfactual: { numerator: at(one.cases.done, 11) + expected, denominator: eligible },
    months: [12],
    evidence: [
      ...needed,
      { measure: "cases", column: "done", year, month: 12, as: "movement", value: september },
      { measure: "cases", column: "done", year, month: 12, as: "usual", value: expected },
    ],
  };
}

/** What part of the work still open at the end of August agencies finish in September. */
function septemberShare(facts: readonly Facts[]): bigint {
  const open = facts.map((one) => ({ one, weight: at(one.cases.eligible, 12) - at(one.cases.done, 11) }));
  return weightedMedian(
    open
      .filter(({ weight }) => weight > 0n)
      .map(({ one, weight }) => ({ value: (between(one.cases.done, 11, 12) * MILLION) / weight, weight })),
  );
}

function landings({ year, facts, targetOf }: Cohort, measure: SignalMeasure): Map<string, Landing> {
  const aimed = facts.flatMap((one) => {
    const target = targetOf(one.agency, year, measure);
    const ratio = { numerator: at(one[measure].done, 12), denominator: at(one[measure].eligible, 12) };
    return target === null || isMet(ratio, target) === null ? [] : [{ one, target, ratio }];
  });
  const near = aimed.filter(({ ratio, target }) => {
    const basisPoints = basisPointsOver(ratio, target);
    return basisPoints <= BUNCHING.around && basisPoints >= -BUNCHING.around;
  });
  return new Map(
    aimed.map(({ one, target, ratio }) => [
      one.agency,
      landing(ratio, target, { near: BigInt(near.length), all: BigInt(aimed.length), measure }),
    ]),
  );
}

/** An even spread of the peers near their targets says how rarely a year ends so close above one. */
function landing(
  ratio: Ratio,
  target: Target,
  peers: { near: bigint; all: bigint; measure: SignalMeasure },
): Landing {
  const needed = remaining({ numerator: 0n, denominator: ratio.denominator }, target);
  const beyond = ratio.numerator - needed;
  const band = (ratio.denominator * BUNCHING.justAbove[peers.measure]) / 10_000n;
  const isJustAbove = beyond >= 0n && beyond <= (peers.measure === "cases" && band < 1n ? 1n : band);
  if (!isJustAbove) return { over: beyond, isJustAbove, bits: 0n, needed };
  // The band's own width counts, not the exact place in it, so that a whole hit is worth the same for all.
  const width = peers.measure === "cases" ? (band < 1n ? 2n : band + 1n) : band + 1n;
  const chance = {
    n: (peers.near + 1n) * width * 10_000n,
    d: (peers.all + 1n) * 2n * BUNCHING.around * ratio.denominator,
  };
  const bits = chance.n >= chance.d ? 0n : (logarithm(chance.d, chance.n) * MILLION) / 693_147n;
  return { over: beyond, isJustAbove, bits, needed };
}

function basisPointsOver(ratio: Ratio, target: Target): bigint {
  const fraction = over(ratio, target);
  return fraction === null ? 0n : (fraction.n * 10_000n) / fraction.d;
}
