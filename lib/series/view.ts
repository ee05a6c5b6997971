import { lastDay } from "@/lib/core/period";
import { percent } from "@/lib/core/ratio";
import { definitionName } from "./rules";
import type { Series } from "./types";

/** A series as GET /api/v1/series answers it: big integers as strings, rates with a point, null for missing. */
export function seriesBody({ agency, indicator, base, points, unplaced }: Series) {
  return {
    agency,
    indicator,
    base,
    points: points.map(({ period, numerator, denominator, coverage, flags }) => ({
      ...period,
      numerator: numerator?.toString() ?? null,
      denominator: denominator?.toString() ?? null,
      ratePct: numerator === null || denominator === null ? null : percent({ numerator, denominator }),
      flags,
      definition: definitionName(indicator, lastDay(period)),
      coverage,
    })),
    unplaced,
  };
}
