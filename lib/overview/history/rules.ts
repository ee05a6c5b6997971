import { agencyAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import { lastDay, type Period } from "@/lib/core/period";
import { type Ratio, sumRatios } from "@/lib/core/ratio";
import { forecast, forecastFrom, learnFrom } from "@/lib/metrics/forecast/forecast";
import type { RateYear } from "@/lib/metrics/forecast/types";
import { seasonalProfile } from "@/lib/metrics/pace";
import type { BoardNode, Measure } from "@/lib/scoreboard/types";
import { placedOn } from "../rules";
import type { Outlook } from "../types";
import type { Earlier, Level } from "./types";

/** Years looked back: more would cost more with every year, and old years teach little. */
const YEARS_BACK = 5;

/** The sums of one agency of a level in one month of an earlier year. */
export type HistoryRow = {
  year: number;
  month: number;
  node: string;
  measure: string;
  reports: number;
  done: string;
  eligible: string;
};

/** Which agency of a level each unit counts towards, on the organisation of the period's last day. */
export function placesOf(organisation: Organisation, level: Level, period: Period) {
  const day = lastDay(period);
  return [...organisation.kinds].flatMap(([code, kind]): { code: string; node: string }[] => {
    const unit = kind === "GENERAL_DEPARTMENT" ? null : placedOn(organisation, code, day);
    const agency = unit === null ? null : agencyAsOf(organisation, unit, day);
    if (agency === null) return [];
    const province = agency.kind === "DISTRICT" ? agency.parent : agency.code;
    const node = level === "units" ? agency.code : province;
    return node === null ? [] : [{ code, node }];
  });
}

/** The years and months that are read for a period: this month and the year's end of each year before. */
export function monthsBack({ year, month }: Period): { from: number; to: number; months: number[] } {
  return { from: year - YEARS_BACK, to: year - 1, months: [...new Set([month, 12])] };
}

/** Every agency's earlier years; a year counts only when everybody who had to report in both months did. */
export function yearsOf(
  rows: readonly HistoryRow[],
  expected: (node: string, period: Period) => number,
  measure: Measure,
): Map<string, RateYear[]> {
  const found = new Map<string, Map<number, (Ratio | null)[]>>();
  for (const row of rows) {
    if (row.measure !== measure || row.reports !== expected(row.node, row)) continue;
    const years = found.get(row.node) ?? new Map<number, (Ratio | null)[]>();
    const months = years.get(row.year) ?? new Array<Ratio | null>(12).fill(null);
    months[row.month - 1] = { numerator: BigInt(row.done), denominator: BigInt(row.eligible) };
    found.set(row.node, years.set(row.year, months));
  }
  return new Map(
    [...found].map(([node, years]) => [node, [...years].map(([year, months]) => ({ year, months }))]),
  );
}

/** How many units had to report for each agency of a level in an earlier month. */
export function expectedUnits(
  organisation: Organisation,
  places: readonly { code: string; node: string }[],
): (node: string, period: Period) => number {
  const known = new Map<string, Map<string, number>>();
  return (node, period) => {
    const day = lastDay(period);
    const counts = known.get(day) ?? new Map<string, number>();
    if (!known.has(day)) {
      known.set(day, counts);
      for (const place of places) {
        if (agencyAsOf(organisation, place.code, day) === null) continue;
        counts.set(place.node, (counts.get(place.node) ?? 0) + 1);
      }
    }
    return counts.get(node) ?? 0;
  };
}

/** The whole of a level as one agency: years in which every one of its agencies is known. */
export function wholeYears(years: ReadonlyMap<string, readonly RateYear[]>, agencies: number): RateYear[] {
  const all = [...years.values()].flat();
  return [...new Set(all.map(({ year }) => year))].sort().map((year) => {
    const lists = all.filter((each) => each.year === year).map(({ months }) => months);
    const months = Array.from({ length: 12 }, (_, index) => {
      const known = lists.flatMap((list) => list[index] ?? []);
      return known.length < agencies ? null : sumRatios(known);
    });
    return { year, months };
  });
}

/** What a level's earlier years teach; nothing at the year's end, where there is nothing left to forecast. */
export function earlierOf(years: ReadonlyMap<string, readonly RateYear[]>, period: Period): Earlier {
  const peers = [...years].map(([agency, list]) => ({ agency, years: list }));
  return { years, learnt: period.month === 12 ? null : learnFrom(peers, period) };
}

/** The forecast and the season of one agency from its own earlier years and what its peers taught. */
export function outlookOf(
  node: BoardNode,
  measure: Measure,
  period: Period,
  { own, learnt }: { own: readonly RateYear[]; learnt: Earlier["learnt"] },
): Outlook {
  const { ratio, target } = node[measure];
  const current = Array.from({ length: 12 }, (_, index) => (index === period.month - 1 ? ratio : null));
  const given = { current, ownHistory: own, target: target?.target ?? null };
  const profile = seasonalProfile(own.map(({ months }) => months));
  return {
    forecast:
      learnt?.kind === "learnt"
        ? forecastFrom(learnt, given)
        : (learnt ?? forecast({ ...given, ...period, measure, peers: [] })),
    seasonalShare: profile[period.month - 1] ?? null,
    earlierYears: own.filter(({ months }) => months[period.month - 1] && months[11]).length,
  };
}
