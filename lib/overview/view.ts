import { formatCount, formatDecimal, formatPoints, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { type Fraction, percent, type Ratio } from "@/lib/core/ratio";
import { decimalText, roundHalfUp } from "@/lib/core/rounding";
import { type OverviewText, overviewText } from "@/lib/i18n/overview";
import { placeName } from "@/lib/scoreboard/rules";
import type { BoardNode, Measure } from "@/lib/scoreboard/types";
import { nodeName, shortMoney } from "@/lib/scoreboard/view";
import { distance, funnelOf, placesOf, probabilityOf, strugglers } from "./findings/rules";
import type { Overview, Split } from "./types";

/** A name for charts and sentences: "Hưng Yên", for a province's own office what it is. */
export function shortPlace(node: BoardNode, locale: Locale): string {
  if (node.own) return overviewText[locale].ownOffice;
  return node.kind === "GENERAL_DEPARTMENT" ? nodeName(node, locale) : placeName(node.name);
}

/** What stands under the agency, as a word: provinces of the nation, units of a province. */
export function kidsWord({ board }: Overview, locale: Locale): string {
  const { kids } = overviewText[locale];
  return board.root.kind === "GENERAL_DEPARTMENT" ? kids.provinces : kids.units;
}

/** A fraction of one as percent. Example: { n: 3n, d: 8n } is "37,50 %". */
export function fractionRate({ n, d }: Fraction, locale: Locale): string {
  return formatRate({ numerator: n, denominator: d }, locale);
}

/** A floating share as percent with one decimal, as forecasts are shown. Example: 0.8213 is "82,1 %". */
export function shareText(share: number, locale: Locale): string {
  return `${formatDecimal((share * 100).toFixed(1), locale)}${locale === "vi" ? " %" : "%"}`;
}

/** A probability in whole percent, never quite none or all. Example: 0.9996 is "> 99 %". */
export function chanceText(chance: number, locale: Locale): string {
  const sign = locale === "vi" ? " %" : "%";
  if (chance > 0 && chance < 0.01) return `< 1${sign}`;
  if (chance < 1 && chance > 0.99) return `> 99${sign}`;
  return `${Math.round(chance * 100)}${sign}`;
}

/** Percent as a number, for drawing only. */
export function drawn(ratio: Ratio | null): number | null {
  if (ratio === null || ratio.denominator === 0n) return null;
  return Number((ratio.numerator * 1_000_000n) / ratio.denominator) / 10_000;
}

/** A fraction of one as a percent number, for drawing only. */
export function drawnFraction({ n, d }: Fraction): number {
  return Number((n * 1_000_000n) / d) / 10_000;
}

/** Cases with their unit, or money for a sentence. */
export function amountText(amount: bigint, measure: Measure, locale: Locale): string {
  return measure === "money"
    ? shortMoney(amount, locale)
    : `${formatCount(amount, locale)} ${overviewText[locale].unit.cases}`;
}

/** "tăng 9,48", "giảm 0,31" or "không đổi", for percentage points. */
export function movedText(change: Fraction, locale: Locale): string {
  const { moved } = overviewText[locale];
  if (change.n === 0n) return moved.level;
  const size = formatPoints({ n: change.n < 0n ? -change.n : change.n, d: change.d }, locale).replace(
    "+",
    "",
  );
  return `${change.n > 0n ? moved.up : moved.down} ${size}`;
}

/** Growth of an amount in percent with its direction; null when there was nothing to grow from. */
export function growthText(now: bigint, then: bigint, locale: Locale): string | null {
  if (then === 0n) return null;
  const { moved } = overviewText[locale];
  if (now === then) return moved.level;
  const hundredths = roundHalfUp((now > then ? now - then : then - now) * 10_000n, then);
  const sign = locale === "vi" ? " %" : "%";
  return `${now > then ? moved.up : moved.down} ${formatDecimal(decimalText(hundredths, 2), locale)}${sign}`;
}

/** The finding over the map: how many provinces are not where they should be. */
export function mapTitle({ board }: Overview, measure: Measure, locale: Locale): string {
  const t = overviewText[locale];
  const behind = board.children.filter((node) =>
    ["BEHIND", "NOT_MET"].includes(node[measure].verdict),
  ).length;
  const of = board.children.length;
  if (behind === 0) return t.mapTitle.none(of, t.about[measure]);
  return t.mapTitle[board.period.month === 12 ? "final" : "late"](behind, of, t.about[measure]);
}

/** The finding over the list of those who may miss. */
export function strugglersTitle(overview: Overview, measure: Measure, locale: Locale): string {
  const t = overviewText[locale];
  const found = strugglers(overview, measure).length;
  const kids = kidsWord(overview, locale);
  if (found === 0) return t.strugglersTitle.none(kids, t.about[measure]);
  const isForecast = [...overview.childForecasts.values()].some(
    (each) => probabilityOf(each[measure]) !== null,
  );
  const kind = overview.board.period.month === 12 ? "final" : isForecast ? "likely" : "some";
  return t.strugglersTitle[kind](found, kids, t.about[measure]);
}

/** The finding over the contributions: who moved the agency's rate most. */
export function splitTitle({ change, parts }: Split, isMonth: boolean, locale: Locale): string {
  const t: OverviewText = overviewText[locale];
  const [first] = parts;
  const title = isMonth ? t.splitTitle.month : t.splitTitle.year;
  return first
    ? title(shortPlace(first.item, locale), formatPoints(first.total, locale), formatPoints(change, locale))
    : "";
}

/** The finding over the ranking: who leads. */
export function rankingTitle({ board }: Overview, measure: Measure, locale: Locale): string {
  const t = overviewText[locale];
  const [first] = placesOf(board, measure);
  const leader = first?.item;
  return leader
    ? t.rankingTitle(t.about[measure], shortPlace(leader, locale), formatRate(leader[measure].ratio, locale))
    : "";
}

/** The finding over the docket: how much of what must be resolved is eligible at all; null without figures. */
export function docketTitle({ docket }: Overview, measure: Measure, locale: Locale): string | null {
  const t = overviewText[locale];
  const total = sum(Object.values(docket[measure]));
  const not = (docket[measure].noCondition ?? 0n) + (docket[measure].postponedOrSuspendedOther ?? 0n);
  if (total === 0n) return null;
  const ratio = { numerator: total - not, denominator: total };
  return t.docketTitle(formatRate(ratio, locale), t.about[measure]);
}

/** The finding over the funnel: how many differ from the whole by more than chance. */
export function funnelTitle({ board }: Overview, measure: Measure, locale: Locale): string {
  const t = overviewText[locale];
  const all = funnelOf(board, measure);
  const outside = all.filter(({ place }) => place === "above998" || place === "below998").length;
  return outside === 0 ? t.funnelTitle.none : t.funnelTitle.some(outside, all.length);
}

/** Distance to the target in points with its sign, or a dash. */
export function distanceText(node: BoardNode, measure: Measure, locale: Locale): string {
  const apart = distance(node[measure]);
  return apart ? formatPoints(apart, locale) : "–";
}

/** The rate in percent without its sign, for a table whose head has it. */
export function rateCell(ratio: Ratio | null, locale: Locale): string {
  const rate = ratio && percent(ratio);
  return rate ? formatDecimal(rate, locale) : "–";
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
