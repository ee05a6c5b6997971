import { differenceBar } from "@/components/charts/bars";
import { marks } from "@/components/overview/map";
import { verdictMarkup } from "@/components/scoreboard/verdict-chip";
import { proven } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import { byRate, yearChange } from "@/lib/comparisons/rules";
import type { Compared } from "@/lib/comparisons/types";
import { distanceTitle } from "@/lib/comparisons/view";
import { formatCount, formatDecimal, formatPoints, formatThousands } from "@/lib/core/format";
import { leadersText } from "@/lib/i18n/leaders";
import { overviewText } from "@/lib/i18n/overview";
import { distance } from "@/lib/overview/findings/rules";
import { drawnFraction, rateCell } from "@/lib/overview/view";
import { paths } from "@/lib/paths";
import { type ComparisonDrawing, comparedCard, nameOf, proofOf, textOf } from "./drawing";

/** Every agency against its own target: how far, which verdict, what is missing. */
export function distanceCard(drawing: ComparisonDrawing): Markup {
  const { comparison, locale } = drawing;
  const { measure, chosen } = comparison;
  const t = textOf(drawing);
  const c = t.columns;
  const title = distanceTitle(comparison, locale);
  const rated = byRate(chosen, measure);
  const inOrder = [...rated, ...chosen.filter((each) => !rated.includes(each))];
  const sizes = inOrder.flatMap(({ board }) => {
    const away = distance(board.root[measure]);
    return away ? [Math.abs(drawnFraction(away))] : [];
  });
  const unit = measure === "money" ? ` (${leadersText[locale].thousands})` : "";
  const rows = inOrder.map((each) => row(drawing, each, Math.max(0.01, ...sizes)));
  const content = markup`<div class="table-frame overflow-x-auto" tabindex="0" role="region" aria-label="${overviewText[locale].frame.table}: ${title}"><table class="table"><thead><tr><th scope="col">${c.name}</th><th scope="col" class="number">${c.rate}</th><th scope="col" class="number">${c.target}</th><th scope="col" class="w-1/5 max-md:hidden"><span class="sr-only">${c.points}</span></th><th scope="col" class="number">${c.points}</th><th scope="col">${c.verdict}</th><th scope="col" class="number">${c.remaining}${unit}</th><th scope="col" class="number">${c.yearBefore}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return comparedCard(drawing, "distance", { title, content, note: t.distanceNote });
}

function row(drawing: ComparisonDrawing, each: Compared, most: number): Markup {
  const { comparison, locale } = drawing;
  const { measure, period } = comparison;
  const { root } = each.board;
  const standing = root[measure];
  const { targetPct, remaining } = standing;
  const away = distance(standing);
  const bar =
    away &&
    differenceBar(drawnFraction(away), most, { tone: marks[standing.verdict].tone, isTwoSided: true });
  const change = yearChange(each, period);
  const left =
    remaining === null
      ? "–"
      : measure === "cases"
        ? formatCount(remaining, locale)
        : formatThousands(remaining, locale);
  const href = paths.overview({ agency: root.agency, ...period, measure });
  return markup`<tr><th scope="row" class="min-w-32 !font-normal"><a class="link" href="${href}">${nameOf(drawing, each)}</a></th><td class="number font-semibold">${proven(proofOf(drawing, each), rateCell(standing.ratio, locale))}</td><td class="number">${targetPct ? formatDecimal(targetPct, locale) : "–"}</td><td class="max-md:hidden">${bar}</td><td class="number">${away ? formatPoints(away, locale) : "–"}</td><td>${verdictMarkup(standing, locale)}</td><td class="number">${left}</td><td class="number">${change ? formatPoints(change, locale) : "–"}</td></tr>`;
}
