import { dayOfInstant, formatDay } from "@/lib/core/day";
import { formatCount, formatDecimal, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatMoneyWords } from "@/lib/core/money";
import { formatPeriod } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import { roundHalfUp } from "@/lib/core/rounding";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { excess } from "@/lib/metrics/target";
import type { BoardNode, Measure, MeasureStanding, Scoreboard } from "./types";

/** A name short enough for a table: "Cục THADS tỉnh Hưng Yên". */
export function shortName(name: string): string {
  return name.replace("Thi hành án dân sự", "THADS");
}

/** How a node is called on a page: the nation, a province's own office, or its short name. */
export function nodeName(node: Pick<BoardNode, "kind" | "name" | "own">, locale: Locale): string {
  const t = scoreboardText[locale];
  if (node.kind === "GENERAL_DEPARTMENT") return t.nation;
  return node.own ? t.ownOffice(shortName(node.name)) : shortName(node.name);
}

/** The page's finding in one sentence. Example: "Cả nước đúng tiến độ về việc, chậm tiến độ về tiền". */
export function finding({ root, period }: Scoreboard, locale: Locale): string {
  const t = scoreboardText[locale];
  const who = nodeName(root, locale);
  const { cases, money } = root;
  if (cases.ratio === null && money.ratio === null) {
    const words = formatPeriod(period, locale);
    const whose = root.kind === "GENERAL_DEPARTMENT" ? who.toLowerCase() : who;
    return t.noFigures(whose, words.charAt(0).toLowerCase() + words.slice(1));
  }
  if (!cases.target && !money.target) {
    return t.untargeted(who, formatRate(cases.ratio, locale), formatRate(money.ratio, locale));
  }
  if (cases.verdict === "MET" && money.verdict === "MET")
    return t.metBoth(who, period.year, period.month === 12);
  if (cases.verdict === money.verdict) return t.sameBoth(who, t.phrase[cases.verdict]);
  return t.different(who, t.phrase[cases.verdict], t.phrase[money.verdict]);
}

/** Money for a sentence: whole tỷ from ten thousand tỷ on, else to the triệu. Example: "400 tỷ 582 triệu đồng". */
export function shortMoney(dong: bigint, locale: Locale): string {
  if (dong >= 10_000_000_000_000n) return `${formatCount(roundHalfUp(dong, 1_000_000_000n), locale)} tỷ đồng`;
  return formatMoneyWords(dong < 1_000_000_000n ? dong : roundHalfUp(dong, 1_000_000n) * 1_000_000n);
}

/** An instant in Vietnamese time. Example: "08/04/2022 10:32". */
export function formatInstant(instant: Date): string {
  const clock = new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
  return `${formatDay(dayOfInstant(instant))} ${clock}`;
}

/** "vượt 1,05 điểm %", "thiếu 0,31 điểm %", or that the two are exactly equal; null when nothing is judged. */
export function pointsSentence({ ratio, target, points }: MeasureStanding, locale: Locale): string | null {
  const over = ratio && target && excess(ratio, target.target);
  if (points === null || !over) return null;
  const t = scoreboardText[locale];
  const size = formatDecimal(points.replace("-", ""), locale);
  if (over.n === 0n) return t.level;
  return over.n < 0n ? t.under(size) : t.over(size);
}

/** A point of the year's line: percent as a number for drawing, and as text for the table beside it. */
export type LinePoint = { month: number; percent: number; ratio: Ratio };

/** One measure's line up to the month shown; months without figures or with nothing due have no point. */
export function linePoints({ year, period }: Scoreboard, measure: Measure): LinePoint[] {
  return year.flatMap((point) => {
    const ratio = point[measure];
    if (ratio === null || ratio.denominator === 0n || point.month > period.month) return [];
    const percent = Number((ratio.numerator * 1_000_000n) / ratio.denominator) / 10_000;
    return [{ month: point.month, percent, ratio }];
  });
}

/** The lines over a board's numbers in a file: marks, who reported, how new, from where, in which unit, when. */
export function boardNotes(
  { root, knownAt }: Pick<Scoreboard, "root" | "knownAt">,
  locale: Locale,
  now: Date,
): string[] {
  const w = scoreboardText[locale];
  return [
    ...(root.illustrative ? [w.illustrative] : []),
    ...(root.adjusted ? [w.adjusted] : []),
    w.coverage(String(root.coverage.reported), String(root.coverage.expected)),
    ...(root.asOf ? [w.asOf(formatInstant(root.asOf))] : []),
    ...(knownAt ? [w.asKnown(formatInstant(knownAt))] : []),
    w.source,
    w.moneyUnit,
    w.exportedAt(formatInstant(now)),
  ];
}
