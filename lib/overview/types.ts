import type { Period } from "@/lib/core/period";
import type { Fraction, Ratio } from "@/lib/core/ratio";
import type { InputColumn } from "@/lib/form/columns";
import type { Contribution } from "@/lib/metrics/contribution";
import type { Forecast, Refusal } from "@/lib/metrics/forecast/types";
import type { FunnelLimits, FunnelPlace } from "@/lib/metrics/funnel";
import type { RankWithInterval } from "@/lib/metrics/rank-interval";
import type { Completeness, UnitProgress } from "@/lib/results/completeness/types";
import type { BoardNode, Measure, Scoreboard, YearPoint } from "@/lib/scoreboard/types";

/** The charts whose numbers can be taken away as a table. */
export const CHARTS = ["trend", "map", "contributions", "ranking", "docket", "funnel"] as const;
export type ChartKind = (typeof CHARTS)[number];

/** Completed over eligible in both measures; null = nothing reported. */
export type Rates = Readonly<Record<Measure, Ratio | null>>;

/** The same agency and those under it in another period, placed on the organisation of the page's period. */
export type Snapshot = {
  period: Period;
  whole: Rates;
  reported: number;
  expected: number;
  children: ReadonlyMap<string, Rates>;
};

/** The form's columns that add up to what must be resolved (07), in the order of the form. */
export const DOCKET_COLUMNS = [
  "completed",
  "terminated",
  "reduced",
  "inProgress",
  "postponedByAgreement",
  "suspendedEligible",
  "otherEligible",
  "noCondition",
  "postponedOrSuspendedOther",
] as const satisfies readonly InputColumn[];
export type DocketColumn = (typeof DOCKET_COLUMNS)[number];

/** Those columns summed over all units below the agency. */
export type Docket = Readonly<Record<Measure, Readonly<Partial<Record<DocketColumn, bigint>>>>>;

/** Who reported: counts, and the units that are or were late. */
export type Timeliness = { counts: Completeness; late: readonly UnitProgress[] };

/** The share of the year's rate usually reached by this month; null without a whole earlier year. */
export type Season = { share: Fraction | null; years: number };

/** How both measures of an agency will end the year, or why nothing is said. */
export type Forecasts = Readonly<Record<Measure, Forecast | Refusal>>;

/** Everything the overview of one agency and period says. */
export type Overview = {
  board: Scoreboard;
  /** The month before in the same year; null in month 1, where accumulation starts again. */
  monthBefore: Snapshot | null;
  /** The same months of the year before; null when nothing was reported then. */
  yearBefore: Snapshot | null;
  yearLine: readonly YearPoint[];
  yearLineBefore: readonly YearPoint[];
  docket: Docket;
  timeliness: Timeliness;
  season: Readonly<Record<Measure, Season>>;
  forecasts: Forecasts;
  /** Forecasts of the provinces, on the nation's page. */
  childForecasts: ReadonlyMap<string, Forecasts>;
};

/** A child that changed its verdict since the month before. */
export type VerdictChange = { node: BoardNode; direction: "better" | "worse" };

/** The parent's change split over its children, largest first. */
export type Split = { since: Period; change: Fraction; parts: readonly Contribution<BoardNode>[] };

/** A child in the order of its rate. */
export type Place = RankWithInterval<BoardNode>;

/** A child in the funnel of its parent. */
export type FunnelEntry = { node: BoardNode; cases: bigint; limits: FunnelLimits; place: FunnelPlace };
