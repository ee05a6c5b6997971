import { rankRange } from "@/components/charts/rank-range";
import { figureCard } from "@/components/leaders/figure";
import { verdictMarkup } from "@/components/scoreboard/verdict-chip";
import { proven } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import { formatCount, formatPoints } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { leadersText } from "@/lib/i18n/leaders";
import { overviewText } from "@/lib/i18n/overview";
import { rankingText } from "@/lib/i18n/rankings";
import { rateCell, shortPlace } from "@/lib/overview/view";
import { paths } from "@/lib/paths";
import type { RankingState } from "@/lib/rankings/schema";
import type { RankedAgency } from "@/lib/rankings/types";
import { besideOfficial } from "@/lib/rankings/view";
import type { Scoreboard } from "@/lib/scoreboard/types";

type Drawing = {
  board: Scoreboard;
  ranked: readonly RankedAgency[];
  state: RankingState;
  locale: Locale;
};

/** The order with the interval of every place drawn on one scale of ranks. */
export function rankingCard(drawing: Drawing): Markup {
  const { board, ranked, state, locale } = drawing;
  const t = rankingText[locale];
  const c = t.columns;
  const { measure, min, other } = state;
  const isFinal = board.period.month === 12;
  const second = other
    ? markup`<th scope="col" class="number">${c.other}</th><th scope="col" class="number">${c.difference}</th><th scope="col" class="number">${c.otherRank}</th>`
    : null;
  const head = markup`<tr><th scope="col" class="number">${c.rank}</th><th scope="col">${c.name}</th><th scope="col" class="number">${c.rate}</th><th scope="col" class="w-1/4 max-md:hidden"><span class="sr-only">${c.range}</span></th><th scope="col" class="number">${c.range}</th><th scope="col" class="number">${c.cases}</th><th scope="col">${c.verdict}</th>${second}${isFinal ? markup`<th scope="col">${c.grades}</th>` : null}</tr>`;
  const rows = ranked.map((each) => row(drawing, each));
  const frame = markup`<div class="table-frame max-h-[42rem] overflow-auto print:max-h-none" tabindex="0" role="region" aria-label="${overviewText[locale].frame.table}: ${t.section}"><table class="table [&_thead_th]:sticky [&_thead_th]:top-0 [&_thead_th]:z-10 [&_thead_th]:bg-card [&_thead_th]:align-bottom [&_thead_th]:!whitespace-normal"><thead>${head}</thead><tbody>${rows}</tbody></table></div>`;
  const notes = [t.note(min), ...(other ? [t.otherNote] : []), ...(isFinal ? [t.gateNote] : [])];
  const place = { agency: board.root.agency, ...board.period };
  return figureCard(
    {
      id: "ranking",
      title: t.section,
      content: frame,
      note: markup`${notes.map((line) => markup`<p>${line}</p>`)}`,
      numbers: null,
      fileHref: (format) => paths.rankingExport({ ...place, measure, min, other, format }),
      look: "print:break-inside-auto",
    },
    [board.root],
    locale,
  );
}

function row({ board, state, locale }: Drawing, each: RankedAgency): Markup {
  const { item, rank, between, of, unranked } = each.place;
  const { measure } = state;
  const { year, month } = board.period;
  const t = rankingText[locale];
  const standing = item[measure];
  const proof = paths.proof(item.agency, year, month, item.own ? { own: 1 } : {});
  const name = shortPlace(item, locale);
  const place = item.own
    ? name
    : markup`<a class="link" href="${paths.overview({ agency: item.agency, year, month, measure })}">${name}</a>`;
  const bar = rank !== null && between ? rankRange(rank, between, of) : null;
  const range = between ? `${between.best}–${between.worst}` : unranked === "too-few" ? t.tooFew : "–";
  const cases = item.cases.ratio ? formatCount(item.cases.ratio.denominator, locale) : "–";
  return markup`<tr><td class="number">${rank}</td><th scope="row" class="min-w-32 !font-normal">${place}</th><td class="number font-semibold">${proven(proof, rateCell(standing.ratio, locale))}</td><td class="max-md:hidden">${bar}</td><td class="number">${range}</td><td class="number">${cases}</td><td>${verdictMarkup(standing, locale)}</td>${state.other ? secondCells(each, state, locale) : null}${each.grades ? markup`<td class="whitespace-nowrap">${each.grades.join(", ")}</td>` : null}</tr>`;
}

function secondCells(each: RankedAgency, { measure }: RankingState, locale: Locale): Markup {
  const { other } = each;
  if (other === null) {
    return markup`<td class="number text-ink-2">${leadersText[locale].noData}</td><td class="number">–</td><td class="number">–</td>`;
  }
  const apart = besideOfficial(each, measure);
  return markup`<td class="number">${rateCell(other.ratio, locale)}</td><td class="number">${apart ? formatPoints(apart, locale) : "–"}</td><td class="number">${other.rank ?? "–"}</td>`;
}
