import { formatCount, formatDecimal, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod, periodKey } from "@/lib/core/period";
import { percent } from "@/lib/core/ratio";
import type { Cell, ExportTable } from "@/lib/exports/types";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { standingsText } from "@/lib/i18n/standings";
import { boardNotes, nodeName, shortMoney, shortName } from "@/lib/scoreboard/view";
import { tally } from "./rules";
import type { Asked, Standing, Standings } from "./types";

export const GROUPS = ["headline", "share", "parts", "service", "field"] as const;
export type Group = (typeof GROUPS)[number];

/** The heading an indicator stands under. */
export function groupOf({ indicator: { code } }: Standing): Group {
  if (code === "R_C" || code === "R_M") return "headline";
  if (code.startsWith("R2_")) return "share";
  if (code.startsWith("S_")) return "parts";
  return /^(?:CC|N)/.test(code) ? "field" : "service";
}

/** The page's finding: how many of what is asked and can be judged is reached. */
export function standingsTitle({ board, standings, period }: Standings, locale: Locale): string {
  const t = standingsText[locale].title;
  const who = nodeName(board.root, locale);
  const { met, judged, unknown } = tally(standings);
  if (judged === 0) return unknown === 0 ? t.none(who) : t.noInput(who, unknown);
  return (period.month === 12 ? t.some : t.pending)(who, met, judged);
}

/** An amount of an indicator in its own unit: money for a sentence, else a count. */
export function amountOf({ indicator }: Standing, amount: bigint, locale: Locale): string {
  return isMoney(indicator.code) ? shortMoney(amount, locale) : formatCount(amount, locale);
}

function isMoney(code: string): boolean {
  return code.endsWith("_M");
}

/** The result in words: a rate, a count, or null where nothing was stated. */
export function resultText({ ratio, count }: Standing, locale: Locale): string | null {
  if (count !== null) return formatCount(count, locale);
  return ratio && formatRate(ratio, locale);
}

/** What is asked, with its comparison. Example: "từ 95,00 %". */
export function askedText(asked: Asked, locale: Locale): string {
  const t = standingsText[locale];
  const sign = locale === "vi" ? " %" : "%";
  const value =
    asked.count === null
      ? asked.pct && `${formatDecimal(asked.pct, locale)}${sign}`
      : formatCount(asked.count, locale);
  if (asked.comparison === "higherThanBaseline") {
    return t.comparison.higherThanBaseline(String(asked.baselineYear), value ?? t.notKnownYet);
  }
  return t.comparison[asked.comparison](value ?? t.notKnownYet);
}

/** Whose line it is, when it is a superior's. */
export function inheritedText({ inheritedName }: Asked, locale: Locale): string | null {
  return inheritedName && standingsText[locale].inherited(shortName(inheritedName));
}

/** The table as a file: exact numbers, one row for each indicator, then what is only followed. */
export function standingsExport(standings: Standings, locale: Locale, now: Date): ExportTable {
  const t = standingsText[locale];
  const { board, period, expected } = standings;
  const c = t.columns;
  const rows = standings.standings.map((standing): Cell[] => [...rowOf(standing, locale), BigInt(expected)]);
  const tracked = standings.tracked.map(({ indicator, wording, count, source }): Cell[] => [
    ...[indicator, wording, null, null, null, null, count, null, t.tracked, null, source, null, null],
  ]);
  return {
    name: `moi-chi-tieu-${board.root.agency}-${periodKey(period)}`,
    title: t.exportTitle(nodeName(board.root, locale), formatPeriod(period, locale)),
    notes: [...boardNotes(board, locale, now), t.note],
    columns: [
      ...[c.code, c.name, c.numerator, c.denominator, c.value, c.comparison, c.wanted],
      ...[c.points, c.verdict, c.remaining, c.source, c.stated, scoreboardText[locale].columns.expected],
    ],
    rows: [...rows, ...tracked],
  };
}

function rowOf(standing: Standing, locale: Locale): Cell[] {
  const { indicator, ratio, count, asked, verdict, points, remaining, reports } = standing;
  const rate = ratio && percent(ratio);
  const wanted = asked && (asked.count ?? (asked.pct === null ? null : { decimal: asked.pct }));
  return [
    ...[indicator.code, indicator.name[locale], ratio?.numerator ?? count, ratio?.denominator ?? null],
    count ?? (rate === null ? null : { decimal: rate }),
    asked && comparisonCell(asked, locale),
    wanted,
    points === null ? null : { decimal: points },
    verdict && scoreboardText[locale].verdict[verdict],
    ...[remaining, asked?.source ?? null, BigInt(reports)],
  ];
}

function comparisonCell({ comparison, baselineYear }: Asked, locale: Locale): string {
  const word = standingsText[locale].comparisonWord[comparison];
  return baselineYear === null ? word : `${word} ${baselineYear}`;
}
