import { ENDS } from "@/lib/metrics/forecast/calibration";
import { final, outcomes } from "@/lib/metrics/forecast/forecast";
import { logOdds } from "@/lib/metrics/forecast/log-odds";
import { middles, quantile, studentQuantile } from "@/lib/metrics/forecast/quantiles";
import {
  type Calibration,
  type Forecast,
  type ForecastInput,
  MINIMUM,
  type RateYear,
  type Refusal,
  refuse,
} from "@/lib/metrics/forecast/types";

/** How far a year moved from the month to its end, in log-odds. */
type Gain = { year: number; gain: number };

/** Points of the distribution that the interval and the probability are read from. */
const POINTS = 199;

/**
 * The year end of something that has no peers, such as the nation, from its own earlier years only: the mean gain from
 * this month on, with Student's t for the next one of a few numbers. Provinces are no peers of their sum, whose luck
 * evens out: their spread would make its interval far too wide. Refuses below `MINIMUM.yearsAlone` earlier years.
 */
export function forecastAlone(
  input: Pick<ForecastInput, "year" | "month" | "current" | "ownHistory" | "target">,
): Forecast | Refusal {
  const { year, month, target } = input;
  const now = input.current[month - 1];
  if (now === null || now === undefined || now.denominator <= 0n) return refuse("no-current-figures");
  if (month === 12) return final(now, target);
  const gains = gainsOf(input.ownHistory, year, month);
  if (gains.length < MINIMUM.yearsAlone) return refuse("too-few-own-years");
  return {
    kind: "forecast",
    method: "own-profile",
    ...outcomes(logOdds(now), errorsAround(gains), target),
    basis: { ownYears: gains.length, peers: 0, peerYears: 0 },
    calibration: calibrated(gains),
  };
}

function gainsOf(history: readonly RateYear[], before: number, month: number): Gain[] {
  return history.flatMap(({ year, months }) => {
    const [at, end] = [months[month - 1], months[11]];
    if (year >= before || !at || !end || at.denominator <= 0n || end.denominator <= 0n) return [];
    return [{ year, gain: logOdds(end) - logOdds(at) }];
  });
}

/** What one more year's gain may be, ascending: as many degrees of freedom as years beyond the first. */
function errorsAround(gains: readonly Gain[]): number[] {
  const count = gains.length;
  const mean = gains.reduce((sum, { gain }) => sum + gain, 0) / count;
  const squares = gains.reduce((sum, { gain }) => sum + (gain - mean) ** 2, 0);
  const deviation = Math.sqrt((squares / (count - 1)) * (1 + 1 / count));
  return middles(POINTS).map((share) => mean + deviation * studentQuantile(share, count - 1));
}

/** Each year in turn against the interval of the others; null while they are too few for one. */
function calibrated(gains: readonly Gain[]): Calibration | null {
  if (gains.length <= MINIMUM.yearsAlone) return null;
  const covered = gains.filter(({ year, gain }) => {
    const errors = errorsAround(gains.filter((other) => other.year !== year));
    return quantile(errors, ENDS.low) <= gain && gain <= quantile(errors, ENDS.high);
  });
  return { years: gains.length, forecasts: gains.length, covered: covered.length };
}
