import type { Organisation } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import { lastDay, type Period, periodKey } from "@/lib/core/period";
import type { Measure, Slice } from "@/lib/form/columns";
import type { CountCode } from "@/lib/form/counts";
import { definitionOn, findIndicator } from "@/lib/indicators/rules";
import type { MeasuredCode } from "@/lib/indicators/types";
import { existsOn, groupedUnder } from "@/lib/metrics/series/lineage";
import { placementOf } from "@/lib/metrics/series/placement";
import type { Base, Lineage } from "@/lib/metrics/series/types";
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

/** Months that are read with the same organisation, and the units that count towards the agency in them. */
export type Era = { day: Day; periods: Period[]; units: string[] };

export type Members = { eras: Era[]; unplaced: string[] };

/**
 * The units behind every month of a series: on base "then" those below the agency in that month, otherwise those whose
 * work passed to units that stand below it on the base day. Units that no allocation places are named, not guessed.
 */
export function membersOf(
  organisation: Organisation,
  lineage: Lineage,
  { agency, base, from, to }: { agency: string; base: Base; from: number; to: number },
): Members {
  const placement = placementOf(lineage, []);
  const group = groupedUnder(lineage, new Set([agency]));
  const unplaced = new Set<string>();
  const eras = erasOf(organisation, from, to).map((era): Era => {
    const reporting = [...organisation.kinds]
      .filter(([code, kind]) => kind !== "GENERAL_DEPARTMENT" && existsOn(lineage, code, era.day))
      .map(([code]) => code);
    const counts = (unit: string): boolean => {
      if (base === "then") return group(unit, era.day) === agency;
      const parts = placement(unit, era.day, base);
      if (parts.length === 0) unplaced.add(unit);
      return parts.length > 0 && parts.every((part) => group(part.agency, base) === agency);
    };
    return { ...era, units: reporting.filter(counts) };
  });
  return { eras, unplaced: [...unplaced].sort() };
}

function erasOf(organisation: Organisation, from: number, to: number): Omit<Era, "units">[] {
  const changes = [...organisation.versions.values()]
    .flat()
    .flatMap(({ validFrom, validUntil }) => (validUntil ? [validFrom, validUntil] : [validFrom]));
  const days = [...new Set(changes)].sort();
  const eras: Omit<Era, "units">[] = [];
  for (const period of monthsOf(from, to)) {
    const end = lastDay(period);
    const last = eras.at(-1);
    const isSame = last !== undefined && !days.some((change) => last.day < change && change <= end);
    if (isSame) last.periods.push(period);
    else eras.push({ day: end, periods: [period] });
  }
  return eras;
}

function monthsOf(from: number, to: number): Period[] {
  return Array.from({ length: (to - from + 1) * 12 }, (_, at) => ({
    year: from + Math.floor(at / 12),
    month: (at % 12) + 1,
  }));
}

/** The sums of one month as the database answers them. */
export type SeriesRow = {
  year: number;
  month: number;
  reported: number;
  numerator: string | null;
  denominator: string | null;
  isFinal: boolean;
  isRevised: boolean;
  isIllustrative: boolean;
};

/** Rows as points with their flags; months in which nobody had to report are left out. */
export function pointsOf(rows: readonly SeriesRow[], eras: readonly Era[]): SeriesMonth[] {
  const byPeriod = new Map(rows.map((row) => [periodKey(row), row]));
  let before: Era | null = null;
  return eras.flatMap((era) => {
    if (era.units.length === 0) return [];
    const isBreak = before !== null && !isSameList(before.units, era.units);
    before = era;
    return era.periods.map((period, at) =>
      pointOf(period, byPeriod.get(periodKey(period)), era.units.length, isBreak && at === 0),
    );
  });
}

function pointOf(
  period: Period,
  row: SeriesRow | undefined,
  expected: number,
  isBreak: boolean,
): SeriesMonth {
  const { numerator = null, denominator = null, reported = 0 } = row ?? {};
  const isKnown = numerator !== null;
  const flags: [SeriesFlag, boolean][] = [
    ["provisional", isKnown && !(row?.isFinal && reported === expected)],
    ["final", isKnown && row?.isFinal === true && reported === expected],
    ["revised", row?.isRevised ?? false],
    ["break", isBreak],
    ["illustrative", row?.isIllustrative ?? false],
  ];
  return {
    period,
    numerator: numerator === null ? null : BigInt(numerator),
    denominator: denominator === null ? null : BigInt(denominator),
    coverage: { reported, expected },
    flags: flags.flatMap(([flag, holds]) => (holds ? [flag] : [])),
  };
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry, at) => entry === b[at]);
}
