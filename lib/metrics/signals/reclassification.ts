import { at, between, type Facts } from "@/lib/metrics/signals/facts";
import { ascending, MILLION, root, weightedMedian } from "@/lib/metrics/signals/fixed";
import type { Cohort, Reading } from "@/lib/metrics/signals/reading";
import { RECLASSIFICATION } from "@/lib/metrics/signals/thresholds";

/** The end of July: what moves after it moves near the year's end. */
const BEFORE = 10;

/** Cases in millionths, beyond what agencies with as many eligible ones show. */
type Moves = { september: bigint; bothMonths: bigint; backInOctober: bigint | null };

/**
 * V13: cases that leave "có điều kiện" for "chưa có điều kiện" in August and September beyond what agencies with as
 * many eligible cases show, and come back in October. Unit: cases to the root of the eligible total.
 */
export function reclassifications({ facts }: Cohort): Reading[] {
  const moving = facts.filter((one) => at(one.cases.eligible, BEFORE) > 0n);
  const september = beyondUsual(moving, (one) => between(one.cases.notYet, 11, 12));
  const bothMonths = beyondUsual(moving, (one) => between(one.cases.notYet, BEFORE, 12));
  const backInOctober = beyondUsual(
    moving.filter((one) => one.october !== null),
    (one) => at(one.cases.notYet, 12) - one.register - (one.october?.notYet ?? 0n),
  );
  return moving.map((one) =>
    reading(one, {
      september: september.get(one) ?? 0n,
      bothMonths: bothMonths.get(one) ?? 0n,
      backInOctober: backInOctober.get(one) ?? null,
    }),
  );
}

function beyondUsual(facts: readonly Facts[], of: (one: Facts) => bigint): Map<Facts, bigint> {
  const weighed = facts.map((one) => ({ one, weight: at(one.cases.eligible, BEFORE) }));
  const usual = weightedMedian(
    weighed.map(({ one, weight }) => ({ value: (of(one) * MILLION) / weight, weight })),
  );
  return new Map(weighed.map(({ one, weight }) => [one, of(one) * MILLION - usual * weight]));
}

function reading(one: Facts, moves: Moves): Reading {
  const size = at(one.cases.eligible, BEFORE);
  const moved = between(one.cases.notYet, BEFORE, 12);
  const excess = moves.bothMonths / MILLION;
  const [done, eligible] = [at(one.cases.done, 12), at(one.cases.eligible, 12)];
  const evidence = { measure: "cases", year: one.year } as const;
  return {
    agency: one.agency,
    residual: (strongest(moves) * 1000n) / root(size * MILLION),
    size,
    excess,
    counterfactual: { numerator: done, denominator: eligible + (excess > 0n ? excess : 0n) },
    months: [11, 12],
    evidence: [
      {
        ...evidence,
        column: "notYetEligible",
        month: BEFORE,
        as: "value",
        value: at(one.cases.notYet, BEFORE),
      },
      { ...evidence, column: "notYetEligible", month: 12, as: "value", value: at(one.cases.notYet, 12) },
      { ...evidence, column: "notYetEligible", month: 12, as: "movement", value: moved },
      { ...evidence, column: "notYetEligible", month: 12, as: "usual", value: moved - excess },
      { ...evidence, column: "eligible", month: BEFORE, as: "value", value: size },
      { ...evidence, column: "eligible", month: 12, as: "value", value: eligible },
    ],
  };
}

/** One month varies less than two, and going out and coming back less than twice either: each by its own weight. */
function strongest({ september, bothMonths, backInOctober }: Moves): bigint {
  const out = largest([september, bothMonths]);
  const alone = [(september * RECLASSIFICATION.september) / 100n, bothMonths];
  const back = backInOctober === null || backInOctober < 0n ? [] : [out + backInOctober];
  return largest([...alone, ...back.map((cases) => (cases * RECLASSIFICATION.andBack) / 100n)]);
}

function largest(list: readonly bigint[]): bigint {
  return [...list].sort(ascending).at(-1) ?? 0n;
}
