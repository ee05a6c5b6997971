import { verdictMarkup } from "@/components/scoreboard/verdict-chip";
import { type Markup, markup } from "@/components/ui/markup";
import type { AgencyStanding, Live } from "@/lib/campaigns/live/types";
import type { Campaign, Line } from "@/lib/campaigns/types";
import { overText, standingText, targetText } from "@/lib/campaigns/view";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { campaignText } from "@/lib/i18n/campaign-page";
import { findIndicator } from "@/lib/indicators/rules";
import { paths } from "@/lib/paths";
import { nodeName } from "@/lib/scoreboard/view";

type Drawing = {
  campaign: Campaign;
  lines: readonly Line[];
  isBanded: boolean;
  /** Some rows are generated and some are not: each says which. */
  isMixed: boolean;
  locale: Locale;
};

/** Ranked agencies with every compared line: result, demand, difference, verdict. */
export function standingsTable(live: Live, campaign: Campaign, locale: Locale): Markup {
  const lines = live.lines.filter(({ isCompared }) => isCompared).map(({ line }) => line);
  const isBanded = lines.some(({ bands }) => bands !== null);
  const isMixed = !live.standings.every(({ illustrative }) => illustrative);
  const drawing = { campaign, lines, isBanded, isMixed, locale };
  return markup`<table class="table [&_td]:whitespace-nowrap [&_thead]:sticky [&_thead]:top-0 [&_thead_th]:bg-card"><caption class="sr-only">${campaignText[locale].standings}</caption>${head(drawing)}<tbody>${live.standings.map((row) => rowMarkup(drawing, row))}</tbody></table>`;
}

function head({ lines, isBanded, locale }: Drawing): Markup {
  const t = campaignText[locale];
  const name = ({ indicator, wording }: Line) => findIndicator(indicator ?? "")?.name[locale] ?? wording;
  const caseload = isBanded ? markup`<th scope="col" rowspan="2" class="number">${t.caseload}</th>` : null;
  return markup`<thead><tr><th scope="col" rowspan="2" class="number">${t.rank}</th><th scope="col" rowspan="2">${t.unit}</th>${caseload}<th scope="col" rowspan="2" class="number">${t.met}</th>${lines.map((line) => markup`<th scope="colgroup" colspan="4">${name(line)}</th>`)}</tr><tr>${lines.map(() => markup`<th scope="col" class="number">${t.result}</th><th scope="col" class="number">${t.asked}</th><th scope="col" class="number">${t.over}</th><th scope="col">${t.verdict}</th>`)}</tr></thead>`;
}

function rowMarkup(drawing: Drawing, row: AgencyStanding): Markup {
  const { campaign, isBanded, isMixed, locale } = drawing;
  const t = campaignText[locale];
  const { rank, agency, own, met, judged, caseload, illustrative } = row;
  const name = nodeName(row, locale);
  const shown = own
    ? name
    : markup`<a class="link" href="${paths.campaign(campaign.code, { agency })}">${name}</a>`;
  const mark = illustrative && isMixed ? markup` <span class="chip">${t.illustrative}</span>` : null;
  const docket = isBanded
    ? markup`<td class="number">${caseload === null ? "–" : formatCount(caseload, locale)}</td>`
    : null;
  return markup`<tr><td class="number">${rank ?? "–"}</td><th scope="row" class="min-w-44 font-normal">${shown}${mark}</th>${docket}<td class="number">${met} / ${judged}</td>${drawing.lines.map((line) => cells(drawing, row, line))}</tr>`;
}

function cells({ locale }: Drawing, row: AgencyStanding, line: Line): Markup {
  const standing = row.lines[line.position];
  if (!standing)
    return markup`<td class="number">–</td><td class="number">–</td><td class="number">–</td><td>–</td>`;
  const over = overText(standing, locale) || "–";
  return markup`<td class="number">${standingText(standing, line, locale)}</td><td class="number">${targetText(standing.target, locale)}</td><td class="number">${over}</td><td>${verdictMarkup(standing, locale)}</td>`;
}
