import { compareRatios, type Fraction, type Ratio } from "@/lib/core/ratio";
import { contributions } from "@/lib/metrics/contribution";
import type { Forecast, Refusal } from "@/lib/metrics/forecast/types";
import { fractionOf, minus } from "@/lib/metrics/fractions";
import { funnelLimits, funnelPlace } from "@/lib/metrics/funnel";
import { rankIntervals } from "@/lib/metrics/rank-interval";
import { targetRate } from "@/lib/metrics/target";
import { proRata, type Verdict } from "@/lib/metrics/verdict";
import { measureStanding } from "@/lib/scoreboard/rules";
import type { BoardNode, Measure, MeasureStanding, Scoreboard } from "@/lib/scoreboard/types";
import { isComparable } from "../rules";
import type { FunnelEntry, Overview, Place, Snapshot, Split, VerdictChange } from "../types";

const worth: Readonly<Record<Verdict, number | null>> = {
  MET: 2,
  ON_SCHEDULE: 1,
  BEHIND: 0,
  NOT_MET: 0,
  NOT_APPLICABLE: null,
};

/** Those under the agency whose verdict is another than a month before. */
export function verdictChanges({ board, monthBefore }: Overview, measure: Measure): VerdictChange[] {
  if (monthBefore === null) return [];
  const { month } = monthBefore.period;
  return board.children.flatMap((node): VerdictChange[] => {
    const then = monthBefore.children.get(node.agency)?.[measure] ?? null;
    const [before, now] = [
      worth[measureStanding(then, node[measure].target, month).verdict],
      worth[node[measure].verdict],
    ];
    if (before === null || now === null || before === now) return [];
    return [{ node, direction: now > before ? "better" : "worse" }];
  });
}

/** What the agency's change is measured from: the month before, or last year's same month where the year begins. */
export function reference({ monthBefore, yearBefore }: Overview): Snapshot | null {
  const before = monthBefore ?? yearBefore;
  return before && isComparable(before) ? before : null;
}

/**
 * The agency's change since the reference split over those under it, largest first. Null when there is nothing to
 * compare, when too few have reported yet, or when the parts would not add up to the change because some were placed nowhere.
 */
export function splitOf(overview: Overview, measure: Measure): Split | null {
  const before = reference(overview);
  const { root, children } = overview.board;
  const now = root[measure].ratio;
  const then = before?.whole[measure] ?? null;
  if (before === null || now === null || then === null) return null;
  if (children.length === 0 || !isComparable(root.coverage)) return null;
  const split = contributions(
    children.map((node) => ({
      item: node,
      before: before.children.get(node.agency)?.[measure] ?? null,
      after: node[measure].ratio,
    })),
  );
  const change = difference(now, then);
  if (split === null || change === null || compare(split.change, change) !== 0) return null;
  const parts = split.children.sort((a, b) => compare(size(b.total), size(a.total)));
  return { since: before.period, change, parts };
}

/** Those under the agency by rate, ties shared, each with the ranks that chance could have given it. */
export function placesOf({ children }: Scoreboard, measure: Measure): Place[] {
  return rankIntervals(children, (node) => {
    const ratio = node[measure].ratio;
    return ratio && { ratio, cases: node.cases.ratio?.denominator ?? 0n };
  });
}

/** Those under the agency in the funnel around its rate, by the cases behind each. */
export function funnelOf({ root, children }: Scoreboard, measure: Measure): FunnelEntry[] {
  const parent = root[measure].ratio;
  if (parent === null) return [];
  return children.flatMap((node): FunnelEntry[] => {
    const ratio = node[measure].ratio;
    const cases = node.cases.ratio?.denominator ?? 0n;
    const [limits, place] = [
      funnelLimits(parent, cases),
      ratio && cases > 0n ? funnelPlace(ratio, parent, cases) : null,
    ];
    return limits && place ? [{ node, cases, limits, place }] : [];
  });
}

/** Behind now, or more likely than not to miss: the least likely first, then the farthest behind its pace. */
export function strugglers({ board, childForecasts }: Overview, measure: Measure): BoardNode[] {
  const chance = (node: BoardNode) => probabilityOf(childForecasts.get(node.agency)?.[measure]);
  const isOne = (node: BoardNode) => {
    const { verdict } = node[measure];
    return verdict === "BEHIND" || verdict === "NOT_MET" || (chance(node) ?? 1) < 0.5;
  };
  const keyed = board.children.filter(isOne).map((node) => ({
    node,
    chance: chance(node) ?? 1,
    lag: lag(node[measure], board.period.month) ?? { n: 0n, d: 1n },
  }));
  return keyed.sort((a, b) => a.chance - b.chance || compare(a.lag, b.lag)).map(({ node }) => node);
}

/** The probability of a forecast; null for a refusal or without a target. */
export function probabilityOf(forecast: Forecast | Refusal | undefined): number | null {
  return forecast?.kind === "forecast" ? forecast.probability : null;
}

/** What is due by a month: the linear part of the target, at the year's end the target itself. */
export function dueBy({ target }: MeasureStanding, month: number): Fraction | null {
  return target && proRata(target.target, month);
}

/** The exact rate minus what is due by the month; null without either. */
export function lag(standing: MeasureStanding, month: number): Fraction | null {
  const due = dueBy(standing, month);
  const rate = standing.ratio && fractionOf(standing.ratio);
  return due && rate && minus(rate, due);
}

/** The exact rate minus the target of the year; null without either. */
export function distance({ ratio, target }: MeasureStanding): Fraction | null {
  const [rate, asked] = [ratio && fractionOf(ratio), target && targetRate(target.target)];
  return rate && asked && minus(rate, asked);
}

/** The difference of two rates as a fraction of one; null when either has nothing to divide by. */
export function difference(now: Ratio | null, then: Ratio | null): Fraction | null {
  const [after, before] = [now && fractionOf(now), then && fractionOf(then)];
  return after && before && minus(after, before);
}

function compare(a: Fraction, b: Fraction): number {
  return compareRatios({ numerator: a.n, denominator: a.d }, { numerator: b.n, denominator: b.d });
}

function size({ n, d }: Fraction): Fraction {
  return { n: n < 0n ? -n : n, d };
}
