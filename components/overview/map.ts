import type { Tone } from "@/components/charts/bars";
import { swatch } from "@/components/charts/bars";
import { tileMap } from "@/components/charts/tile-map";
import { type Markup, markup } from "@/components/ui/markup";
import { formatRate } from "@/lib/core/format";
import { lastDay } from "@/lib/core/period";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import type { Verdict } from "@/lib/metrics/verdict";
import { seasOn, tilesOn } from "@/lib/overview/tiles/rules";
import { mapTitle, shortPlace } from "@/lib/overview/view";
import { VERDICTS } from "@/lib/scoreboard/types";
import { chartCard, type Drawing, drillHref } from "./drawing";

/** A verdict as a colour's meaning and as a shape, the same as in its chip. */
export const marks: Readonly<Record<Verdict, { tone: Tone; shape: string }>> = {
  MET: { tone: "met", shape: "▲" },
  ON_SCHEDULE: { tone: "pace", shape: "●" },
  BEHIND: { tone: "behind", shape: "◆" },
  NOT_MET: { tone: "miss", shape: "▼" },
  NOT_APPLICABLE: { tone: "none", shape: "–" },
};

/** The nation as equal tiles, one link for each province; null for an agency that is not the nation. */
export function map(drawing: Drawing): Markup | null {
  const { overview, measure, locale, t } = drawing;
  const { root, children, period } = overview.board;
  if (root.kind !== "GENERAL_DEPARTMENT") return null;
  const day = lastDay(period);
  const w = scoreboardText[locale];
  const places = new Map(tilesOn(day).map((tile) => [tile.agency, tile]));
  const tiles = children.flatMap((node) => {
    const tile = places.get(node.agency);
    const { verdict, ratio } = node[measure];
    const word = ratio ? w.verdict[verdict] : w.noReport;
    const words = `${shortPlace(node, locale)}: ${ratio ? formatRate(ratio, locale) : "–"}, ${word}`;
    return tile ? [{ ...tile, ...marks[verdict], href: drillHref(drawing, node), words }] : [];
  });
  const inOrder = tiles.sort((a, b) => a.row - b.row || a.column - b.column);
  const title = mapTitle(overview, measure, locale);
  const picture = markup`${tileMap("map-picture", title, inOrder, seasOn(day, t.islands))}${legend(drawing)}`;
  return chartCard(drawing, { kind: "map", title, picture, note: t.mapHint, pictureId: "map-picture" });
}

function legend({ overview, measure, locale }: Drawing): Markup {
  const w = scoreboardText[locale];
  const counts = VERDICTS.map((verdict) => {
    const of = overview.board.children.filter((node) => node[measure].verdict === verdict).length;
    return { verdict, of };
  }).filter(({ of }) => of > 0);
  return markup`<ul class="grid grid-cols-2 gap-x-4 gap-y-1 text-sm">${counts.map(({ verdict, of }) => markup`<li class="flex items-center">${swatch(marks[verdict].tone)}<span aria-hidden="true" class="mr-1">${marks[verdict].shape}</span> ${w.verdict[verdict]} <b class="ml-1">${of}</b></li>`)}</ul>`;
}
