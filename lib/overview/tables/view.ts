import type { Locale } from "@/lib/core/locale";
import type { Period } from "@/lib/core/period";
import { type Fraction, percent, type Ratio } from "@/lib/core/ratio";
import { decimalText, roundHalfUp } from "@/lib/core/rounding";
import type { Cell } from "@/lib/exports/types";
import { formVersionFor } from "@/lib/form/version";
import { overviewText } from "@/lib/i18n/overview";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { targetRate } from "@/lib/metrics/target";
import { proRata } from "@/lib/metrics/verdict";
import type { Measure } from "@/lib/scoreboard/types";
import { nodeName } from "@/lib/scoreboard/view";
import { difference, distance, funnelOf, placesOf, splitOf } from "../findings/rules";
import { type ChartKind, DOCKET_COLUMNS, type Overview } from "../types";

/** The numbers behind a chart: the same for the page's table and for the file. */
export type ChartTable = { columns: readonly string[]; rows: readonly (readonly Cell[])[] };
type Question = { overview: Overview; measure: Measure; locale: Locale };

/** The table of one chart. */
export function chartTable(
  kind: ChartKind,
  overview: Overview,
  measure: Measure,
  locale: Locale,
): ChartTable {
  return tables[kind]({ overview, measure, locale });
}

const tables: Readonly<Record<ChartKind, (question: Question) => ChartTable>> = {
  trend: trendTable,
  map: mapTable,
  contributions: contributionTable,
  ranking: rankingTable,
  docket: docketTable,
  funnel: funnelTable,
};

function trendTable({ overview, measure, locale }: Question): ChartTable {
  const t = overviewText[locale].columns;
  const { board, yearLine, yearLineBefore } = overview;
  const target = board.root[measure].target?.target ?? null;
  const at = (line: Overview["yearLine"], month: number) =>
    line.find((point) => point.month === month)?.[measure] ?? null;
  const rows = Array.from({ length: 12 }, (_, index): Cell[] => {
    const month = index + 1;
    const now = month > board.period.month ? null : at(yearLine, month);
    const due = target && proRata(target, month);
    return [
      BigInt(month),
      now?.numerator ?? null,
      now?.denominator ?? null,
      rate(now),
      rate(at(yearLineBefore, month)),
      due && points(due),
    ];
  });
  const columns = [t.month, t.completed, t.eligible, `${t.rate} ${board.period.year}`];
  return { columns: [...columns, `${t.rate} ${board.period.year - 1}`, t.pace], rows };
}

function mapTable({ overview, measure, locale }: Question): ChartTable {
  const t = overviewText[locale].columns;
  const words = scoreboardText[locale];
  const rows = overview.board.children.map((node): Cell[] => {
    const { ratio, targetPct, verdict } = node[measure];
    const target = targetPct === null ? null : { decimal: targetPct };
    return [nodeName(node, locale), rate(ratio), target, ratio ? words.verdict[verdict] : words.noReport];
  });
  return { columns: [t.name, t.rate, t.target, t.verdict], rows };
}

function contributionTable({ overview, measure, locale }: Question): ChartTable {
  const t = overviewText[locale].columns;
  const split = splitOf(overview, measure);
  const rows = (split?.parts ?? []).map(({ item, total, completions, denominator, mix }): Cell[] => [
    nodeName(item, locale),
    points(total, 4),
    points(completions, 4),
    points(denominator, 4),
    points(mix, 4),
  ]);
  return { columns: [t.name, t.total, t.completions, t.denominator, t.mix], rows };
}

function rankingTable({ overview, measure, locale }: Question): ChartTable {
  const t = overviewText[locale].columns;
  const words = scoreboardText[locale];
  const { board, yearBefore } = overview;
  const rows = placesOf(board, measure).map(({ item, rank, between }): Cell[] => {
    const { ratio, target, remaining, verdict } = item[measure];
    const asked = target && targetRate(target.target);
    const away = distance(item[measure]);
    const before = difference(ratio, yearBefore?.children.get(item.agency)?.[measure] ?? null);
    return [
      rank === null ? null : BigInt(rank),
      between && `${between.best}–${between.worst}`,
      nodeName(item, locale),
      ratio?.numerator ?? null,
      ratio?.denominator ?? null,
      rate(ratio),
      asked && points(asked),
      away && points(away),
      remaining,
      before && points(before),
      ratio ? words.verdict[verdict] : words.noReport,
    ];
  });
  const columns = [t.rank, t.range, t.name, t.completed, t.eligible, t.rate, t.target, t.pointsToTarget];
  return { columns: [...columns, t.remaining, t.yearBefore, t.verdict], rows };
}

function docketTable({ overview, measure, locale }: Question): ChartTable {
  const t = overviewText[locale].columns;
  const figures = overview.docket[measure];
  const total = DOCKET_COLUMNS.reduce((sum, column) => sum + (figures[column] ?? 0n), 0n);
  const rows = docketRows(overview.board.period, measure).map(({ column, number, label }): Cell[] => {
    const amount = figures[column] ?? null;
    const share = amount === null ? null : rate({ numerator: amount, denominator: total });
    return [number, label[locale], amount, share];
  });
  return { columns: [t.column, t.name, t.amount, t.share], rows };
}

/** The form's columns of the docket as the form names them; "10b" is money's alone. */
export function docketRows(period: Period, measure: Measure) {
  return DOCKET_COLUMNS.flatMap((column) => {
    const definition = formVersionFor(period).columns.find((each) => each.column === column);
    if (!definition?.measures.includes(measure)) return [];
    return [{ column, number: definition.number, label: definition.label }];
  });
}

function funnelTable({ overview, measure, locale }: Question): ChartTable {
  const t = overviewText[locale].columns;
  const share = (value: number) => ({ decimal: (value * 100).toFixed(2) });
  const rows = funnelOf(overview.board, measure).map(({ node, cases, limits, place }): Cell[] => [
    nodeName(node, locale),
    cases,
    rate(node[measure].ratio),
    share(limits.action.low),
    share(limits.warning.low),
    share(limits.warning.high),
    share(limits.action.high),
    overviewText[locale].places[place],
  ]);
  return { columns: [t.name, t.cases, t.rate, t.low998, t.low95, t.high95, t.high998, t.place], rows };
}

function rate(ratio: Ratio | null): Cell {
  const text = ratio && percent(ratio);
  return text ? { decimal: text } : null;
}

function points({ n, d }: Fraction, decimals = 2): Cell {
  return { decimal: decimalText(roundHalfUp(n * 10n ** BigInt(decimals + 2), d), decimals) };
}
