import type { Measure } from "@/lib/form/columns";
import type { Forecast, Refusal } from "@/lib/metrics/forecast/types";
import type { BoardNode, MeasureStanding } from "@/lib/scoreboard/types";

/** Among whom an agency is compared: the nation with nobody, a Cục's own office with other offices. */
export const FORECAST_LEVELS = ["nation", "province", "office", "district"] as const;
export type ForecastLevel = (typeof FORECAST_LEVELS)[number];

/** How one measure of an agency will stand at the year's end, or why nothing is said, beside how it stands now. */
export type MeasureForecast = { now: MeasureStanding; outlook: Forecast | Refusal };

/** An agency with all below it; `node.own` is the office itself without those under it. */
export type AgencyForecast = {
  node: BoardNode;
  year: number;
  month: number;
  /** Some figure behind it was generated: its own, now or earlier, or one of those it is compared with. */
  illustrative: boolean;
  measures: Readonly<Record<Measure, MeasureForecast>>;
};
