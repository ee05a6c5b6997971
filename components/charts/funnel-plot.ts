import { type Markup, markup } from "@/components/ui/markup";
import type { Tone } from "./bars";
import { linear, logarithmic, pathThrough, place, type Scale } from "./scale";

export type FunnelPoint = {
  href: string;
  words: string;
  cases: number;
  percent: number;
  /** Written beside the point; null for those that need no name. */
  name: string | null;
  tone: Tone;
};
/** Limits in percent at one number of cases, ascending. */
export type FunnelLimit = { cases: number; low95: number; high95: number; low998: number; high998: number };

export type FunnelPlot = {
  id: string;
  label: string;
  points: readonly FunnelPoint[];
  limits: readonly FunnelLimit[];
  parent: { percent: number; label: string };
  target: { percent: number; label: string } | null;
  axis: string;
  numberOf: (cases: number) => string;
};

const size = { width: 640, height: 340 };
const frame = { left: 44, right: 560, top: 16, bottom: 286 };

const shapes: Readonly<Record<Tone, string>> = {
  met: "fill-met",
  pace: "fill-pace",
  behind: "fill-behind",
  miss: "fill-miss",
  none: "fill-ink-3",
};

/** Rate against size with what chance allows around the parent's rate; every point is a link. */
export function funnelPlot(plot: FunnelPlot): Markup {
  const { points, limits, parent, target } = plot;
  const cases = points.map((point) => point.cases);
  const percents = [...points.map(({ percent }) => percent), parent.percent];
  const [least, most] = [
    Math.max(0, Math.min(...percents) - 1.5),
    Math.min(101, Math.max(...percents) + 1.5),
  ];
  const x = logarithmic([Math.min(...cases) * 0.85, Math.max(...cases) * 1.15], [frame.left, frame.right]);
  const y = linear([least, most], [frame.bottom, frame.top]);
  return markup`<svg id="${plot.id}" viewBox="0 0 ${size.width} ${size.height}" role="group" aria-label="${plot.label}" class="h-auto w-full min-w-[36rem]" font-size="12">${axes(plot, { least, most }, x, y)}${curve(limits, ["low998", "high998"], x, y, "stroke-ink-3", 1.25)}${curve(limits, ["low95", "high95"], x, y, "stroke-line", 1.5)}${level(parent, y, "stroke-ink-2", "fill-ink-2", "2 3")}${target && target.percent > least && target.percent < most && Math.abs(y(target.percent) - y(parent.percent)) > 12 ? level(target, y, "stroke-brand", "fill-brand", "5 4") : null}${withoutCollisions(points, x, y).map((point) => drawPoint(point, x, y))}</svg>`;
}

function axes(
  { axis, numberOf, points }: FunnelPlot,
  { least, most }: { least: number; most: number },
  x: Scale,
  y: Scale,
): Markup {
  const step = most - least > 40 ? 20 : most - least > 18 ? 10 : 5;
  const levels = Array.from({ length: 30 }, (_, at) => at * step).filter(
    (one) => one >= least && one <= most,
  );
  const cases = points.map((point) => point.cases);
  const sizes = [30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000].filter(
    (one) => one >= Math.min(...cases) * 0.85 && one <= Math.max(...cases) * 1.15,
  );
  return markup`${levels.map((one) => markup`<path d="M${frame.left} ${place(y(one))}H${frame.right}" class="stroke-line-2"/><text x="${frame.left - 8}" y="${place(y(one) + 4)}" text-anchor="end" class="fill-ink-2">${one} %</text>`)}<path d="M${frame.left} ${frame.bottom}H${frame.right}" class="stroke-line"/>${sizes.map((one) => markup`<text x="${place(x(one))}" y="${frame.bottom + 18}" text-anchor="middle" class="fill-ink-2">${numberOf(one)}</text>`)}<text x="${(frame.left + frame.right) / 2}" y="${frame.bottom + 40}" text-anchor="middle" class="fill-ink-2">${axis}</text>`;
}

type Edge = "low95" | "high95" | "low998" | "high998";

function curve(
  limits: readonly FunnelLimit[],
  edges: readonly Edge[],
  x: Scale,
  y: Scale,
  look: string,
  width: number,
): Markup {
  const inside = (height: number) => Math.min(frame.bottom, Math.max(frame.top, height));
  return markup`${edges.map((edge) => markup`<path d="${pathThrough(limits.map((limit) => [x(limit.cases), inside(y(limit[edge]))]))}" class="${look}" fill="none" stroke-width="${width}"/>`)}`;
}

function level(
  { percent, label }: { percent: number; label: string },
  y: Scale,
  line: string,
  text: string,
  dashes: string,
): Markup {
  return markup`<path d="M${frame.left} ${place(y(percent))}H${frame.right}" class="${line}" fill="none" stroke-dasharray="${dashes}" stroke-width="1.25"/><text x="${frame.right + 6}" y="${place(y(percent) + 4)}" font-weight="600" class="${text}">${label}</text>`;
}

function drawPoint({ href, words, cases, percent, name, tone }: FunnelPoint, x: Scale, y: Scale): Markup {
  const [left, top] = [x(cases), y(percent)];
  const text =
    name === null
      ? null
      : markup`<text x="${place(left + 7)}" y="${place(top + 4)}" class="fill-ink" font-weight="600" font-size="11">${name}</text>`;
  return markup`<a href="${href}"><title>${words}</title><circle cx="${place(left)}" cy="${place(top)}" r="12" opacity="0"/><circle cx="${place(left)}" cy="${place(top)}" r="4.5" class="${shapes[tone]} stroke-card" stroke-width="1"/>${text}</a>`;
}

/** Points whose names would stand on another name lose theirs; the pointer and the table still tell it. */
function withoutCollisions(points: readonly FunnelPoint[], x: Scale, y: Scale): FunnelPoint[] {
  const taken: { left: number; right: number; top: number }[] = [];
  return points.map((point) => {
    if (point.name === null) return point;
    const [left, top] = [x(point.cases), y(point.percent)];
    const right = left + 14 + point.name.length * 7;
    const isFree = taken.every(
      (other) => right < other.left || left > other.right || Math.abs(top - other.top) > 11,
    );
    if (isFree) taken.push({ left, right, top });
    return isFree ? point : { ...point, name: null };
  });
}
