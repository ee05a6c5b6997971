import { sourceOf } from "@/components/leaders/figure";
import { foldedNumbers } from "@/components/leaders/numbers";
import { card } from "@/components/ui/card";
import { type Markup, type MarkupValue, markup } from "@/components/ui/markup";
import { type Day, dayOfInstant } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import type { Period } from "@/lib/core/period";
import { type OverviewText, overviewText } from "@/lib/i18n/overview";
import { chartTable } from "@/lib/overview/tables/view";
import type { ChartKind, Overview } from "@/lib/overview/types";
import { paths } from "@/lib/paths";
import type { BoardNode, Measure } from "@/lib/scoreboard/types";

/** What every part of the overview is drawn from. */
export type Drawing = {
  overview: Overview;
  measure: Measure;
  locale: Locale;
  t: OverviewText;
  /** The chart whose numbers were asked for as a table. */
  table: ChartKind | undefined;
  /** The earlier day whose knowledge is shown; every link keeps it. */
  asOf: Day | undefined;
};

export function drawingOf(overview: Overview, measure: Measure, locale: Locale, table?: ChartKind): Drawing {
  const { knownAt } = overview.board;
  const asOf = knownAt ? dayOfInstant(knownAt) : undefined;
  return { overview, measure, locale, t: overviewText[locale], table, asOf };
}

/** Where a figure of an agency is proved, in the page's period or another. */
export function proofHref({ overview, asOf }: Drawing, node: BoardNode, period?: Period): string {
  const { year, month } = period ?? overview.board.period;
  return paths.proof(node.agency, year, month, { own: node.own ? 1 : undefined, asOf });
}

/** One level down: the same page of an agency, or the proof of a province's own office. */
export function drillHref(drawing: Drawing, node: BoardNode): string {
  if (node.own) return proofHref(drawing, node);
  const { overview, measure, asOf } = drawing;
  return paths.overview({ agency: node.agency, ...overview.board.period, measure, asOf });
}

type Frame = { kind: ChartKind; title: string; picture: MarkupValue; note: string; pictureId?: string };

/** A chart in its card: finding, picture, how to read it, source and as-of date, its numbers and the ways to take them. */
export function chartCard(drawing: Drawing, frame: Frame, look = ""): Markup {
  const content = markup`${frame.picture}<p class="text-sm text-ink-2">${frame.note}</p>${chartFoot(drawing, frame)}`;
  return card(frame.kind, frame.title, content, look);
}

/** Source, as-of date, table and downloads of a chart. */
export function chartFoot(
  drawing: Drawing,
  { kind, title, pictureId }: Omit<Frame, "picture" | "note">,
): Markup {
  return markup`${sourceLine(drawing)}<div class="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm no-print">${numbers(drawing, kind, title)}${downloads(drawing, kind, pictureId)}</div>`;
}

/** Charts with a row for each agency below: their numbers come when they are asked for. */
const long: readonly ChartKind[] = ["map", "contributions", "ranking", "funnel"];

function numbers(drawing: Drawing, kind: ChartKind, title: string): Markup {
  const { overview, measure, locale, t, asOf } = drawing;
  const isAsked = drawing.table === kind;
  if (long.includes(kind) && !isAsked) {
    const { root, period } = overview.board;
    const href = paths.overview({ agency: root.agency, ...period, measure, table: kind, asOf });
    return markup`<a class="link min-h-6" href="${href}#${kind}-title">${t.table}</a>`;
  }
  const table = chartTable(kind, overview, measure, locale);
  return foldedNumbers(table, { label: t.table, title, isOpen: isAsked }, locale);
}

/** Where the figures come from and how new they are. */
export function sourceLine({ overview: { board }, locale }: Drawing): Markup {
  return sourceOf([board.root], locale);
}

/** Links to the same numbers as files, and to the picture. */
export function downloads(
  { overview, measure, t, asOf }: Drawing,
  chart: ChartKind,
  pictureId?: string,
): Markup {
  const { root, period } = overview.board;
  const href = (format: string) =>
    paths.overviewExport({ agency: root.agency, ...period, measure, chart, format, asOf });
  const png = pictureId
    ? markup`<button type="button" class="link cursor-pointer" data-picture="${pictureId}" data-name="${chart}-${root.agency}-${period.year}-${period.month}">PNG</button>`
    : null;
  return markup`<span class="flex gap-3 no-print"><a class="link" href="${href("csv")}">${t.csv}</a><a class="link" href="${href("xlsx")}">${t.excel}</a>${png}</span>`;
}
