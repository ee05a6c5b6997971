import type { Locale } from "@/lib/core/locale";
import type { Forecast } from "@/lib/metrics/forecast/types";
import type { AgencyForecast, MeasureForecast } from "./types";

/** A forecast as GET /api/v1/forecast answers it: every rate and probability in per cent, as text with a point. */
export function forecastBody({ node, year, month, illustrative, measures }: AgencyForecast, locale: Locale) {
  return {
    agency: node.agency,
    ...(node.own ? { own: true } : {}),
    year,
    month,
    coverage: node.coverage,
    illustrative,
    cases: measureBody(measures.cases, locale),
    money: measureBody(measures.money, locale),
  };
}

function measureBody({ now, outlook }: MeasureForecast, locale: Locale) {
  const standing = {
    ratePct: now.ratePct,
    targetPct: now.targetPct,
    comparison: now.target?.target.comparison ?? null,
    inheritedFrom: now.target?.inheritedFrom ?? null,
  };
  if (outlook.kind === "refusal")
    return { ...standing, refusal: { code: outlook.reason, message: outlook.text[locale] } };
  return { ...standing, ...outlookBody(outlook) };
}

function outlookBody({ point, interval, probability, method, basis, calibration }: Forecast) {
  return {
    point: inPercent(point, 2),
    interval: {
      level: inPercent(interval.level, 0),
      low: inPercent(interval.low, 2),
      high: inPercent(interval.high, 2),
    },
    probability: probability === null ? null : inPercent(probability, 1),
    method,
    basis,
    calibration: calibration && {
      ...calibration,
      coveredPct: inPercent(calibration.covered / calibration.forecasts, 1),
    },
  };
}

/** A forecast is a statistic in floating point; this is its only way into text. Example: inPercent(0.8241, 2) is "82.41". */
function inPercent(share: number, decimals: number): string {
  return (share * 100).toFixed(decimals);
}
