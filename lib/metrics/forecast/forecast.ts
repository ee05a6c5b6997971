import type { Ratio } from "@/lib/core/ratio";
import { calibrate, ENDS } from "@/lib/metrics/forecast/calibration";
import {
  currentRow,
  lessonsOf,
  wholeYears,
  type YearMeans,
  yearMeans,
} from "@/lib/metrics/forecast/features";
import { rateAt } from "@/lib/metrics/forecast/log-odds";
import { quantile } from "@/lib/metrics/forecast/quantiles";
import { learn, type Model, outlook } from "@/lib/metrics/forecast/spread";
import {
  type Calibration,
  type Forecast,
  type ForecastInput,
  INTERVAL_LEVEL,
  MINIMUM,
  type Peer,
  type Refusal,
  refuse,
} from "@/lib/metrics/forecast/types";
import { isMet, type Target, targetRate } from "@/lib/metrics/target";

/** What the peers teach about one month of one year in one measure; the same for every agency among them. */
export type Learnt = {
  kind: "learnt";
  year: number;
  month: number;
  model: Model;
  means: YearMeans;
  basis: { peers: number; peerYears: number };
  calibration: Calibration | null;
};

/** The part of a forecast that agencies share: learn once, then ask for each (`forecastFrom`). */
export function learnFrom(
  peers: readonly Peer[],
  { year, month }: { year: number; month: number },
): Learnt | Refusal {
  const means = yearMeans(peers, year, month);
  const lessons = lessonsOf(peers, year, month, means);
  if (lessons.size < MINIMUM.learningYears) return refuse("too-few-peers");
  const agencies = peers.filter(({ years }) => wholeYears(years, year, month) > 1);
  return {
    kind: "learnt",
    year,
    month,
    model: learn(lessons),
    means,
    basis: { peers: agencies.length, peerYears: lessons.size },
    calibration: calibrate(lessons),
  };
}

/**
 * The year end of one agency from its own and its peers' cumulative profiles (spread.ts has the method): the middle,
 * an 80 % interval and the probability of the target, in floating point, with the method's own past calibration.
 * Month 12 is no forecast but the figure itself. Refuses below the minimum of history (`MINIMUM`).
 */
export function forecast(input: ForecastInput): Forecast | Refusal {
  const { year, month, peers } = input;
  if (!Number.isInteger(month) || month < 1 || month > 12)
    throw new RangeError(`Not a month of the year: ${month}`);
  const now = input.current[month - 1];
  if (now === null || now === undefined || now.denominator <= 0n) return refuse("no-current-figures");
  if (month === 12) return final(now, input.target);
  if (wholeYears(input.ownHistory, year, month) < MINIMUM.ownYears) return refuse("too-little-own-history");
  const learnt = learnFrom(peers, { year, month });
  return learnt.kind === "refusal" ? learnt : forecastFrom(learnt, input);
}

/** `forecast` for an agency when the peers' part is learnt already, for the same year and month (before 12). */
export function forecastFrom(
  learnt: Learnt,
  { current, ownHistory, target }: Pick<ForecastInput, "current" | "ownHistory" | "target">,
): Forecast | Refusal {
  const { year, month, means, model, basis, calibration } = learnt;
  const now = current[month - 1];
  if (now === null || now === undefined || now.denominator <= 0n) return refuse("no-current-figures");
  const ownYears = wholeYears(ownHistory, year, month);
  const own = ownYears < MINIMUM.ownYears ? null : currentRow(now, ownHistory, { year, month }, means);
  if (own === null) return refuse("too-little-own-history");
  const { centre, errors } = outlook(model, own.row, own.size);
  return {
    kind: "forecast",
    method: "peer-profiles",
    ...outcomes(centre, errors, target),
    basis: { ownYears, ...basis },
    calibration,
  };
}

/** What is said of possible ends: ascending errors in log-odds around a centre. */
export function outcomes(
  centre: number,
  errors: readonly number[],
  target: Target | null,
): Pick<Forecast, "point" | "interval" | "probability"> {
  const possible = errors.map((error) => rateAt(centre + error));
  const [low, high] = [quantile(possible, ENDS.low), quantile(possible, ENDS.high)];
  return {
    point: quantile(possible, 0.5),
    interval: { level: INTERVAL_LEVEL, low, high },
    probability: target === null ? null : probabilityOf(possible, target),
  };
}

/** The year's end itself: the figure, not a forecast. */
export function final(ratio: Ratio, target: Target | null): Forecast {
  const rate = Number(ratio.numerator) / Number(ratio.denominator);
  const met = target === null ? null : isMet(ratio, target);
  return {
    kind: "forecast",
    method: "final",
    point: rate,
    interval: { level: INTERVAL_LEVEL, low: rate, high: rate },
    probability: met === null ? null : Number(met),
    basis: { ownYears: 0, peers: 0, peerYears: 0 },
    calibration: null,
  };
}

/** The share of outcomes above the target ("equal" at least at it), never quite 0 or 1; null without a rate. */
function probabilityOf(possible: readonly number[], target: Target): number | null {
  const rate = targetRate(target);
  if (rate === null) return null;
  const asked = Number(rate.n) / Number(rate.d);
  const reached = possible.filter((outcome) => outcome >= asked).length;
  return (reached + 0.5) / (possible.length + 1);
}
