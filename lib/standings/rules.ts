import type { Day } from "@/lib/core/day";
import type { Period } from "@/lib/core/period";
import { percent, type Ratio } from "@/lib/core/ratio";
import { definitionOn, INDICATORS } from "@/lib/indicators/rules";
import type { Indicator, MeasuredCode } from "@/lib/indicators/types";
import { type Comparison, formatBasisPoints } from "@/lib/metrics/target";
import type { Verdict } from "@/lib/metrics/verdict";
import { inForce, measureStanding, type StoredTarget } from "@/lib/scoreboard/rules";
import { type Dividing, dividing } from "@/lib/series/rules";
import type { Asked, Standing, Stated } from "./types";

/** A target of the year as stored; counts are asked for in `countValue`. */
export type AskedRow = StoredTarget & { countValue: bigint | null };

/** The catalogue's entries that are numbers, with where their sums are stored. */
export function measuredIndicators(on: Day): { indicator: Standing["indicator"]; stored: Dividing }[] {
  return INDICATORS.filter(isMeasured).map((indicator) => ({
    indicator,
    stored: dividing(indicator.code, on),
  }));
}

function isMeasured(indicator: Indicator): indicator is Standing["indicator"] {
  return indicator.kind !== "qualitative";
}

/**
 * Whether a rate grows towards its target over the year, so that a month asks for its part of it: the completion rates
 * of the docket do. A rate over counts ("decisions on time") is asked for whole in every month.
 */
function growsWithinYear(indicator: Indicator, on: Day): boolean {
  return definitionOn(indicator, on)?.numerator.some(({ form }) => form === "results") ?? false;
}

type Given = {
  indicator: Standing["indicator"];
  stated: Stated;
  row: AskedRow | null;
  /** What the agency itself reached in the year its target names; null while that is not known. */
  baseline: Ratio | null;
  self: string;
  nameOf: (agency: string) => string | null;
};

/** What an agency stated of an indicator against what is asked of it. Nothing asked or nothing stated: no verdict. */
export function standingOf(given: Given, period: Period, on: Day): Standing {
  const { indicator, stated, row } = given;
  const none = { verdict: null, points: null, remaining: null };
  if (row === null) return { indicator, ...stated, asked: null, ...none };
  const asked = askedOf(given, row);
  if (indicator.kind === "count") {
    return { indicator, ...stated, asked, ...none, ...countVerdict(stated.count, asked, period.month) };
  }
  const isKnown =
    stated.ratio !== null && (row.comparison !== "higherThanBaseline" || given.baseline !== null);
  if (!isKnown) return { indicator, ...stated, asked, ...none };
  const target = inForce(row, { ...given, baseline: () => given.baseline });
  const grows = growsWithinYear(indicator, on);
  const { verdict, points, remaining } = measureStanding(stated.ratio, target, grows ? period.month : 12);
  return { indicator, ...stated, asked, verdict: withinYear(verdict, period.month), points, remaining };
}

/** Before the year's end nothing is missed for good. */
function withinYear(verdict: Verdict, month: number): Verdict {
  return verdict === "NOT_MET" && month < 12 ? "BEHIND" : verdict;
}

/** A count against the count asked for: it grows, so a month asks for its part. */
function countVerdict(count: bigint | null, { count: wanted, comparison }: Asked, month: number) {
  if (count === null || wanted === null || wanted <= 0n || comparison === "higherThanBaseline") return {};
  const target = { comparison, basisPoints: 10_000n };
  const { verdict, remaining } = measureStanding(
    { numerator: count, denominator: wanted },
    { target, inheritedFrom: null, inheritedName: null, source: "" },
    month,
  );
  return { verdict, remaining };
}

function askedOf({ baseline, self, nameOf }: Given, row: AskedRow): Asked {
  const comparison = row.comparison as Comparison;
  const isBaseline = comparison === "higherThanBaseline";
  const ownPct = row.countValue === null ? formatBasisPoints(BigInt(row.basisPoints)) : null;
  return {
    comparison,
    pct: isBaseline ? baseline && percent(baseline) : ownPct,
    count: row.countValue,
    baselineYear: isBaseline ? row.baselineYear : null,
    inheritedName: row.agencyCode === self ? null : nameOf(row.agencyCode),
    source: row.source,
  };
}

/** How many of the judged indicators are reached, how many are judged, and for how many an input is missing. */
export function tally(standings: readonly Standing[]): { met: number; judged: number; unknown: number } {
  const asked = standings.filter(({ asked }) => asked !== null);
  const judged = asked.filter(({ verdict }) => verdict !== null && verdict !== "NOT_APPLICABLE");
  return {
    met: judged.filter(({ verdict }) => verdict === "MET").length,
    judged: judged.length,
    unknown: asked.filter(({ verdict }) => verdict === null).length,
  };
}

/** A row of sums: done, eligible and enforceable of one half of one part of the form. */
export type FigureRow = {
  measure: string;
  slice: string;
  done: string | null;
  eligible: string | null;
  reports: number;
  shared: string | null;
  enforceable: string | null;
  shareReports: number;
};

/** A row of sums over the counts beside the form, by indicator. */
export type CountRow = {
  code: string;
  reports: number;
  numerator: string;
  denominator: string | null;
};

/** What the rows say of one indicator. */
export function statedOf(
  code: MeasuredCode,
  stored: Dividing,
  figures: readonly FigureRow[],
  counts: readonly CountRow[],
): Stated {
  if (stored.form === "results") {
    const row = figures.find(({ measure, slice }) => measure === stored.measure && slice === stored.slice);
    if (!row) return nothing;
    return stored.isShare
      ? ratioOf(row.shared, row.enforceable, row.shareReports)
      : ratioOf(row.done, row.eligible, row.reports);
  }
  const row = counts.find((each) => each.code === code);
  if (!row) return nothing;
  if (stored.denominator === null) return { ratio: null, count: BigInt(row.numerator), reports: row.reports };
  return ratioOf(row.numerator, row.denominator, row.reports);
}

const nothing: Stated = { ratio: null, count: null, reports: 0 };

function ratioOf(numerator: string | null, denominator: string | null, reports: number): Stated {
  if (numerator === null || denominator === null) return nothing;
  return {
    ratio: { numerator: BigInt(numerator), denominator: BigInt(denominator) },
    count: null,
    reports,
  };
}
