import type { Locale } from "@/lib/core/locale";
import { formatPeriod, periodKey } from "@/lib/core/period";
import type { Cell, ExportTable } from "@/lib/exports/types";
import { type ScoreboardText, scoreboardText } from "@/lib/i18n/scoreboard";
import { leaderRows, type TableState } from "../leaders/view";
import type { BoardNode, Measure, Scoreboard } from "../types";
import { formatInstant, nodeName } from "../view";

/** The leaders' table as a file: exact đồng, source and as-of lines, and "Số liệu minh họa" where it applies. */
export function leadersExport(board: Scoreboard, state: TableState, locale: Locale, now: Date): ExportTable {
  const t = scoreboardText[locale];
  const { root, period } = board;
  const rows = leaderRows(board, state).map(({ node, rank }) => rowOf(node, rank, locale));
  const words = formatPeriod(period, locale);
  return {
    name: `ket-qua-${root.agency}-${periodKey(period)}`,
    title: t.exportTitle(nodeName(root, locale), words),
    notes: [
      ...(root.illustrative ? [t.illustrative] : []),
      ...(root.adjusted ? [t.adjusted] : []),
      ...(board.knownAt ? [t.asKnown(formatInstant(board.knownAt))] : []),
      ...(board.includeSubmitted ? [t.withSubmitted] : []),
      t.coverage(String(root.coverage.reported), String(root.coverage.expected)),
      ...(root.asOf ? [t.asOf(formatInstant(root.asOf))] : []),
      t.source,
      t.moneyUnit,
      t.exportedAt(formatInstant(now)),
    ],
    columns: columnsOf(t),
    rows: [...rows, rowOf(root, null, locale)],
  };
}

function columnsOf(t: ScoreboardText): string[] {
  const { columns: c } = t;
  const measure = (group: string, unit: string) => [
    `${group}: ${c.completed} (${unit})`,
    `${group}: ${c.eligible} (${unit})`,
    `${group}: ${c.rate}`,
    `${group}: ${c.comparison}`,
    `${group}: ${c.target}`,
    `${group}: ${c.inherited}`,
    `${group}: ${c.points}`,
    `${group}: ${c.verdict}`,
    `${group}: ${c.remaining} (${unit})`,
  ];
  const [cases, money] = [t.group.cases, t.group.money.replace(/ \(.*/, "")];
  return [
    c.name,
    c.rank,
    ...measure(cases, t.unit.cases),
    ...measure(money, t.unit.money),
    c.coverage,
    c.expected,
    c.adjusted,
    c.illustrative,
  ];
}

function rowOf(node: BoardNode, rank: number | null, locale: Locale): Cell[] {
  const t = scoreboardText[locale];
  return [
    nodeName(node, locale),
    rank === null ? null : BigInt(rank),
    ...measureCells(node, "cases", t),
    ...measureCells(node, "money", t),
    BigInt(node.coverage.reported),
    BigInt(node.coverage.expected),
    node.adjusted ? t.adjusted : null,
    node.illustrative ? t.illustrative : null,
  ];
}

function measureCells(node: BoardNode, measure: Measure, t: ScoreboardText): Cell[] {
  const { ratio, ratePct, target, targetPct, points, verdict, remaining } = node[measure];
  const decimal = (text: string | null): Cell => (text === null ? null : { decimal: text });
  return [
    ratio?.numerator ?? null,
    ratio?.denominator ?? null,
    decimal(ratePct),
    target ? t.comparison[target.target.comparison] : null,
    decimal(targetPct),
    target?.inheritedFrom ?? null,
    decimal(points),
    ratio === null ? t.noReport : t.verdict[verdict],
    remaining,
  ];
}
