import type { Day } from "@/lib/core/day";
import { comparePeriods, lastDay, type Period, periodContaining, periodKey } from "@/lib/core/period";
import { breaksOf } from "@/lib/metrics/series/breaks";
import { dividedBy } from "@/lib/metrics/series/division";
import { groupedBy } from "@/lib/metrics/series/lineage";
import { type Part, type Placement, placementOf } from "@/lib/metrics/series/placement";
import type {
  Allocation,
  Base,
  Grouping,
  Lineage,
  Rebased,
  Report,
  SeriesPoint,
} from "@/lib/metrics/series/types";

export type RebaseOptions = { base: Base; allocations?: readonly Allocation[]; group?: Grouping };

type Cell = Omit<SeriesPoint, "reporters" | "isBreak"> & { reporters: Set<string> };

/**
 * Monthly reports as series on a base: as it was then, or re-based on any day's organisation. In every period the
 * amounts of all points and of what is unplaced add up to those reported, to the đồng. A part divided by an
 * allocation keeps completed ≤ eligible (completed and the rest are divided apart, by largest remainder).
 */
export function rebase(reports: readonly Report[], lineage: Lineage, options: RebaseOptions): Rebased {
  const { base, group = (agency) => agency } = options;
  const placement = remembered(placementOf(lineage, options.allocations ?? []));
  const cells = new Map<string, Cell>();
  const unplaced: Report[] = [];
  for (const report of reports) {
    const day = lastDay(report.period);
    const parts = base === "then" ? [wholeOf(report.agency)] : placement(report.agency, day, base);
    if (parts.length === 0) unplaced.push(report);
    else addTo(cells, report, parts, (agency) => group(agency, base === "then" ? day : base));
  }
  const breaks = breaksOf(lineage, base, placement, group);
  const series = groupedBy(cells.values(), ({ agency }) => agency);
  const points = [...series].sort(byName).flatMap(([agency, list]) => drawn(list, breaks.get(agency) ?? []));
  return { points, unplaced };
}

function wholeOf(agency: string): Part {
  return { agency, weight: { n: 1n, d: 1n }, isEstimated: false };
}

function addTo(
  cells: Map<string, Cell>,
  report: Report,
  parts: readonly Part[],
  groupOf: (agency: string) => string,
): void {
  const { period } = report;
  const weights = parts.map(({ weight }) => weight);
  const amounts = dividedBy(weights, report);
  const groups = new Set(parts.map(({ agency }) => groupOf(agency)));
  for (const [index, part] of parts.entries()) {
    const agency = groupOf(part.agency);
    const key = `${agency} ${periodKey(period)}`;
    const none = {
      agency,
      period,
      completed: 0n,
      eligible: 0n,
      isEstimated: false,
      reporters: new Set<string>(),
    };
    const cell = cells.get(key) ?? none;
    cells.set(key, cell);
    cell.completed += amounts[index]?.completed ?? 0n;
    cell.eligible += amounts[index]?.eligible ?? 0n;
    // What is divided among the units of one group is still exact for the group.
    cell.isEstimated ||= part.isEstimated && groups.size > 1;
    cell.reporters.add(report.agency);
  }
}

/** The points of one agency in order; a change counts from the first point that ends after it. */
function drawn(cells: readonly Cell[], breaks: readonly Day[]): SeriesPoint[] {
  const ordered = [...cells].sort((a, b) => comparePeriods(a.period, b.period));
  return ordered.map(({ reporters, ...cell }, index): SeriesPoint => {
    const before = ordered[index - 1]?.period;
    const isBreak = breaks.some((on) => fallsIn(on, cell.period, before));
    return { ...cell, reporters: [...reporters].sort(), isBreak };
  });
}

function fallsIn(on: Day, period: Period, before: Period | undefined): boolean {
  const changed = periodContaining(on);
  const isAfter =
    before === undefined ? comparePeriods(changed, period) >= 0 : comparePeriods(changed, before) > 0;
  return isAfter && comparePeriods(changed, period) <= 0;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same question is asked for every report of a month. */
function remembered(placement: Placement): Placement {
  const known = new Map<string, readonly Part[]>();
  return (agency, from, to) => {
    const key = `${agency} ${from} ${to}`;
    const parts = known.get(key) ?? placement(agency, from, to);
    known.set(key, parts);
    return parts;
  };
}
