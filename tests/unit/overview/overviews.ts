import type { Period } from "@/lib/core/period";
import { refuse } from "@/lib/metrics/forecast/types";
import type { Outlooks, Overview, Rates, Snapshot } from "@/lib/overview/types";
import { completenessOf } from "@/lib/results/completeness/rules";
import type { BoardNode, Scoreboard } from "@/lib/scoreboard/types";

const nothing = { forecast: refuse("too-few-peers"), seasonalShare: null, earlierYears: 0 };
const outlook: Outlooks = { cases: nothing, money: nothing };

/** Another period in which the same nodes stood at these numbers, in both measures. */
export function snapshot(
  period: Period,
  whole: [bigint, bigint],
  children: Readonly<Record<string, [bigint, bigint]>>,
): Snapshot {
  const rates = ([numerator, denominator]: [bigint, bigint]): Rates => ({
    cases: { numerator, denominator },
    money: { numerator, denominator },
  });
  return {
    period,
    whole: rates(whole),
    reported: 1,
    expected: 1,
    children: new Map(Object.entries(children).map(([code, pair]) => [code, rates(pair)])),
  };
}

/** An overview of a board with nothing else known, unless told. */
export function overviewOf(board: Scoreboard, known: Partial<Overview> = {}): Overview {
  return {
    board,
    monthBefore: null,
    yearBefore: null,
    yearLine: [{ month: board.period.month, cases: board.root.cases.ratio, money: board.root.money.ratio }],
    yearLineBefore: [],
    docket: { cases: {}, money: {} },
    timeliness: { counts: completenessOf(board.root.agency, "", []), late: [] },
    outlook,
    childOutlooks: new Map(),
    ...known,
  };
}

/** Forecasts in which the target is met with this probability. */
export function chance(probability: number): Outlooks {
  const forecast = {
    kind: "forecast" as const,
    method: "peer-profiles" as const,
    point: 0.8,
    interval: { level: 0.8, low: 0.78, high: 0.83 },
    probability,
    basis: { ownYears: 3, peers: 60, peerYears: 3 },
    calibration: { years: 3, forecasts: 180, covered: 144 },
  };
  const each = { forecast, seasonalShare: { n: 1n, d: 2n }, earlierYears: 3 };
  return { cases: each, money: each };
}

export const names = (nodes: readonly BoardNode[]) => nodes.map(({ agency }) => agency);
