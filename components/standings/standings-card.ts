import { figureCard } from "@/components/leaders/figure";
import { verdictMarkup } from "@/components/scoreboard/verdict-chip";
import { proven } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import { formatCount, formatDecimal } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { leadersText } from "@/lib/i18n/leaders";
import { overviewText } from "@/lib/i18n/overview";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { standingsText } from "@/lib/i18n/standings";
import { paths } from "@/lib/paths";
import type { Standing, Standings } from "@/lib/standings/types";
import {
  amountOf,
  askedText,
  GROUPS,
  type Group,
  groupOf,
  inheritedText,
  resultText,
} from "@/lib/standings/view";

const width = 7;

/** The table itself: a group of rows for each kind of indicator. */
export function standingsCard(standings: Standings, locale: Locale): Markup {
  const t = standingsText[locale];
  const { board, period } = standings;
  const c = t.columns;
  const head = markup`<tr><th scope="col">${c.name}</th><th scope="col" class="number">${c.result}</th><th scope="col">${c.asked}</th><th scope="col">${c.verdict}</th><th scope="col" class="number">${c.points}</th><th scope="col" class="number">${c.remaining}</th><th scope="col" class="number">${c.stated}</th></tr>`;
  const groups = GROUPS.map((group) => groupRows(standings, group, locale));
  const content = markup`<div class="table-frame overflow-x-auto" tabindex="0" role="region" aria-label="${overviewText[locale].frame.table}: ${t.section}"><table class="table [&_td]:align-top [&_tbody_th]:align-top [&_thead_th]:align-bottom"><thead>${head}</thead>${groups}</table></div>`;
  return figureCard(
    {
      id: "indicators",
      title: t.section,
      content,
      note: t.note,
      numbers: null,
      fileHref: (format) => paths.indicatorsExport({ agency: board.root.agency, ...period, format }),
      look: "print:break-inside-auto",
    },
    [board.root],
    locale,
  );
}

/** Rows of a group; what nobody stated and nobody asks for is named in one line. */
function groupRows(standings: Standings, group: Group, locale: Locale): Markup {
  const t = standingsText[locale];
  const own = standings.standings.filter((standing) => groupOf(standing) === group);
  const isIdle = (standing: Standing) => standing.asked === null && resultText(standing, locale) === null;
  const rows = own
    .filter((standing) => !isIdle(standing))
    .map((standing) => row(standings, standing, locale));
  const idle = own.filter(isIdle).map(({ indicator }) => indicator.name[locale]);
  const rest =
    idle.length === 0
      ? null
      : markup`<tr><td colspan="${width}" class="text-sm text-ink-2"><span class="block max-w-[17rem] md:max-w-md xl:max-w-3xl whitespace-normal">${t.idle} ${idle.join("; ")}.</span></td></tr>`;
  return markup`<tbody><tr><th scope="colgroup" colspan="${width}" class="!pt-4 font-semibold">${t.groups[group]}</th></tr>${rows}${rest}</tbody>`;
}

function row(standings: Standings, standing: Standing, locale: Locale): Markup {
  const { period, board, expected } = standings;
  const { indicator, asked, points, remaining, reports } = standing;
  const isHeadline = groupOf(standing) === "headline";
  const href = paths.proof(
    board.root.agency,
    period.year,
    period.month,
    isHeadline ? { verify: 1 } : { indicator: indicator.code },
  );
  const left = remaining === null ? "–" : amountOf(standing, remaining, locale);
  return markup`<tr><th scope="row" class="min-w-36 md:min-w-52 !font-normal">${indicator.name[locale]}</th><td class="number min-w-40 !whitespace-normal">${result(standing, href, locale)}</td><td class="min-w-40">${demand(standing, locale)}</td><td>${asked ? verdictOf(standing, locale) : null}</td><td class="number">${points ? formatDecimal(points, locale) : "–"}</td><td class="number">${left}</td><td class="number text-ink-2">${formatCount(reports, locale)} / ${formatCount(expected, locale)}</td></tr>`;
}

/** The result with what it was divided from; nothing stated is said, not shown as 0. */
function result(standing: Standing, href: string, locale: Locale): Markup {
  const text = resultText(standing, locale);
  if (text === null) return markup`<span class="text-ink-2">${leadersText[locale].noData}</span>`;
  const { ratio, indicator } = standing;
  const parts =
    ratio &&
    markup`<span class="block text-sm font-normal text-ink-2"><span class="inline-block whitespace-nowrap">${amountOf(standing, ratio.numerator, locale)} /</span> <span class="inline-block whitespace-nowrap">${amountOf(standing, ratio.denominator, locale)}</span></span>`;
  const unit = ratio
    ? null
    : markup`<span class="block text-sm font-normal text-ink-2">${indicator.unit[locale]}</span>`;
  return markup`<span class="font-semibold">${proven(href, text)}</span>${parts}${unit}`;
}

function demand({ asked }: Standing, locale: Locale): Markup {
  if (asked === null) return markup`<span class="text-ink-2">${standingsText[locale].notAsked}</span>`;
  const from = inheritedText(asked, locale);
  return markup`${askedText(asked, locale)}${from ? markup`<span class="block text-sm text-ink-2">${from}</span>` : null}`;
}

function verdictOf({ verdict, ratio, count }: Standing, locale: Locale): Markup {
  if (verdict !== null) return verdictMarkup({ verdict, ratio: ratio ?? count, target: true }, locale);
  const word =
    ratio === null && count === null ? scoreboardText[locale].noReport : leadersText[locale].noData;
  return markup`<span class="chip"><span aria-hidden="true">–</span> ${word}</span>`;
}
