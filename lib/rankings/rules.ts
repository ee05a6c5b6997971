import type { Period } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import { derive } from "@/lib/form/derive";
import { formVersionFor } from "@/lib/form/version";
import { type DefinitionInputs, rateBy } from "@/lib/metrics/definitions";
import { fraction } from "@/lib/metrics/fractions";
import { rankWithTies } from "@/lib/metrics/rank";
import { GATES_2015, type GateTarget, type Grade } from "@/lib/metrics/rank-gate";
import { gradesLeftOpen } from "@/lib/metrics/rank-gate-open";
import { rankIntervals } from "@/lib/metrics/rank-interval";
import { isMet, targetRate } from "@/lib/metrics/target";
import type { GroupSums } from "@/lib/results/sums/types";
import type { BoardNode, Measure, MeasureStanding } from "@/lib/scoreboard/types";
import type { RankingState } from "./schema";
import type { RankedAgency, RankingBasis } from "./types";

/** Those below in the order of the official rate; a second definition has its own order among the same agencies. */
export function rankingOf(
  { board, sums }: RankingBasis,
  { measure, min, other }: Pick<RankingState, "measure" | "min" | "other">,
): RankedAgency[] {
  const { children, period } = board;
  const places = rankIntervals(
    children,
    (node) => {
      const { ratio } = node[measure];
      return ratio && { ratio, cases: node.cases.ratio?.denominator ?? 0n };
    },
    BigInt(min),
  );
  const otherRatio = (node: BoardNode) =>
    other ? rateBy(other, inputsOf(sums.get(node.agency), measure, period), measure) : null;
  const ranked = new Set(places.filter(({ rank }) => rank !== null).map(({ item }) => item));
  const others = rankWithTies(children, (node) => (ranked.has(node) ? otherRatio(node) : null));
  return places.map((place): RankedAgency => {
    const ratio = otherRatio(place.item);
    const rank = others.find(({ item }) => item === place.item)?.rank ?? null;
    return {
      place,
      other: ratio && { ratio, rank },
      grades: period.month === 12 ? gradesOf(place.item) : null,
    };
  });
}

/** The columns that definitions are made of, as far as every report of the group has them. */
function inputsOf(sums: GroupSums | undefined, measure: Measure, period: Period): DefinitionInputs {
  const figures = sums?.[measure] ?? {};
  const { eligible, totalEnforceable } = derive(figures, formVersionFor(period), measure);
  const { completed, terminated, reduced } = figures;
  return {
    ...{ completed: completed ?? null, terminated: terminated ?? null, reduced: reduced ?? null },
    ...{ eligible: eligible ?? null, totalEnforceable: totalEnforceable ?? null },
  };
}

/** What the rate targets leave open of the gates of 2015; the third, fewer carried over, is not assigned here. */
function gradesOf(node: BoardNode): readonly Grade[] {
  return gradesLeftOpen(GATES_2015, [gateTarget(node.cases), gateTarget(node.money), null]);
}

/** A target as a gate sees it; null where it cannot be judged. */
export function gateTarget({ ratio, target }: MeasureStanding): GateTarget | null {
  const asked = target && targetRate(target.target);
  const met = ratio && target && isMet(ratio, target.target);
  if (!asked || asked.n === 0n || ratio === null || met === null) return null;
  return { isMet: met, shortBy: met ? { n: 0n, d: 1n } : shortBy(ratio, asked) };
}

function shortBy({ numerator, denominator }: Ratio, { n, d }: { n: bigint; d: bigint }) {
  return fraction(n * denominator - numerator * d, n * denominator);
}
