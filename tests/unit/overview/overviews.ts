import type { Period } from "@/lib/core/period";
import { refuse } from "@/lib/metrics/forecast/types";
import type { Forecasts, Overview, Rates, Snapshot } from "@/lib/overview/types";
import { completenessOf } from "@/lib/results/completeness/rules";
import type { BoardNode, Scoreboard } from "@/lib/scoreboard/types";

const refused: Forecasts = { cases: refuse("too-few-peers"), money: refuse("too-few-peers") };
const noSeason = { share: null, years: 0 };

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
    season: { cases: noSeason, money: noSeason },
    forecasts: refused,
    childForecasts: new Map(),
    ...known,
  };
}

/** Forecasts in which the target is met with this probability. */
export function chance(probability: number): Forecasts {
  const forecast = {
    kind: "forecast" as const,
    method: "peer-profiles" as const,
    point: 0.8,
    interval: { level: 0.8, low: 0.78, high: 0.83 },
    probability,
    basis: { ownYears: 3, peers: 60, peerYears: 3 },
    calibration: { years: 3, forecasts: 180, covered: 144 },
  };
  return { cases: forecast, money: forecast };
}

export const names = (nodes: readonly BoardNode[]) => nodes.map(({ agency }) => agency);
