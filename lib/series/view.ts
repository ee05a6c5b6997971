import { percent } from "@/lib/core/ratio";
import type { Series } from "./types";

/** A series as GET /api/v1/series answers it: big integers as strings, rates with a point, null for missing. */
export function seriesBody({ agency, indicator, definition, base, points, unplaced }: Series) {
  return {
    agency,
    indicator,
    definition,
    base,
    points: points.map(({ period, ratio, coverage, flags }) => ({
      ...period,
      numerator: ratio?.numerator.toString() ?? null,
      denominator: ratio?.denominator.toString() ?? null,
      ratePct: ratio && percent(ratio),
      flags,
      definition,
      coverage,
    })),
    unplaced,
  };
}
