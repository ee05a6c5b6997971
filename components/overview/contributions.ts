import { differenceBar } from "@/components/charts/bars";
import { proven } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import { formatPoints } from "@/lib/core/format";
import type { Fraction } from "@/lib/core/ratio";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import type { Contribution } from "@/lib/metrics/contribution";
import { minus } from "@/lib/metrics/fractions";
import { splitOf } from "@/lib/overview/findings/rules";
import { drawnFraction, kidsWord, shortPlace, splitTitle } from "@/lib/overview/view";
import type { BoardNode } from "@/lib/scoreboard/types";
import { chartCard, type Drawing, drillHref, proofHref } from "./drawing";

const SHOWN = 8;

/** Who moved the agency's rate, and the rest together, so that the rows add up to the change exactly. */
export function contributionCard(drawing: Drawing): Markup | null {
  const { overview, measure, locale, t } = drawing;
  const split = splitOf(overview, measure);
  if (split === null) return null;
  const title = splitTitle(split, overview.monthBefore !== null, locale);
  const shown = split.parts.slice(0, SHOWN);
  const rest = split.parts.slice(SHOWN);
  // All parts add up to the change exactly, so what is left of it is the sum of the rest.
  const restTotal = shown.reduce<Fraction>((left, { total }) => minus(left, total), split.change);
  const sizes = shown.map(({ total }) => drawnFraction(total));
  const scale = { most: Math.max(...sizes.map(Math.abs)), isTwoSided: sizes.some((each) => each < 0) };
  const rows = shown.map((part) => partRow(drawing, part, scale));
  const others =
    rest.length > 0
      ? row(t.others(rest.length, kidsWord(overview, locale)), null, formatPoints(restTotal, locale))
      : null;
  const total = formatPoints(split.change, locale);
  const c = t.columns;
  const picture = markup`<div class="table-frame" tabindex="0" role="region" aria-label="${t.frame.table}: ${title}"><table class="table"><thead><tr><th scope="col">${c.name}</th><th scope="col" class="w-1/2"><span class="sr-only">${c.total}</span></th><th scope="col" class="number">${c.total}</th></tr></thead><tbody>${rows}${others}</tbody><tfoot><tr><th scope="row">${scoreboardText[locale].total}</th><td></td><td class="number font-semibold">${proven(proofHref(drawing, overview.board.root), total)}</td></tr></tfoot></table></div>`;
  return chartCard(drawing, { kind: "contributions", title, picture, note: t.splitNote });
}

type Scaling = { most: number; isTwoSided: boolean };

function partRow(
  drawing: Drawing,
  { item, total }: Contribution<BoardNode>,
  { most, isTwoSided }: Scaling,
): Markup {
  const size = drawnFraction(total);
  const name = markup`<a class="link" href="${drillHref(drawing, item)}">${shortPlace(item, drawing.locale)}</a>`;
  const bar = differenceBar(size, most, { tone: size < 0 ? "behind" : "pace", isTwoSided });
  return row(name, bar, proven(proofHref(drawing, item), formatPoints(total, drawing.locale)));
}

function row(name: Markup | string, bar: Markup | null, value: Markup | string): Markup {
  return markup`<tr><th scope="row" class="min-w-28 !font-normal">${name}</th><td class="w-1/2">${bar}</td><td class="number">${value}</td></tr>`;
}
