import type { Text } from "@/lib/core/locale";
import type { Ratio } from "@/lib/core/ratio";
import type { Target } from "@/lib/metrics/target";

/** One agency's statistical year in one measure: completed over eligible at months 1–12; null = not known. */
export type RateYear = { year: number; months: readonly (Ratio | null)[] };

/** An agency of the same kind and its years; years from the one being forecast on are ignored. */
export type Peer = { agency: string; years: readonly RateYear[] };

/** The question: how will this agency's year end? */
export type ForecastInput = {
  measure: "cases" | "money";
  year: number;
  /** The last month known, 1–12. */
  month: number;
  /** This year's months so far; the one at `month` decides. */
  current: readonly (Ratio | null)[];
  ownHistory: readonly RateYear[];
  peers: readonly Peer[];
  /** Null when no target is assigned: the probability is null then. */
  target: Target | null;
};

/** How often the same method's interval held in earlier years, each left out of the learning in turn. */
export type Calibration = { years: number; forecasts: number; covered: number };

/** Rates are fractions of one as floating point: a forecast is a statistic, never shown as an official figure. */
export type Forecast = {
  kind: "forecast";
  method: "peer-profiles" | "own-profile" | "final";
  /** The middle of what may come: as likely above as below. */
  point: number;
  interval: { level: number; low: number; high: number };
  /** Of meeting the target at the year's end, strictly inside 0–1 until month 12; null without a target. */
  probability: number | null;
  basis: { ownYears: number; peers: number; peerYears: number };
  /** Null when too few years are known to leave one out. */
  calibration: Calibration | null;
};

export type RefusalReason =
  | "no-current-figures"
  | "too-little-own-history"
  | "too-few-own-years"
  | "too-few-peers";

/** Why there is no forecast: a guess from too little would be believed. */
export type Refusal = { kind: "refusal"; reason: RefusalReason; text: Text };

/** The share of years the interval is meant to hold. */
export const INTERVAL_LEVEL = 0.8;

/** Below these there is no forecast. A learning year needs an agency's own earlier year. */
export const MINIMUM = { ownYears: 2, yearsAlone: 4, learningYears: 2, agenciesPerYear: 10 } as const;

const reasons: Record<RefusalReason, Text> = {
  "no-current-figures": {
    vi: "Kỳ này chưa có số có điều kiện thi hành để dự báo.",
    en: "There is no eligible docket in this period to forecast from.",
  },
  "too-little-own-history": {
    vi: `Chưa đủ ${MINIMUM.ownYears} năm trước của chính cơ quan để dự báo.`,
    en: `Fewer than ${MINIMUM.ownYears} earlier years of the agency itself are known.`,
  },
  "too-few-own-years": {
    vi: `Chưa đủ ${MINIMUM.yearsAlone} năm trước để dự báo: không có cơ quan cùng loại để so.`,
    en: `Fewer than ${MINIMUM.yearsAlone} earlier years are known, and there are no comparable agencies.`,
  },
  "too-few-peers": {
    vi: `Chưa đủ dữ liệu các cơ quan cùng loại (cần ${MINIMUM.learningYears} năm, mỗi năm ${MINIMUM.agenciesPerYear} cơ quan).`,
    en: `Too few comparable agencies are known (${MINIMUM.learningYears} years of ${MINIMUM.agenciesPerYear} agencies are needed).`,
  },
};

/** A refusal with its sentence. */
export function refuse(reason: RefusalReason): Refusal {
  return { kind: "refusal", reason, text: reasons[reason] };
}
