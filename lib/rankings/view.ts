import { formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod, periodKey } from "@/lib/core/period";
import { type Fraction, percent, type Ratio } from "@/lib/core/ratio";
import { decimalText, roundHalfUp } from "@/lib/core/rounding";
import type { Cell, ExportTable } from "@/lib/exports/types";
import { rankingText } from "@/lib/i18n/rankings";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { difference } from "@/lib/overview/findings/rules";
import { shortPlace } from "@/lib/overview/view";
import type { Scoreboard } from "@/lib/scoreboard/types";
import { boardNotes, nodeName } from "@/lib/scoreboard/view";
import type { RankingState } from "./schema";
import type { RankedAgency } from "./types";

/** The page's finding: who leads, and how sure that is. */
export function rankingTitle(
  { root, children }: Scoreboard,
  ranked: readonly RankedAgency[],
  measure: RankingState["measure"],
  locale: Locale,
): string {
  const t = rankingText[locale];
  if (children.length === 0) return t.title.none(nodeName(root, locale));
  const [first] = ranked;
  const worst = first?.place.between?.worst;
  if (!first || worst === undefined) return t.title.noFigures(nodeName(root, locale));
  const { item } = first.place;
  const [who, rate] = [shortPlace(item, locale), formatRate(item[measure].ratio, locale)];
  return worst === 1
    ? t.title.sure(who, rate, t.about[measure])
    : t.title.shared(who, rate, t.about[measure], worst);
}

/** The second definition's rate less the official one; null without both. */
export function besideOfficial(
  { place, other }: RankedAgency,
  measure: RankingState["measure"],
): Fraction | null {
  return difference(other?.ratio ?? null, place.item[measure].ratio);
}

/** The ranking as a file. */
export function rankingExport(
  board: Scoreboard,
  ranked: readonly RankedAgency[],
  state: Pick<RankingState, "measure" | "min">,
  locale: Locale,
  now: Date,
): ExportTable {
  const t = rankingText[locale];
  const c = t.columns;
  return {
    name: `xep-hang-${state.measure}-${board.root.agency}-${periodKey(board.period)}`,
    title: `${t.exportTitle(nodeName(board.root, locale), formatPeriod(board.period, locale))}, ${t.about[state.measure]}`,
    notes: [...boardNotes(board, locale, now), t.note(state.min), t.gateNote],
    columns: [
      c.rank,
      c.range,
      c.name,
      c.rate,
      c.cases,
      c.verdict,
      c.other,
      c.difference,
      c.otherRank,
      c.grades,
    ],
    rows: ranked.map((each) => rowOf(each, state, locale)),
  };
}

function rowOf(each: RankedAgency, { measure }: Pick<RankingState, "measure">, locale: Locale): Cell[] {
  const { place, other, grades } = each;
  const { item, rank, between } = place;
  const apart = besideOfficial(each, measure);
  const { ratio, verdict } = item[measure];
  const w = scoreboardText[locale];
  return [
    ...[whole(rank), between && `${between.best}–${between.worst}`, nodeName(item, locale), rate(ratio)],
    ...[
      item.cases.ratio?.denominator ?? null,
      ratio ? w.verdict[verdict] : w.noReport,
      rate(other?.ratio ?? null),
    ],
    ...[apart && points(apart), whole(other?.rank ?? null), grades?.join(", ") ?? null],
  ];
}

function whole(rank: number | null): Cell {
  return rank === null ? null : BigInt(rank);
}

function rate(ratio: Ratio | null): Cell {
  const text = ratio && percent(ratio);
  return text ? { decimal: text } : null;
}

function points({ n, d }: Fraction): Cell {
  return { decimal: decimalText(roundHalfUp(n * 10_000n, d), 2) };
}
