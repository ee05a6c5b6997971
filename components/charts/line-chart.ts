import { type Markup, markup } from "@/components/ui/markup";
import { apart, linear, pathThrough, place, type Scale } from "./scale";

export type LineChart = {
  id: string;
  label: string;
  months: readonly number[];
  /** Cumulative percent by month, this year and the year before. */
  current: readonly MonthValue[];
  before: readonly MonthValue[];
  beforeName: string;
  lastLabel: string;
  target: { percent: number; label: string } | null;
  outlook: { point: number; low: number; high: number; label: string } | null;
  /** The largest percent of a scale shared with other charts; without it the chart's own. */
  most?: number;
};
export type MonthValue = { month: number; percent: number };

const size = { width: 400, height: 190 };
const frame = { left: 10, right: 322, top: 22, bottom: 164 };

/** Cumulative rates of this year and the last, the target, its even pace, and where the year may end. */
export function lineChart(chart: LineChart): Markup {
  const { current, before, target, outlook } = chart;
  const values = [...current, ...before].map(({ percent }) => percent);
  const most = (chart.most ?? Math.max(10, target?.percent ?? 0, outlook?.high ?? 0, ...values)) * 1.06;
  const x = linear([1, 12], [frame.left, frame.right]);
  const y = linear([0, most], [frame.bottom, frame.top]);
  const line = (points: readonly MonthValue[]) =>
    pathThrough(points.map(({ month, percent }) => [x(month), y(percent)]));
  const last = current.at(-1);
  return markup`<svg id="${chart.id}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${chart.label}" class="h-auto w-full" font-size="13"><path d="M${frame.left} ${place(y(0))}H${frame.right}" class="stroke-line" fill="none"/>${chart.months.map((month) => markup`<text x="${place(x(month))}" y="${size.height - 8}" text-anchor="middle" class="fill-ink-2">${month}</text>`)}${target && targetLines(target.percent, x, y)}${before.length > 1 ? markup`<path d="${line(before)}" class="stroke-ink-3" fill="none" stroke-width="1.25" opacity=".75"/>` : null}<path d="${line(current)}" class="stroke-ink" fill="none" stroke-width="2.5" stroke-linejoin="round"/>${last && outlook ? outlookLines(last, outlook, x, y) : null}${last ? markup`<circle cx="${place(x(last.month))}" cy="${place(y(last.percent))}" r="4.5" class="fill-ink"/>` : null}${last && last.month < 10 ? markup`<text x="${place(x(last.month))}" y="${place(y(last.percent) - 10)}" text-anchor="${last.month < 3 ? "start" : "middle"}" font-weight="600" class="fill-ink">${chart.lastLabel}</text>` : null}${sideLabels(chart, y)}</svg>`;
}

function targetLines(percent: number, x: Scale, y: Scale): Markup {
  return markup`<path d="M${place(x(1))} ${place(y(percent / 12))}L${place(x(12))} ${place(y(percent))}" class="stroke-ink-3" fill="none" stroke-dasharray="1 5" stroke-linecap="round" stroke-width="2"/><path d="M${frame.left} ${place(y(percent))}H${frame.right}" class="stroke-brand" fill="none" stroke-dasharray="5 4" stroke-width="1.5"/>`;
}

function outlookLines(
  last: MonthValue,
  { point, low, high }: NonNullable<LineChart["outlook"]>,
  x: Scale,
  y: Scale,
): Markup {
  return markup`<path d="M${place(x(last.month))} ${place(y(last.percent))}L${place(x(12))} ${place(y(high))}V${place(y(low))}Z" class="fill-pace" opacity=".14"/><path d="M${place(x(last.month))} ${place(y(last.percent))}L${place(x(12))} ${place(y(point))}" class="stroke-pace" fill="none" stroke-dasharray="3 4" stroke-width="1.75"/><path d="M${place(x(12))} ${place(y(low))}V${place(y(high))}" class="stroke-pace" stroke-width="4" stroke-linecap="round" opacity=".65"/>`;
}

/** What stands at the year's end, beside the line it names, moved apart. */
function sideLabels(
  { target, before, beforeName, outlook, current, lastLabel }: LineChart,
  y: Scale,
): Markup {
  const last = current.at(-1);
  const end = before.find(({ month }) => month === 12);
  const labels = [
    target && { at: target.percent, text: target.label, look: "fill-brand", weight: 600 },
    outlook && { at: outlook.point, text: outlook.label, look: "fill-pace", weight: 600 },
    end && before.length > 1 ? { at: end.percent, text: beforeName, look: "fill-ink-2", weight: 400 } : null,
    last && last.month >= 10 ? { at: last.percent, text: lastLabel, look: "fill-ink", weight: 600 } : null,
  ].filter((label) => label !== null);
  const heights = apart(
    labels.map(({ at }) => y(at)),
    14,
  );
  return markup`${labels.map(({ text, look, weight }, at) => markup`<text x="${frame.right + 9}" y="${place((heights[at] ?? 0) + 4)}" font-weight="${weight}" class="${look}">${text}</text>`)}`;
}
