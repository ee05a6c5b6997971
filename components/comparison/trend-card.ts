import { type LineChart, lineChart } from "@/components/charts/line-chart";
import { proven } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import { ratioIn } from "@/lib/comparisons/rules";
import type { Compared } from "@/lib/comparisons/types";
import { trendTitle } from "@/lib/comparisons/view";
import { formatDecimal, formatRate } from "@/lib/core/format";
import { targetRate } from "@/lib/metrics/target";
import { drawn, drawnFraction } from "@/lib/overview/view";
import { type ComparisonDrawing, comparedCard, nameOf, proofOf, textOf } from "./drawing";

/** One small picture for each agency, all on one scale: this year, the year before, the target and its even pace. */
export function trendCard(drawing: ComparisonDrawing): Markup {
  const { comparison, locale } = drawing;
  const { chosen, period, measure } = comparison;
  const charts = chosen.map((each) => ({ each, chart: chartOf(drawing, each) }));
  const most = Math.max(10, ...charts.flatMap(({ chart }) => reachOf(chart)));
  const pictures = charts.map(({ each, chart }) => {
    const rate = formatRate(each.board.root[measure].ratio, locale);
    const content =
      chart.current.length > 0 ? lineChart({ ...chart, most }) : markup`<p class="text-ink-2">–</p>`;
    return markup`<li class="min-w-0"><h3 class="flex justify-between gap-2 text-sm"><span>${nameOf(drawing, each)}</span>${proven(proofOf(drawing, each), rate)}</h3>${content}</li>`;
  });
  return comparedCard(drawing, "trend", {
    title: trendTitle(comparison, locale),
    content: markup`<ul class="grid gap-x-8 gap-y-5 sm:grid-cols-2 xl:grid-cols-3">${pictures}</ul>`,
    note: textOf(drawing).trendNote,
    pictures: charts.map(({ each, chart }) => ({
      id: chart.id,
      name: `xu-huong-${measure}-${each.board.root.agency}-${period.year}-${period.month}`,
      label: nameOf(drawing, each),
    })),
  });
}

function chartOf(drawing: ComparisonDrawing, each: Compared): LineChart {
  const { comparison, locale } = drawing;
  const { period, measure } = comparison;
  const { agency } = each.board.root;
  const { ratio, target, targetPct } = each.board.root[measure];
  const asked = target && targetRate(target.target);
  return {
    id: `trend-${agency}`,
    label: `${nameOf(drawing, each)}: ${textOf(drawing).parts.trend}, ${formatRate(ratio, locale)}`,
    months: [1, 3, 6, 9, 12],
    current: valuesOf(each, period.year, period.month),
    before: valuesOf(each, period.year - 1, 12),
    beforeName: String(period.year - 1),
    lastLabel: formatRate(ratio, locale),
    target:
      asked && targetPct
        ? { percent: drawnFraction(asked), label: `${formatDecimal(targetPct, locale)} %` }
        : null,
    outlook: null,
  };
}

function valuesOf(each: Compared, year: number, until: number) {
  return Array.from({ length: until }, (_, at) => at + 1).flatMap((month) => {
    const percent = drawn(ratioIn(each, { year, month }));
    return percent === null ? [] : [{ month, percent }];
  });
}

function reachOf({ current, before, target }: LineChart): number[] {
  return [...current, ...before].map(({ percent }) => percent).concat(target?.percent ?? 0);
}
