import { forecastFrom, learnFrom } from "@/lib/metrics/forecast/forecast";
import type { Peer, RateYear } from "@/lib/metrics/forecast/types";
import { BASELINES, pastErrors, rateOf } from "./baselines";

/** One forecast that was possible at the time, beside how the year ended; rates as fractions of one. */
export type Trial = {
  year: number;
  month: number;
  end: number;
  low: number;
  point: number;
  high: number;
  /** Pinball loss over the three quantiles, in percentage points: the product's, then each baseline's. */
  losses: number[];
  /** Said probability of ending above the agency's own last year, and whether it did. */
  probability: number;
  reached: boolean;
  /** The share the forecast itself named as its past coverage. */
  claimed: number | null;
};

const SHARES = [0.1, 0.5, 0.9] as const;

/** Rolling origin: every agency at every month 1–11 of a year, learning from earlier years only. */
export function trialsOf(peers: readonly Peer[], year: number): Trial[] {
  return Array.from({ length: 11 }, (_, index) => index + 1).flatMap((month) => {
    const learnt = learnFrom(peers, { year, month });
    if (learnt.kind === "refusal") return [];
    const errors = BASELINES.map((baseline) => pastErrors(baseline, peers, { year, month }, SHARES));
    return peers.flatMap(({ years }) => {
      const trial = trialOf(years, learnt, errors);
      return trial === null ? [] : [trial];
    });
  });
}

type Learnt = Extract<ReturnType<typeof learnFrom>, { kind: "learnt" }>;

function trialOf(years: readonly RateYear[], learnt: Learnt, errors: readonly number[][]): Trial | null {
  const { year, month, calibration } = learnt;
  const one = years.find((each) => each.year === year);
  const last = years.find((each) => each.year === year - 1);
  const [end, now, before] = [one?.months[11], one?.months[month - 1], last?.months[11]].map(rateOf);
  const baseline = last?.months[11];
  if (one === undefined || last === undefined || !baseline) return null;
  if (end == null || now == null || before == null) return null;
  const current = one.months.slice(0, month);
  const target = { comparison: "higherThanBaseline", baseline } as const;
  const answer = forecastFrom(learnt, { current, ownHistory: years, target });
  if (answer.kind === "refusal") return null;
  const { point, interval, probability } = answer;
  const dressed = BASELINES.map(({ guess }, index) => {
    const guessed = guess(month, now, last) ?? before;
    return (errors[index] ?? []).map((error) => guessed + error);
  });
  return {
    year,
    month,
    end,
    point,
    low: interval.low,
    high: interval.high,
    losses: [[interval.low, point, interval.high], ...dressed].map((quantiles) => pinball(quantiles, end)),
    probability: probability ?? 0.5,
    reached: end > before,
    claimed: calibration === null ? null : calibration.covered / calibration.forecasts,
  };
}

function pinball(quantiles: readonly number[], end: number): number {
  const losses = quantiles.map((value, index) => {
    const share = SHARES[index] ?? 0.5;
    return 100 * Math.max(share * (end - value), (share - 1) * (end - value));
  });
  return mean(losses);
}

export function coverage(trials: readonly Trial[]): number {
  return mean(trials.map(({ low, end, high }) => Number(end >= low && end <= high)));
}

/** Mean pinball loss of the product (0) or a baseline (1, 2), in percentage points. */
export function loss(trials: readonly Trial[], which: number): number {
  return mean(trials.map(({ losses }) => losses[which] ?? Number.NaN));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
