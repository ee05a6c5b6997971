import { valueAt } from "@/components/results/entry/movement";
import type { Period } from "@/lib/core/period";
import type { Column, FormFigures, Measure, Slice } from "@/lib/form/columns";
import type { FormVersion } from "@/lib/form/version";
import type { EarlierMonth } from "@/lib/results/types";

/** One month's figure; null = none. */
export type Bar = Period & { value: bigint | null };

const shown = 12;

/** The twelve months that end with `period`, oldest first. Example: month 2 of 2023 begins with month 3 of 2022. */
export function rollingMonths({ year, month }: Period): Period[] {
  const last = year * 12 + month - 1;
  return Array.from({ length: shown }, (_, at) => last - shown + 1 + at).map((index) => ({
    year: Math.floor(index / 12),
    month: (index % 12) + 1,
  }));
}

/** One column over the last twelve months: accepted figures, and as the last month what is on the screen. */
export function rollingBars(
  period: Period,
  earlier: readonly EarlierMonth[],
  live: FormFigures,
  place: { slice: Slice; measure: Measure; column: Column; version: FormVersion },
): Bar[] {
  const { slice, measure, column, version } = place;
  return rollingMonths(period).map(({ year, month }) => {
    const isThis = year === period.year && month === period.month;
    const found = earlier.find((each) => each.year === year && each.month === month);
    const figures = isThis ? live : found?.figures[slice];
    return { year, month, value: valueAt(figures, measure, column, version) };
  });
}

/** Bars by statistical year, oldest first: within a year they grow, between years they start anew. */
export function barsByYear(bars: readonly Bar[]): { year: number; bars: Bar[] }[] {
  return [...new Set(bars.map(({ year }) => year))].map((year) => ({
    year,
    bars: bars.filter((bar) => bar.year === year),
  }));
}
