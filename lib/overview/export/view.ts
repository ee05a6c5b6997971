import type { Locale } from "@/lib/core/locale";
import { formatPeriod, periodKey } from "@/lib/core/period";
import type { ExportTable } from "@/lib/exports/types";
import { overviewText } from "@/lib/i18n/overview";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import type { Measure } from "@/lib/scoreboard/types";
import { boardNotes, nodeName } from "@/lib/scoreboard/view";
import { chartTable } from "../tables/view";
import type { ChartKind, Overview } from "../types";

/** The numbers of one chart as a file, with what they are, where they come from and how new they are. */
export function overviewExport(
  overview: Overview,
  { chart, measure }: { chart: ChartKind; measure: Measure },
  locale: Locale,
  now: Date,
): ExportTable {
  const [t, w] = [overviewText[locale], scoreboardText[locale]];
  const { root, period } = overview.board;
  return {
    name: `tong-quan-${chart}-${measure}-${root.agency}-${periodKey(period)}`,
    title: `${w.exportTitle(nodeName(root, locale), formatPeriod(period, locale))}: ${t.chart[chart]}, ${t.about[measure]}`,
    notes: boardNotes(overview.board, locale, now),
    ...chartTable(chart, overview, measure, locale),
  };
}
