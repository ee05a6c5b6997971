import { daysBetween } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { firstDay, formatPeriod, lastDay, type Period, periodKey } from "@/lib/core/period";
import { percent, type Ratio } from "@/lib/core/ratio";
import { roundHalfUp } from "@/lib/core/rounding";
import type { Cell, ExportTable } from "@/lib/exports/types";
import { planningText } from "@/lib/i18n/planning";
import { amountText } from "@/lib/overview/view";
import type { Measure } from "@/lib/scoreboard/types";
import { boardNotes, nodeName } from "@/lib/scoreboard/view";
import type { MeasurePlan, MixShare, PlanBasis, Planned } from "./types";

/** The page's finding: what is missing in both measures and over how many weeks. */
export function planTitle({ board }: PlanBasis, { plans, weeks }: Planned, locale: Locale): string {
  const t = planningText[locale].title;
  const who = nodeName(board.root, locale);
  const made = plans.flatMap((each) => (each.kind === "planned" ? [each] : []));
  if (made.length === 0) return t.refused(who);
  const missing = made.filter(({ plan }) => plan.needed > 0n);
  if (missing.length === 0) return made.length === plans.length ? t.met(who) : t.refused(who);
  const what = missing.map(({ plan, measure }) => amountText(plan.needed, measure, locale)).join(t.and);
  return weeks === 0 ? t.over(who, what) : t.left(who, what, weeks);
}

/** What was completed in a week on average since the year began, rounded half up to whole cases or đồng. */
export function weeklySoFar({ numerator }: Ratio, period: Period): bigint {
  const days = daysBetween(firstDay(period.year), lastDay(period)) + 1;
  return roundHalfUp(numerator * 7n, BigInt(days));
}

/** Those who have something to complete, most first. */
export function busiest(shares: readonly MixShare[]): MixShare[] {
  return shares.filter(({ amount }) => amount > 0n).sort((a, b) => (a.amount < b.amount ? 1 : -1));
}

/** Both measures' plans as one file: the whole, then each agency below with its share. */
export function planExport(basis: PlanBasis, planned: Planned, locale: Locale, now: Date): ExportTable {
  const t = planningText[locale];
  const { root, period } = basis.board;
  const c = t.columns;
  return {
    name: `con-thieu-${root.agency}-${periodKey(period)}`,
    title: t.exportTitle(nodeName(root, locale), formatPeriod(period, locale)),
    notes: [...boardNotes(basis.board, locale, now), t.note],
    columns: [c.measure, c.name, c.now, c.open, c.amount, c.hard, c.weekly, c.after, c.own],
    rows: planned.plans.flatMap((plan) => planRows(plan, locale)),
  };
}

/** The rows of one measure; a plan that was refused says why instead. */
export function planRows(made: MeasurePlan, locale: Locale): Cell[][] {
  const t = planningText[locale];
  const measure = t.measure[made.measure];
  const blanks = (n: number) => Array.from({ length: n }, () => null);
  if (made.kind === "refused") return [[measure, t.refusals[made.reason], ...blanks(7)]];
  const { plan, supposed, now } = made;
  const { numerator, denominator } = supposed?.ratio ?? now;
  const then = { numerator: numerator + plan.needed, denominator };
  const whole: Cell[] = [
    ...[measure, t.whole, rate(now), plan.open, plan.needed, null, plan.weekly[0] ?? null],
    ...[plan.needed <= plan.open ? rate(then) : null, null],
  ];
  const shares = (made.mix?.shares ?? []).map((share): Cell[] => [
    ...[
      measure,
      nodeName(share.node, locale),
      rate(share.node[made.measure].ratio),
      openOf(share, made.measure),
    ],
    ...[share.amount, share.hard, share.weekly, rate(share.after), ownWord(share, locale)],
  ]);
  return [whole, ...shares];
}

/** What a unit has eligible and not done today. */
export function openOf({ node }: MixShare, measure: Measure): bigint {
  const { ratio } = node[measure];
  return ratio === null ? 0n : ratio.denominator - ratio.numerator;
}

/** Whether the unit then meets its own target, in a word. */
export function ownWord({ meetsOwn }: MixShare, locale: Locale): string {
  const t = planningText[locale].own;
  return meetsOwn === null ? t.none : meetsOwn ? t.yes : t.no;
}

function rate(ratio: Ratio | null): Cell {
  const text = ratio && percent(ratio);
  return text ? { decimal: text } : null;
}
