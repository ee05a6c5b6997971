import type { Locale } from "@/lib/core/locale";
import { lastDay } from "@/lib/core/period";
import { percent } from "@/lib/core/ratio";
import { definitionName } from "./rules";
import type { Series } from "./types";

const undividedText: Readonly<Record<Locale, (units: string) => string>> = {
  vi: (units) =>
    `Không đủ dữ liệu: chưa có tỷ lệ phân chia số liệu của ${units} trong quyết định chia tách, nên các tháng của đơn vị ấy để trống.`,
  en: (units) =>
    `Not enough data: no decision says how the figures of ${units} are divided, so its months are left empty.`,
};

/** A series as GET /api/v1/series answers it: big integers as strings, rates with a point, null for missing. */
export function seriesBody(
  { agency, indicator, base, points, unplaced, undivided }: Series,
  locale: Locale = "vi",
) {
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
    note: undivided.length === 0 ? null : undividedText[locale](undivided.join(", ")),
  };
}
