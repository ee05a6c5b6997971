import type { Day } from "@/lib/core/day";
import { comparePeriods, lastDay, type Period } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import { placementOf } from "@/lib/metrics/series/placement";
import { rebase } from "@/lib/metrics/series/rebase";
import type { Allocation, Grouping, Lineage, Report } from "@/lib/metrics/series/types";

/** What an agency of today is compared with when it must be "cao hơn năm …". */
export type Baseline = {
  /** The sum of its predecessors' absolute numbers; null while one of them is missing. */
  ratio: Ratio | null;
  reporters: readonly string[];
  missing: readonly string[];
  isEstimated: boolean;
};

export type BaselineQuestion = {
  agency: string;
  /** The period to compare with, such as the twelve months of 2021. */
  period: Period;
  /** The organisation the agency belongs to. */
  asOf: Day;
  /** Who had to report in `period`: a silent one of them makes the baseline unknown, not smaller. */
  expected: readonly string[];
  allocations?: readonly Allocation[];
  group?: Grouping;
};

/** The baseline of an agency that may have come from others: absolute numbers are added, rates never averaged. */
export function baselineOf(
  reports: readonly Report[],
  lineage: Lineage,
  { agency, period, asOf, expected, allocations = [], group = (code) => code }: BaselineQuestion,
): Baseline {
  const placement = placementOf(lineage, allocations);
  const countsIn = (code: string) =>
    placement(code, lastDay(period), asOf).some((part) => group(part.agency, asOf) === agency);
  const then = reports.filter(
    (report) => comparePeriods(report.period, period) === 0 && countsIn(report.agency),
  );
  const reporters = new Set(then.map((report) => report.agency));
  const missing = expected.filter((code) => !reporters.has(code) && countsIn(code)).sort();
  const { points } = rebase(then, lineage, { base: asOf, allocations, group });
  const point = points.find((each) => each.agency === agency);
  const isKnown = point !== undefined && missing.length === 0;
  return {
    ratio: isKnown ? { numerator: point.completed, denominator: point.eligible } : null,
    reporters: [...reporters].sort(),
    missing,
    isEstimated: point?.isEstimated ?? false,
  };
}
