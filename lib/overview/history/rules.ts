import { agencyAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import { lastDay, type Period } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import type { RateYear } from "@/lib/metrics/forecast/types";
import { seasonalProfile } from "@/lib/metrics/pace";
import type { Measure } from "@/lib/scoreboard/types";
import { placedOn, unitsUnder } from "../rules";
import type { Season } from "../types";

/** Years looked back: more would cost more with every year, and old years say little about the season. */
const YEARS_BACK = 5;

/** The sums over all units of an agency in one month of an earlier year. */
export type HistoryRow = {
  year: number;
  month: number;
  measure: string;
  reports: number;
  done: string;
  eligible: string;
};

/** Every unit whose work is, on the period's last day, with the agency or below it: also those since merged into it. */
export function unitsEverUnder(organisation: Organisation, root: string, period: Period): string[] {
  const day = lastDay(period);
  const under = new Set(unitsUnder(organisation, root, day).map(({ code }) => code));
  return [...organisation.kinds].flatMap(([code, kind]) => {
    const now = kind === "GENERAL_DEPARTMENT" ? null : placedOn(organisation, code, day);
    return now !== null && under.has(now) ? [code] : [];
  });
}

/** The years and months that are read for a period: this month and the year's end of each year before. */
export function monthsBack({ year, month }: Period): { from: number; to: number; months: number[] } {
  return { from: year - YEARS_BACK, to: year - 1, months: [...new Set([month, 12])] };
}

/** How many of some units had to report in a month. */
export function expectedUnits(organisation: Organisation, units: readonly string[], period: Period): number {
  const day = lastDay(period);
  return units.filter((code) => agencyAsOf(organisation, code, day) !== null).length;
}

/** One measure's earlier years; a month counts only when everybody who had to report did. */
export function yearsOf(
  rows: readonly HistoryRow[],
  expected: (period: Period) => number,
  measure: Measure,
): RateYear[] {
  const years = new Map<number, (Ratio | null)[]>();
  for (const row of rows) {
    if (row.measure !== measure || row.reports !== expected(row)) continue;
    const months = years.get(row.year) ?? new Array<Ratio | null>(12).fill(null);
    months[row.month - 1] = { numerator: BigInt(row.done), denominator: BigInt(row.eligible) };
    years.set(row.year, months);
  }
  return [...years].sort(([a], [b]) => a - b).map(([year, months]) => ({ year, months }));
}

/** The share of the year's rate that the agency's own earlier years had reached by this month. */
export function seasonOf(years: readonly RateYear[], { month }: Period): Season {
  const profile = seasonalProfile(years.map(({ months }) => months));
  const whole = years.filter(({ months }) => months[month - 1] && months[11]);
  return { share: profile[month - 1] ?? null, years: whole.length };
}
