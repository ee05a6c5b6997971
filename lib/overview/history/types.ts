import type { Learnt } from "@/lib/metrics/forecast/forecast";
import type { RateYear, Refusal } from "@/lib/metrics/forecast/types";
import type { Measure } from "@/lib/scoreboard/types";

/** Agencies of one kind whose earlier years are compared. */
export type Level = "provinces" | "units";

/** Earlier years of every agency of a level, and what they teach about this month; null at month 12, the year's end. */
export type Earlier = {
  years: ReadonlyMap<string, readonly RateYear[]>;
  learnt: Learnt | Refusal | null;
};
export type History = Readonly<Record<Measure, Earlier>>;
