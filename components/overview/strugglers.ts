import { bulletBar } from "@/components/charts/bars";
import { verdictMarkup } from "@/components/scoreboard/verdict-chip";
import { card, proven } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import { formatCount, formatPoints, formatThousands } from "@/lib/core/format";
import { dueBy, lag, probabilityOf, strugglers } from "@/lib/overview/findings/rules";
import { chanceText, drawn, drawnFraction, rateCell, shortPlace, strugglersTitle } from "@/lib/overview/view";
import { paths } from "@/lib/paths";
import type { BoardNode } from "@/lib/scoreboard/types";
import { type Drawing, drillHref, proofHref } from "./drawing";
import { marks } from "./map";

const SHOWN = 8;

/** Those who may miss the target, the least likely first; null where nobody stands under the agency. */
export function strugglerCard(drawing: Drawing): Markup | null {
  const { overview, measure, locale, t, asOf } = drawing;
  const { root, children, period } = overview.board;
  if (children.length === 0) return null;
  const found = strugglers(overview, measure);
  const title = strugglersTitle(overview, measure, locale);
  const verdict = period.month === 12 ? "NOT_MET" : "BEHIND";
  const rest = paths.results({
    agency: root.agency,
    ...period,
    verdict,
    sort: `${measure}Points`,
    dir: "asc",
    asOf,
  });
  const all = markup`<a class="link text-sm no-print" href="${rest}">${t.all(found.length)}</a>`;
  if (found.length === 0) return card("strugglers", title, null);
  return card(
    "strugglers",
    title,
    markup`${list(drawing, title, found.slice(0, SHOWN))}<p class="flex flex-wrap justify-between gap-x-4 text-sm text-ink-2">${t.strugglersNote} ${found.length > SHOWN ? all : null}</p>`,
  );
}

function list(drawing: Drawing, title: string, nodes: readonly BoardNode[]): Markup {
  const { overview, measure, t } = drawing;
  const { board, childForecasts } = overview;
  const c = t.columns;
  const hasChance =
    board.period.month < 12 &&
    nodes.some((node) => probabilityOf(childForecasts.get(node.agency)?.[measure]) !== null);
  const most = Math.max(1, ...board.children.map((node) => drawn(node[measure].ratio) ?? 0));
  const remaining = measure === "cases" ? c.remaining : `${c.remaining} (${t.thousands})`;
  const chanceHead = hasChance ? markup`<th scope="col" class="number">${c.probability}</th>` : null;
  const rows = nodes.map((node) => row(drawing, node, { most, hasChance }));
  return markup`<div class="table-frame" tabindex="0" role="region" aria-label="${t.frame.table}: ${title}"><table class="table"><thead><tr><th scope="col">${c.name}</th><th scope="col" class="number">${c.rate}</th><th scope="col" class="max-md:hidden">${c.against}</th><th scope="col" class="number">${c.points}</th><th scope="col" class="number">${remaining}</th>${chanceHead}<th scope="col">${c.verdict}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function row(
  drawing: Drawing,
  node: BoardNode,
  { most, hasChance }: { most: number; hasChance: boolean },
): Markup {
  const { overview, measure, locale } = drawing;
  const standing = node[measure];
  const { month } = overview.board.period;
  const [due, behind] = [dueBy(standing, month), lag(standing, month)];
  const chance = probabilityOf(overview.childForecasts.get(node.agency)?.[measure]);
  const left = standing.remaining ?? 0n;
  const bar =
    due &&
    bulletBar(
      { rate: drawn(standing.ratio) ?? 0, due: drawnFraction(due), target: null },
      Math.max(most, drawnFraction(due)),
      marks[standing.verdict].tone,
    );
  const chanceCell = hasChance
    ? markup`<td class="number">${chance === null ? "–" : chanceText(chance, locale)}</td>`
    : null;
  return markup`<tr><th scope="row" class="min-w-32 !font-normal"><a class="link" href="${drillHref(drawing, node)}">${shortPlace(node, locale)}</a></th><td class="number">${proven(proofHref(drawing, node), rateCell(standing.ratio, locale))}</td><td class="w-1/4 max-md:hidden">${bar}</td><td class="number">${behind ? formatPoints(behind, locale) : "–"}</td><td class="number">${measure === "cases" ? formatCount(left, locale) : formatThousands(left, locale)}</td>${chanceCell}<td>${verdictMarkup(standing, locale)}</td></tr>`;
}
