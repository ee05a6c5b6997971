import type { Locale } from "@/lib/core/locale";
import { formatPeriod, periodKey } from "@/lib/core/period";
import { type Fraction, percent, type Ratio } from "@/lib/core/ratio";
import { decimalText, roundHalfUp } from "@/lib/core/rounding";
import type { Cell, ExportTable } from "@/lib/exports/types";
import { comparisonText } from "@/lib/i18n/comparisons";
import { leadersText } from "@/lib/i18n/leaders";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { docketRows } from "@/lib/overview/tables/view";
import { boardNotes } from "@/lib/scoreboard/view";
import { comparedYears, flowOf, ratioIn, yearChange } from "../rules";
import type { ComparedPart, Comparison } from "../types";
import { comparedName } from "../view";

type Numbers = Pick<ExportTable, "columns" | "rows">;

/** The numbers of one part of the page: the same for its table and its file. */
export function comparisonNumbers(part: ComparedPart, comparison: Comparison, locale: Locale): Numbers {
  return tables[part](comparison, locale);
}

const tables: Readonly<Record<ComparedPart, (comparison: Comparison, locale: Locale) => Numbers>> = {
  distance: distanceTable,
  trend: trendTable,
  years: yearsTable,
  docket: docketTable,
  flow: flowTable,
};

/** One part as a file, with what it is and where it comes from. */
export function comparisonExport(
  comparison: Comparison,
  part: ComparedPart,
  locale: Locale,
  now: Date,
): ExportTable {
  const t = comparisonText[locale];
  const { period, measure, chosen } = comparison;
  const [first] = chosen;
  return {
    name: `so-sanh-${part}-${measure}-${periodKey(period)}`,
    title: t.exportTitle(`${t.parts[part]} ${t.about[measure]}`, formatPeriod(period, locale)),
    notes: first ? notesOf(comparison, first.board, locale, now) : [],
    ...comparisonNumbers(part, comparison, locale),
  };
}

/** A mark on one agency's figures is a mark on the file. */
function notesOf({ chosen }: Comparison, board: Parameters<typeof boardNotes>[0], locale: Locale, now: Date) {
  const roots = chosen.map((each) => each.board.root);
  const coverage = {
    reported: roots.reduce((sum, root) => sum + root.coverage.reported, 0),
    expected: roots.reduce((sum, root) => sum + root.coverage.expected, 0),
  };
  const illustrative = roots.some((root) => root.illustrative);
  const adjusted = roots.some((root) => root.adjusted);
  const root = { ...board.root, coverage, illustrative, adjusted };
  return boardNotes({ root, knownAt: board.knownAt }, locale, now);
}

function distanceTable(comparison: Comparison, locale: Locale): Numbers {
  const c = comparisonText[locale].columns;
  const w = scoreboardText[locale];
  const { chosen, measure, period } = comparison;
  const rows = chosen.map((each): Cell[] => {
    const { root } = each.board;
    const { ratio, targetPct, points, verdict, remaining } = root[measure];
    const change = yearChange(each, period);
    return [
      ...[comparedName(comparison, root, locale), ratio?.numerator ?? null, ratio?.denominator ?? null],
      ...[rate(ratio), decimal(targetPct), decimal(points), ratio ? w.verdict[verdict] : w.noReport],
      ...[remaining, change && pointsOf(change)],
    ];
  });
  const columns = [c.name, c.completed, c.eligible, c.rate, c.target, c.points];
  return { columns: [...columns, c.verdict, c.remaining, c.yearBefore], rows };
}

function trendTable(comparison: Comparison, locale: Locale): Numbers {
  const { chosen, period } = comparison;
  const { year } = period;
  const names = chosen.map(({ board }) => comparedName(comparison, board.root, locale));
  const rows = Array.from({ length: 12 }, (_, at): Cell[] => [
    BigInt(at + 1),
    ...chosen.flatMap((each) => [
      rate(at + 1 > period.month ? null : ratioIn(each, { year, month: at + 1 })),
      rate(ratioIn(each, { year: year - 1, month: at + 1 })),
    ]),
  ]);
  const columns = names.flatMap((name) => [`${name} ${year}, %`, `${name} ${year - 1}, %`]);
  return { columns: [comparisonText[locale].columns.month, ...columns], rows };
}

function yearsTable(comparison: Comparison, locale: Locale): Numbers {
  const { chosen, period } = comparison;
  const names = chosen.map(({ board }) => `${comparedName(comparison, board.root, locale)}, %`);
  const rows = comparedYears(period).map((year): Cell[] => [
    String(year),
    ...chosen.map((each) => rate(ratioIn(each, { year, month: period.month }))),
  ]);
  return { columns: [comparisonText[locale].columns.year, ...names], rows };
}

function docketTable(comparison: Comparison, locale: Locale): Numbers {
  const { chosen, measure, period } = comparison;
  const names = chosen.map(({ board }) => comparedName(comparison, board.root, locale));
  const rows = docketRows(period, measure).map(({ column, number, label }): Cell[] => [
    `${number}. ${label[locale]}`,
    ...chosen.map(({ sums }) => sums?.[measure][column] ?? null),
  ]);
  return { columns: [comparisonText[locale].parts.docket, ...names], rows };
}

function flowTable(comparison: Comparison, locale: Locale): Numbers {
  const c = comparisonText[locale].columns;
  const rows = comparison.chosen.map((each): Cell[] => {
    const flow = flowOf(each, comparison.measure, null);
    const share = flow.change?.share ?? null;
    return [
      ...[comparedName(comparison, each.board.root, locale), flow.handedDown, flow.accepted, flow.done],
      ...[flow.handedOn, share && pointsOf(share), rate(flow.clearance), flow.days && daysOf(flow.days)],
      flow.load === null ? leadersText[locale].noData : daysOf(flow.load),
    ];
  });
  const columns = [c.name, c.handedDown, c.accepted, c.completed, c.handedOn];
  return { columns: [...columns, c.change, c.clearance, c.days, c.load], rows };
}

function decimal(text: string | null): Cell {
  return text === null ? null : { decimal: text };
}

function rate(ratio: Ratio | null): Cell {
  return decimal(ratio && percent(ratio));
}

function pointsOf({ n, d }: Fraction): Cell {
  return { decimal: decimalText(roundHalfUp(n * 10_000n, d), 2) };
}

function daysOf({ n, d }: Fraction): Cell {
  return { decimal: decimalText(roundHalfUp(n * 10n, d), 1) };
}
