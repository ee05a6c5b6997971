import type { Day } from "@/lib/core/day";
import { type Period, periodKey } from "@/lib/core/period";
import type { Measure, Slice } from "@/lib/form/columns";
import type { CountCode } from "@/lib/form/counts";
import { definitionOn, findIndicator } from "@/lib/indicators/rules";
import type { MeasuredCode } from "@/lib/indicators/types";
import { dividedBy } from "@/lib/metrics/series/division";
import { groupedBy } from "@/lib/metrics/series/lineage";
import { type Era, reportersOf } from "./members/rules";
import type { SeriesFlag, SeriesMonth } from "./types";

/** What an indicator adds up: stored sums of the form (done / eligible, or eligible / enforceable), or counts. */
export type Dividing =
  | { form: "results"; measure: Measure; slice: Slice; isShare: boolean }
  | { form: "counts"; numerator: CountCode; denominator: CountCode | null };

/** Where the sums of an indicator of the catalogue are stored. Throws RangeError on one that is no number. */
export function dividing(code: MeasuredCode, on: Day): Dividing {
  const found = findIndicator(code);
  const definition = found && definitionOn(found, on);
  const [part] = definition?.numerator ?? [];
  const [whole] = definition?.denominator ?? [];
  if (part === undefined) throw new RangeError(`${code} is not measured`);
  if (part.form === "counts") {
    return {
      form: "counts",
      numerator: part.code,
      denominator: whole?.form === "counts" ? whole.code : null,
    };
  }
  return { form: "results", measure: part.measure, slice: part.slice, isShare: part.column === "eligible" };
}

/** The definition a month is computed with, by name. Example: "R_C@1". */
export function definitionName(code: MeasuredCode, on: Day): string {
  const found = findIndicator(code);
  return `${code}@${(found && definitionOn(found, on))?.version ?? "?"}`;
}

/** The sums of one month as the database answers them; `part` is a unit that is divided, null all others together. */
export type SeriesRow = {
  year: number;
  month: number;
  part: string | null;
  reported: number;
  numerator: string | null;
  denominator: string | null;
  isFinal: boolean;
  isRevised: boolean;
  isIllustrative: boolean;
};

/** Rows as points with their flags; months in which nobody had to report are left out. */
export function pointsOf(rows: readonly SeriesRow[], eras: readonly Era[]): SeriesMonth[] {
  const byPeriod = groupedBy(rows, periodKey);
  let before: readonly string[] | null = null;
  return eras.flatMap((era) => {
    const reporters = reportersOf(era);
    if (reporters.length === 0) return [];
    const isBreak = before !== null && !isSameList(before, reporters);
    before = reporters;
    return era.periods.map((period, at) =>
      pointOf(period, byPeriod.get(periodKey(period)) ?? [], era, isBreak && at === 0),
    );
  });
}

function pointOf(period: Period, rows: readonly SeriesRow[], era: Era, isBreak: boolean): SeriesMonth {
  // What nobody divided is not guessed, and a sum without it would be no sum.
  const known = era.undivided.length > 0 ? [] : rows;
  const coverage = {
    reported: rows.reduce((sum, { reported }) => sum + reported, 0),
    expected: reportersOf(era).length,
  };
  const isFinal = known.every((row) => row.isFinal) && coverage.reported === coverage.expected;
  const isKnown = known.length > 0;
  const flags: [SeriesFlag, boolean][] = [
    ["provisional", isKnown && !isFinal],
    ["final", isKnown && isFinal],
    ["revised", known.some(({ isRevised }) => isRevised)],
    ["break", isBreak],
    ["estimated", known.some(({ part }) => part !== null)],
    ["illustrative", known.some(({ isIllustrative }) => isIllustrative)],
  ];
  const sums = known.map((row) => ownPart(row, era));
  return {
    period,
    numerator: sumOf(sums.map(({ numerator }) => numerator)),
    denominator: sumOf(sums.map(({ denominator }) => denominator)),
    coverage,
    flags: flags.flatMap(([flag, holds]) => (holds ? [flag] : [])),
  };
}

type Sums = { numerator: bigint | null; denominator: bigint | null };

/** What a row adds: all of it, or of a divided unit the parts that belong here. */
function ownPart(row: SeriesRow, { divided }: Era): Sums {
  const numerator = row.numerator === null ? null : BigInt(row.numerator);
  const denominator = row.denominator === null ? null : BigInt(row.denominator);
  const unit = divided.find((each) => each.unit === row.part);
  if (unit === undefined || numerator === null) return { numerator, denominator };
  const parts = dividedBy(unit.weights, { completed: numerator, eligible: denominator ?? numerator });
  const own = parts.filter((_, at) => unit.isOwn[at]);
  return {
    numerator: own.reduce((sum, { completed }) => sum + completed, 0n),
    denominator: denominator === null ? null : own.reduce((sum, { eligible }) => sum + eligible, 0n),
  };
}

function sumOf(list: readonly (bigint | null)[]): bigint | null {
  const known = list.filter((each) => each !== null);
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0n);
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry, at) => entry === b[at]);
}
