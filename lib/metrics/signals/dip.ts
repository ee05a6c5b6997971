import { at, between, type Facts } from "@/lib/metrics/signals/facts";
import { MILLION, root, weightedMedian } from "@/lib/metrics/signals/fixed";
import type { Cohort, Reading } from "@/lib/metrics/signals/reading";

type Season = { september: bigint; october: bigint };

/**
 * V15: new cases missing in September that come in October beyond what the agency's own eleven months lead to; the
 * lesser of the two is what was held back. Nothing is said before October is reported. Unit: deviations of a count.
 */
export function dips({ facts }: Cohort): Reading[] {
  const known = facts.filter((one) => one.october !== null && at(one.cases.newly, 11) > 0n);
  const season = {
    september: share(known, september),
    october: share(known, (one) => one.october?.newly ?? 0n),
  };
  return known.map((one) => reading(one, season));
}

function reading(one: Facts, season: Season): Reading {
  const before = at(one.cases.newly, 11);
  const october = one.october?.newly ?? 0n;
  const [expected, later] = [season.september * before, season.october * before];
  const [missing, extra] = [expected - september(one) * MILLION, october * MILLION - later];
  const held = missing < extra ? missing : extra;
  const excess = held / MILLION;
  const [done, eligible] = [at(one.cases.done, 12), at(one.cases.eligible, 12)];
  const { year } = one;
  return {
    agency: one.agency,
    residual: together(deviations(missing, expected), deviations(extra, later)),
    size: before,
    excess,
    counterfactual: {
      numerator: done,
      denominator: eligible + (excess > 0n ? eligiblePart(one, excess) : 0n),
    },
    months: [12, 13],
    evidence: [
      { measure: "cases", column: "newlyAccepted", year, month: 11, as: "value", value: before },
      { measure: "cases", column: "newlyAccepted", year, month: 12, as: "movement", value: september(one) },
      { measure: "cases", column: "newlyAccepted", year, month: 12, as: "usual", value: expected / MILLION },
      { measure: "cases", column: "newlyAccepted", year: year + 1, month: 1, as: "movement", value: october },
      {
        measure: "cases",
        column: "newlyAccepted",
        year: year + 1,
        month: 1,
        as: "usual",
        value: later / MILLION,
      },
      { measure: "cases", column: "eligible", year, month: 12, as: "value", value: eligible },
    ],
  };
}

/** A month's count varies, and so does the expectation drawn from eleven others. */
function deviations(beyond: bigint, expected: bigint): bigint {
  return (beyond * 1000n) / root((expected * 14n) / 12n + MILLION);
}

/** Both months have to be out of the usual; then they speak together, as two witnesses. */
function together(missing: bigint, extra: bigint): bigint {
  const lesser = missing < extra ? missing : extra;
  return lesser < MILLION ? lesser : ((missing + extra) * 100n) / 141n;
}

function september(one: Facts): bigint {
  return between(one.cases.newly, 11, 12);
}

function share(facts: readonly Facts[], of: (one: Facts) => bigint): bigint {
  return weightedMedian(
    facts.map((one) => {
      const weight = at(one.cases.newly, 11);
      return { value: (of(one) * MILLION) / weight, weight };
    }),
  );
}

/** Of new cases, as many count as eligible as of the agency's whole docket. */
function eligiblePart(one: Facts, cases: bigint): bigint {
  const [eligible, waiting] = [at(one.cases.eligible, 12), at(one.cases.notYet, 12)];
  return eligible + waiting === 0n ? cases : (cases * eligible) / (eligible + waiting);
}
