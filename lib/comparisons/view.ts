import { formatPoints, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { compareRatios, type Fraction, type Ratio } from "@/lib/core/ratio";
import { comparisonText } from "@/lib/i18n/comparisons";
import { difference } from "@/lib/overview/findings/rules";
import { shortPlace } from "@/lib/overview/view";
import type { BoardNode } from "@/lib/scoreboard/types";
import { byRate, flowOf, yearChange } from "./rules";
import type { Compared, Comparison } from "./types";

/** A short name for charts; districts of the same name in two provinces are told apart by their code. */
export function comparedName(
  { chosen }: Pick<Comparison, "chosen">,
  node: BoardNode,
  locale: Locale,
): string {
  const name = shortPlace(node, locale);
  const same = chosen.filter(({ board }) => shortPlace(board.root, locale) === name);
  if (same.length < 2) return name;
  return node.kind === "DISTRICT"
    ? `${name} (${node.agency})`
    : `${name} (${locale === "vi" ? "tỉnh" : "province"})`;
}

/** The page's finding: who is highest and who is lowest. */
export function comparisonTitle(comparison: Comparison, locale: Locale): string {
  const t = comparisonText[locale];
  const { chosen, measure } = comparison;
  if (chosen.length === 0) return t.title.none;
  const rated = byRate(chosen, measure);
  const [first, last] = [rated[0]?.board.root, rated.at(-1)?.board.root];
  if (!first || !last) return t.title.noFigures;
  const [about, name] = [t.about[measure], (node: BoardNode) => comparedName(comparison, node, locale)];
  const rate = (node: BoardNode) => formatRate(node[measure].ratio, locale);
  if (rated.length === 1) return t.title.one(name(first), rate(first), about);
  return t.title.some(name(first), rate(first), name(last), rate(last), about);
}

/** How many are where they should be. */
export function distanceTitle({ chosen, measure, period }: Comparison, locale: Locale): string {
  const good = chosen.filter(({ board }) => ["MET", "ON_SCHEDULE"].includes(board.root[measure].verdict));
  return comparisonText[locale].distanceTitle(good.length, chosen.length, period.month === 12);
}

/** How far apart the highest and the lowest are. */
export function trendTitle({ chosen, measure }: Comparison, locale: Locale): string {
  const t = comparisonText[locale];
  const rated = byRate(chosen, measure);
  const [first, last] = [rated[0], rated.at(-1)].map((each) => each?.board.root[measure].ratio ?? null);
  const gap = rated.length < 2 ? null : difference(first ?? null, last ?? null);
  return gap ? t.trendTitle(formatPoints(gap, locale).replace("+", "")) : t.trendOne;
}

/** Who rose most since the same months of the year before. */
export function yearsTitle(comparison: Comparison, locale: Locale): string {
  const t = comparisonText[locale];
  const changes = comparison.chosen.flatMap((each) => {
    const change = yearChange(each, comparison.period);
    return change ? [{ each, change }] : [];
  });
  const [best] = changes.sort((a, b) => compare(b.change, a.change));
  if (!best || changes.length < 2) return t.yearsOne;
  if (best.change.n <= 0n) return t.yearsFell;
  return t.yearsTitle(
    comparedName(comparison, best.each.board.root, locale),
    formatPoints(best.change, locale),
  );
}

/** Whose eligible share is largest; null without the columns. */
export function docketTitle(comparison: Comparison, locale: Locale): string | null {
  const shares = comparison.chosen.flatMap((each) => {
    const share = eligibleShare(each, comparison);
    return share ? [{ each, share }] : [];
  });
  const [most] = shares.sort((a, b) => compareRatios(b.share, a.share));
  if (!most) return null;
  const name = comparedName(comparison, most.each.board.root, locale);
  return comparisonText[locale].docketTitle(name, formatRate(most.share, locale));
}

function eligibleShare({ sums, board }: Compared, { measure }: Comparison): Ratio | null {
  const figures = sums?.[measure];
  const eligible = board.root[measure].ratio?.denominator;
  const { noCondition, postponedOrSuspendedOther } = figures ?? {};
  if (eligible === undefined || noCondition === undefined || postponedOrSuspendedOther === undefined)
    return null;
  const total = eligible + noCondition + postponedOrSuspendedOther;
  return total === 0n ? null : { numerator: eligible, denominator: total };
}

/** Who cut its carry-over most. */
export function flowTitle(comparison: Comparison, locale: Locale): string {
  const t = comparisonText[locale].flowTitle;
  const known = comparison.chosen.flatMap((each) => {
    const share = flowOf(each, comparison.measure, null).change?.share ?? null;
    return share ? [{ each, share }] : [];
  });
  const [best] = known.sort((a, b) => compare(a.share, b.share));
  if (!best) return t.unknown;
  if (best.share.n >= 0n) return t.none;
  const name = comparedName(comparison, best.each.board.root, locale);
  return t.fell(name, signedRate(best.share, locale));
}

/** A share as percent with its sign. Example: −3/100 is "−3,00 %". */
export function signedRate({ n, d }: Fraction, locale: Locale): string {
  const sign = n > 0n ? "+" : n < 0n ? "\u2212" : "";
  return `${sign}${formatRate({ numerator: n < 0n ? -n : n, denominator: d }, locale)}`;
}

function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left === right ? 0 : left < right ? -1 : 1;
}
