import { agenciesAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import type { Period } from "@/lib/core/period";
import { compareRatios, type Fraction, type Ratio } from "@/lib/core/ratio";
import { compareVietnamese, foldText } from "@/lib/core/slug";
import { derive } from "@/lib/form/derive";
import { formVersionFor } from "@/lib/form/version";
import {
  type CarryOverChange,
  carryOverChange,
  clearance,
  dispositionDays,
  loadPerOfficer,
} from "@/lib/metrics/docket";
import { fractionOf, minus } from "@/lib/metrics/fractions";
import { isComparable } from "@/lib/overview/rules";
import { placeName } from "@/lib/scoreboard/rules";
import type { Measure, Scoreboard } from "@/lib/scoreboard/types";
import type { SeriesMonth } from "@/lib/series/types";
import { type Candidate, type Compared, MOST_COMPARED } from "./types";

/** How many years are looked back on, the period's own included. */
export const YEARS_COMPARED = 5;
const FOUND = 12;

/** Agencies of a day whose name or code holds the text, diacritics left aside; readable ones, in Vietnamese order. */
export function candidatesOn(
  organisation: Organisation,
  day: Day,
  text: string,
  mayRead: (agency: string) => boolean,
): Candidate[] {
  const wanted = foldText(text.trim());
  if (wanted === "") return [];
  const matches = agenciesAsOf(organisation, day).filter(
    ({ code, name }) => foldText(name).includes(wanted) || code === wanted,
  );
  return matches
    .sort(
      (a, b) => a.kind.localeCompare(b.kind) * -1 || compareVietnamese(placeName(a.name), placeName(b.name)),
    )
    .filter(({ code }) => mayRead(code))
    .slice(0, FOUND)
    .map(({ code, name }) => ({ agency: code, name }));
}

/** The best and the worst of a board, three each, to begin a comparison with. */
export function suggestionsOf({ children }: Scoreboard, measure: Measure): Candidate[] {
  const rated = children.flatMap((node) => {
    const { ratio } = node[measure];
    return ratio === null || ratio.denominator === 0n || node.own ? [] : [{ node, ratio }];
  });
  rated.sort((a, b) => compareRatios(b.ratio, a.ratio));
  const ends = rated.length <= MOST_COMPARED ? rated : [...rated.slice(0, 3), ...rated.slice(-3)];
  return ends.map(({ node: { agency, name } }) => ({ agency, name }));
}

/** A month's ratio; null when nobody reported, or too few for it to mean something. */
function pointRatio(point: SeriesMonth | undefined): Ratio | null {
  if (!point || point.numerator === null || point.denominator === null) return null;
  return isComparable(point.coverage) ? { numerator: point.numerator, denominator: point.denominator } : null;
}

/** An agency's ratio in one month of a year. */
export function ratioIn({ series }: Compared, { year, month }: Period): Ratio | null {
  return pointRatio(series.points.find(({ period }) => period.year === year && period.month === month));
}

/** The years compared, oldest first. */
export function comparedYears({ year }: Period): number[] {
  return Array.from({ length: YEARS_COMPARED }, (_, at) => year - YEARS_COMPARED + 1 + at);
}

/** The rate's change against the same month of the year before; null when either is not known. */
export function yearChange(compared: Compared, { year, month }: Period): Fraction | null {
  const [now, then] = [year, year - 1].map((each) => ratioIn(compared, { year: each, month }));
  const [after, before] = [now && fractionOf(now), then && fractionOf(then)];
  return after && before ? minus(after, before) : null;
}

/** What came in, went out and is carried on; null where a column is not known. */
export type Flow = {
  handedDown: bigint | null;
  accepted: bigint | null;
  done: bigint | null;
  handedOn: bigint | null;
  change: CarryOverChange | null;
  clearance: Ratio | null;
  days: Fraction | null;
  /** Per enforcement officer; null since how many there are is not known here. */
  load: Fraction | null;
  docket: bigint | null;
};

/** The flow of one agency's docket up to a period, by the form's own derivations. */
export function flowOf({ sums, board }: Compared, measure: Measure, officers: number | null): Flow {
  const figures = sums?.[measure] ?? {};
  const derived = derive(figures, formVersionFor(board.period), measure);
  const handedDown = figures.carriedOver ?? null;
  const accepted = figures.newlyAccepted ?? null;
  const done = board.root[measure].ratio?.numerator ?? null;
  const handedOn = derived.carriedForward ?? null;
  const docket = derived.totalToResolve ?? null;
  return {
    ...{ handedDown, accepted, done, handedOn, docket },
    change: handedOn === null || handedDown === null ? null : carryOverChange(handedOn, handedDown),
    clearance: done === null || accepted === null ? null : clearance(done, accepted),
    days: handedOn === null || done === null ? null : dispositionDays(handedOn, done, board.period),
    load: docket === null ? null : loadPerOfficer(docket, officers),
  };
}

/** Those with a rate, highest first. */
export function byRate(chosen: readonly Compared[], measure: Measure): Compared[] {
  const rate = ({ board }: Compared) => board.root[measure].ratio;
  const rated = chosen.filter((each) => (rate(each)?.denominator ?? 0n) > 0n);
  return rated.sort((a, b) => {
    const [left, right] = [rate(a), rate(b)];
    return left && right ? compareRatios(right, left) : 0;
  });
}
