import { bulletBar } from "@/components/charts/bars";
import { verdictMarkup } from "@/components/scoreboard/verdict-chip";
import { card, proven } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import { formatCount, formatPoints, formatThousands } from "@/lib/core/format";
import { targetRate } from "@/lib/metrics/target";
import { difference, dueBy, lag, placesOf } from "@/lib/overview/findings/rules";
import type { Place } from "@/lib/overview/types";
import { distanceText, drawn, drawnFraction, rankingTitle, rateCell, shortPlace } from "@/lib/overview/view";
import type { MeasureStanding } from "@/lib/scoreboard/types";
import { type Drawing, downloads, drillHref, proofHref, sourceLine } from "./drawing";
import { marks } from "./map";

/** Everybody under the agency by rate, with the ranks chance allows and the distance to their own target. */
export function rankingCard(drawing: Drawing): Markup | null {
  const { overview, measure, locale, t } = drawing;
  const { board } = overview;
  const { period } = board;
  if (board.children.length === 0) return null;
  const title = rankingTitle(overview, measure, locale);
  const c = t.columns;
  const places = placesOf(board, measure);
  const most = Math.max(
    1,
    ...board.children.flatMap((node) => [drawn(node[measure].ratio) ?? 0, targetOf(node[measure]) ?? 0]),
  );
  const unit = measure === "cases" ? "" : ` (${t.thousands})`;
  const head = markup`<tr><th scope="col" class="number">${c.rank}</th><th scope="col" class="name">${c.name}</th><th scope="col" class="number">${c.rate}</th><th scope="col">${c.standing}</th>${period.month === 12 ? null : markup`<th scope="col" class="number">${c.pointsToPace}</th>`}<th scope="col" class="number">${c.pointsToTarget}</th><th scope="col">${c.verdict}</th><th scope="col" class="number">${c.remaining}${unit}</th><th scope="col" class="number">${c.yearBefore}</th><th scope="col" class="number">${c.range}</th></tr>`;
  const rows = places.map((place) => row(drawing, place, most));
  const frame = markup`<div class="table-frame max-h-[36rem] overflow-auto print:max-h-none" tabindex="0" role="region" aria-label="${t.frame.table}: ${title}"><table class="table [&_thead_th]:sticky [&_thead_th]:top-0 [&_thead_th]:z-10 [&_thead_th]:bg-card [&_thead_th]:align-bottom">${markup`<thead>${head}</thead><tbody>${rows}</tbody>`}</table></div>`;
  const foot = markup`<div class="flex flex-wrap justify-between gap-x-4 gap-y-1 text-sm text-ink-2"><p>${t.rankingBars} ${t.rankingNote}</p>${downloads(drawing, "ranking")}</div>${sourceLine(drawing)}`;
  return card("ranking", title, markup`${frame}${foot}`, "print:break-inside-auto");
}

/** The year's target as a percent number, for drawing. */
function targetOf({ target }: MeasureStanding): number | null {
  const asked = target && targetRate(target.target);
  return asked && drawnFraction(asked);
}

function row(drawing: Drawing, { item, rank, between, unranked }: Place, most: number): Markup {
  const { overview, measure, locale, t } = drawing;
  const { month } = overview.board.period;
  const standing = item[measure];
  const due = month === 12 ? null : dueBy(standing, month);
  const behind = lag(standing, month);
  const before = difference(
    standing.ratio,
    overview.yearBefore?.children.get(item.agency)?.[measure] ?? null,
  );
  const rate = drawn(standing.ratio);
  const ticks = { rate: rate ?? 0, due: due && drawnFraction(due), target: targetOf(standing) };
  const bar = rate === null ? null : bulletBar(ticks, most, marks[standing.verdict].tone);
  const left = standing.remaining;
  const remaining =
    left === null ? "–" : measure === "cases" ? formatCount(left, locale) : formatThousands(left, locale);
  const range = between ? `${between.best}–${between.worst}` : unranked === "too-few" ? t.tooFew : "–";
  const pace =
    month === 12 ? null : markup`<td class="number">${behind ? formatPoints(behind, locale) : "–"}</td>`;
  return markup`<tr><td class="number">${rank}</td><th scope="row" class="min-w-32 !font-normal"><a class="link" href="${drillHref(drawing, item)}">${shortPlace(item, locale)}</a></th><td class="number">${proven(proofHref(drawing, item), rateCell(standing.ratio, locale))}</td><td class="w-1/6">${bar}</td>${pace}<td class="number">${distanceText(item, measure, locale)}</td><td>${verdictMarkup(standing, locale)}</td><td class="number">${remaining}</td><td class="number">${before ? formatPoints(before, locale) : "–"}</td><td class="number text-ink-2">${range}</td></tr>`;
}
