import { funnelPlot } from "@/components/charts/funnel-plot";
import { type Markup, markup } from "@/components/ui/markup";
import { formatCount, formatDecimal, formatRate } from "@/lib/core/format";
import { lastDay } from "@/lib/core/period";
import type { FunnelPlace } from "@/lib/metrics/funnel";
import { targetRate } from "@/lib/metrics/target";
import { funnelOf } from "@/lib/overview/findings/rules";
import { tilesOn } from "@/lib/overview/tiles/rules";
import type { FunnelEntry } from "@/lib/overview/types";
import { drawn, drawnFraction, funnelTitle, shortPlace } from "@/lib/overview/view";
import { chartCard, type Drawing, drillHref } from "./drawing";
import { marks } from "./map";

const NAMED = 9;

/** Rates against size within what chance allows; null with too few to make a picture. */
export function funnelCard(drawing: Drawing): Markup | null {
  const { overview, measure, locale, t } = drawing;
  const { root } = overview.board;
  const entries = funnelOf(overview.board, measure);
  const parent = drawn(root[measure].ratio);
  if (entries.length < 3 || parent === null) return null;
  const title = funnelTitle(overview, measure, locale);
  const { target, targetPct } = root[measure];
  const asked = target && targetRate(target.target);
  const named = namesOf(drawing, entries, parent);
  const plot = funnelPlot({
    id: "funnel-picture",
    label: title,
    points: entries.map((entry) => pointOf(drawing, entry, named)),
    limits: [...entries]
      .sort((a, b) => Number(a.cases - b.cases))
      .map(({ cases, limits: { warning, action } }) => ({
        cases: Number(cases),
        low95: warning.low * 100,
        high95: warning.high * 100,
        low998: action.low * 100,
        high998: action.high * 100,
      })),
    parent: { percent: parent, label: formatRate(root[measure].ratio, locale) },
    target:
      asked && targetPct
        ? { percent: drawnFraction(asked), label: `${formatDecimal(targetPct, locale)} %` }
        : null,
    axis: t.funnelX,
    numberOf: (cases) => formatCount(cases, locale),
  });
  const picture = markup`<div class="table-frame" tabindex="0" role="region" aria-label="${t.frame.chart}: ${title}">${plot}</div>`;
  return chartCard(drawing, {
    kind: "funnel",
    title,
    picture,
    note: t.funnelNote,
    pictureId: "funnel-picture",
  });
}

/** The outliers farthest from the whole are named, provinces by their abbreviation on the map. */
function namesOf({ overview, measure, locale }: Drawing, entries: readonly FunnelEntry[], parent: number) {
  const short = new Map(
    tilesOn(lastDay(overview.board.period)).map(({ agency, abbreviation }) => [agency, abbreviation]),
  );
  const outside = new Set<FunnelPlace>(["above998", "below998"]);
  const far = entries
    .filter(({ place }) => outside.has(place))
    .map(({ node }) => ({ node, away: Math.abs((drawn(node[measure].ratio) ?? parent) - parent) }))
    .sort((a, b) => b.away - a.away)
    .slice(0, NAMED);
  return new Map(far.map(({ node }) => [node, short.get(node.agency) ?? shortPlace(node, locale)]));
}

function pointOf(drawing: Drawing, { node, cases, place }: FunnelEntry, named: ReadonlyMap<unknown, string>) {
  const { measure, locale, t } = drawing;
  const { ratio, verdict } = node[measure];
  return {
    href: drillHref(drawing, node),
    words: `${shortPlace(node, locale)}: ${formatRate(ratio, locale)}, ${formatCount(cases, locale)} ${t.unit.cases}, ${t.places[place].toLowerCase()}`,
    cases: Number(cases),
    percent: drawn(ratio) ?? 0,
    name: named.get(node) ?? null,
    tone: marks[verdict].tone,
  };
}
