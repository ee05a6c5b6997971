import type { Ratio } from "@/lib/core/ratio";
import { logOdds } from "@/lib/metrics/forecast/log-odds";
import { type Moments, momentsOf } from "@/lib/metrics/forecast/regression";
import { MINIMUM, type Peer, type RateYear } from "@/lib/metrics/forecast/types";

/** What all agencies of a year had in common, in log-odds: the mean of the month and of the year's end. */
export type YearMeans = ReadonlyMap<number, { at: number; end: number }>;

/** What is learnt from: an agency's year with what was known at the month and how it ended. */
export type Lesson = { year: number; size: number; row: number[]; end: number };

/** The lessons of one year and their sums for the fit. */
export type LessonYear = { lessons: readonly Lesson[]; moments: Moments };

/** One agency's year as numbers: log-odds at the month and at the end, and the eligible totals of both. */
type Seen = { year: number; at: number; end: number; eligibleEnd: number; eligible: number };

/** The mean log-odds of every earlier year over the peers that have both months. */
export function yearMeans(peers: readonly Peer[], before: number, month: number): YearMeans {
  const sums = new Map<number, { at: number; end: number; count: number }>();
  for (const { at, end, year } of peers.flatMap(({ years }) => seenYears(years, before, month))) {
    const sum = sums.get(year) ?? { at: 0, end: 0, count: 0 };
    sums.set(year, { at: sum.at + at, end: sum.end + end, count: sum.count + 1 });
  }
  return new Map([...sums].map(([year, { at, end, count }]) => [year, { at: at / count, end: end / count }]));
}

/** Every peer's years before `before` that have an earlier year of their own; years with too few agencies are left out. */
export function lessonsOf(
  peers: readonly Peer[],
  before: number,
  month: number,
  means: YearMeans,
): Map<number, LessonYear> {
  const byYear = new Map<number, Lesson[]>();
  for (const { years } of peers) {
    const seen = seenYears(years, before, month);
    for (const now of seen) {
      const row = rowOf({ at: now.at, eligible: now.eligible }, earlier(seen, now.year), means);
      if (row === null) continue;
      const lessons = byYear.get(now.year) ?? [];
      lessons.push({ year: now.year, size: row.size, row: row.row, end: now.end });
      byYear.set(now.year, lessons);
    }
  }
  const enough = [...byYear].filter(([, lessons]) => lessons.length >= MINIMUM.agenciesPerYear);
  return new Map(enough.map(([year, lessons]) => [year, { lessons, moments: sumsOf(lessons) }]));
}

function sumsOf(lessons: readonly Lesson[]): Moments {
  return momentsOf(
    lessons.map(({ row }) => row),
    lessons.map(({ end }) => end),
  );
}

/** The row of the agency that is forecast; null without a whole earlier year. */
export function currentRow(
  current: Ratio,
  ownHistory: readonly RateYear[],
  { year, month }: { year: number; month: number },
  means: YearMeans,
): { row: number[]; size: number } | null {
  const seen = seenYears(ownHistory, year, month);
  return rowOf({ at: logOdds(current), eligible: Number(current.denominator) }, earlier(seen, year), means);
}

/** Years before `before` whose month and end have an eligible docket. */
export function wholeYears(years: readonly RateYear[], before: number, month: number): number {
  return seenYears(years, before, month).length;
}

function seenYears(years: readonly RateYear[], before: number, month: number): Seen[] {
  return years.flatMap(({ year, months }) => {
    const [at, end] = [months[month - 1], months[11]];
    if (year >= before || !isUsable(at) || !isUsable(end)) return [];
    const [eligible, eligibleEnd] = [Number(at.denominator), Number(end.denominator)];
    return [{ year, at: logOdds(at), end: logOdds(end), eligible, eligibleEnd }];
  });
}

function isUsable(ratio: Ratio | null | undefined): ratio is Ratio {
  return ratio !== null && ratio !== undefined && ratio.denominator > 0n;
}

function earlier(seen: readonly Seen[], year: number): Seen[] {
  return seen.filter((other) => other.year < year).sort((a, b) => a.year - b.year);
}

/**
 * Constant; the rate now; how the agency usually ends and usually stands at this month against the others of the same
 * year; how it ended last; how much of last year's docket it has already.
 */
function rowOf(
  now: { at: number; eligible: number },
  past: readonly Seen[],
  means: YearMeans,
): { row: number[]; size: number } | null {
  const last = past.at(-1);
  const known = past.flatMap(({ year, at, end }) => {
    const mean = means.get(year);
    return mean === undefined ? [] : [{ at: at - mean.at, end: end - mean.end }];
  });
  const latest = known.at(-1);
  if (last === undefined || latest === undefined) return null;
  const mean = (pick: (one: { at: number; end: number }) => number) =>
    known.reduce((sum, one) => sum + pick(one), 0) / known.length;
  const docket = Math.log(now.eligible / last.eligibleEnd);
  const row = [1, now.at, mean(({ end }) => end), mean(({ at }) => at), latest.end, docket];
  return { row, size: last.eligibleEnd };
}
