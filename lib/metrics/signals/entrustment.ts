import { at, between, type Facts } from "@/lib/metrics/signals/facts";
import { MILLION, root, weightedMedian } from "@/lib/metrics/signals/fixed";
import { type Cohort, millionths, type Reading } from "@/lib/metrics/signals/reading";

/**
 * V14: cases entrusted away in September beyond what the agency's own first eleven months lead to among its peers.
 * They leave the denominator, and often come back elsewhere as new ones. Unit: deviations of a rare count.
 */
export function entrustments({ facts }: Cohort): Reading[] {
  const usual = weightedMedian(
    facts
      .map((one) => ({ one, weight: at(one.cases.entrusted, 11) }))
      .filter(({ weight }) => weight > 0n)
      .map(({ one, weight }) => ({ value: (september(one) * MILLION) / weight, weight })),
  );
  return facts.map((one): Reading => {
    const before = at(one.cases.entrusted, 11);
    const expected = usual * before;
    // A count varies by its own size, and so does the eleven months' count that it is expected from.
    const variance = expected + (before === 0n ? 0n : (expected * usual) / MILLION) + MILLION;
    const excess = september(one) - millionths(usual, before);
    const [done, eligible] = [at(one.cases.done, 12), at(one.cases.eligible, 12)];
    const { year } = one;
    return {
      agency: one.agency,
      residual: ((september(one) * MILLION - expected) * 1000n) / root(variance),
      size: before,
      excess,
      counterfactual: { numerator: done, denominator: eligible + (excess > 0n ? excess : 0n) },
      months: [12],
      evidence: [
        { measure: "cases", column: "entrustedOut", year, month: 11, as: "value", value: before },
        {
          measure: "cases",
          column: "entrustedOut",
          year,
          month: 12,
          as: "value",
          value: at(one.cases.entrusted, 12),
        },
        { measure: "cases", column: "entrustedOut", year, month: 12, as: "movement", value: september(one) },
        { measure: "cases", column: "entrustedOut", year, month: 12, as: "usual", value: expected / MILLION },
        { measure: "cases", column: "eligible", year, month: 12, as: "value", value: eligible },
      ],
    };
  });
}

function september(one: Facts): bigint {
  return between(one.cases.entrusted, 11, 12);
}
