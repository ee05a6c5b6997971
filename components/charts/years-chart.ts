import { type Markup, markup } from "@/components/ui/markup";
import { apart, linear, pathThrough, place, type Scale } from "./scale";

export type YearsLine = { name: string; values: readonly { year: number; percent: number }[] };
export type YearsChart = { id: string; label: string; years: readonly number[]; lines: readonly YearsLine[] };

const size = { width: 640, height: 300 };
const frame = { left: 44, right: 440, top: 18, bottom: 264 };
/** Each line has a shape and a dash of its own, so that colour is not needed to tell them apart. */
const dashes = ["", "6 3", "2 3", "9 3 2 3", "1 4", "12 4"];

/** Rates of several agencies over the years, each named at its end; the scale fits them and is written beside. */
export function yearsChart({ id, label, years, lines }: YearsChart): Markup {
  const percents = lines.flatMap(({ values }) => values.map(({ percent }) => percent));
  const [low, high] = [Math.min(100, ...percents), Math.max(0, ...percents)];
  const room = Math.max(1, (high - low) * 0.15);
  const [least, most] = [Math.max(0, low - room), Math.min(100, high + room)];
  const x = linear([years[0] ?? 0, years.at(-1) ?? 1], [frame.left, frame.right]);
  const y = linear([least, most], [frame.bottom, frame.top]);
  const step = [1, 2, 5, 10, 20].find((each) => (most - least) / each <= 6) ?? 20;
  const levels = Array.from({ length: 101 }, (_, at) => at * step).filter(
    (level) => level >= least && level <= most,
  );
  const grid = levels.map(
    (level) =>
      markup`<path d="M${frame.left} ${place(y(level))}H${frame.right}" class="stroke-line-2"/><text x="${frame.left - 8}" y="${place(y(level) + 4)}" text-anchor="end" class="fill-ink-2">${level} %</text>`,
  );
  const marks = years.map(
    (year) =>
      markup`<text x="${place(x(year))}" y="${size.height - 14}" text-anchor="middle" class="fill-ink-2">${year}</text>`,
  );
  const drawn = lines.map((line, at) => drawLine(line, at, x, y));
  return markup`<svg id="${id}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${label}" class="h-auto w-full min-w-[34rem] max-w-3xl" font-size="13">${grid}${marks}${drawn}${names(lines, y)}</svg>`;
}

function drawLine({ values }: YearsLine, at: number, x: Scale, y: Scale): Markup {
  const path = pathThrough(values.map(({ year, percent }) => [x(year), y(percent)]));
  const dots = values.map(({ year, percent }) => shape(at, x(year), y(percent)));
  return markup`<path d="${path}" class="stroke-ink-2" fill="none" stroke-width="1.75" stroke-dasharray="${dashes[at % dashes.length] ?? ""}"/>${dots}`;
}

/** A filled or an open circle, square or triangle. */
function shape(at: number, x: number, y: number): Markup {
  const look = at % 6 < 3 ? "fill-ink stroke-ink" : "fill-card stroke-ink";
  if (at % 3 === 0)
    return markup`<circle cx="${place(x)}" cy="${place(y)}" r="4.5" class="${look}" stroke-width="1.5"/>`;
  if (at % 3 === 1)
    return markup`<rect x="${place(x - 4)}" y="${place(y - 4)}" width="8" height="8" class="${look}" stroke-width="1.5"/>`;
  return markup`<path d="M${place(x)} ${place(y - 5)}L${place(x + 5)} ${place(y + 4)}H${place(x - 5)}Z" class="${look}" stroke-width="1.5"/>`;
}

function names(lines: readonly YearsLine[], y: Scale): Markup {
  const ends = lines.map(({ values }) => values.at(-1)?.percent ?? 0);
  const heights = apart(ends.map(y), 18);
  return markup`${lines.map(({ name }, at) => markup`${shape(at, frame.right + 20, heights[at] ?? 0)}<text x="${frame.right + 32}" y="${place((heights[at] ?? 0) + 4)}" class="fill-ink">${name}</text>`)}`;
}
