import { addDays, type Day } from "@/lib/core/day";
import type { Text } from "@/lib/core/locale";
import { formatMoneyWords, type ParsedFigure, parseCount, parseMoney } from "@/lib/core/money";
import { lastDay, type Period } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import type { Figures } from "@/lib/form/columns";
import { planRefusals } from "@/lib/i18n/planning";
import { plan, remainingWeeks } from "@/lib/metrics/planner";
import { cheapestMix, type Tier, type UnitWork } from "@/lib/metrics/planner-mix";
import { remainingUnder } from "@/lib/metrics/scenario";
import type { Target } from "@/lib/metrics/target";
import { MEASURES, type Measure } from "@/lib/scoreboard/types";
import type { PlanState } from "./schema";
import type { MeasurePlan, MixShare, PlanBasis, Planned, PlannedMix, Problem, Supposed } from "./types";

/**
 * The day from which weeks are counted: the one asked for, else today while it lies after the figures and within their
 * year, else the day after the figures' last. Before the figures' end nothing is left to plan.
 */
export function firstPlannedDay(period: Period, today: Day, asked: Day | undefined): Day {
  const next = addDays(lastDay(period), 1);
  const end = lastDay({ year: period.year, month: 12 });
  const isWithin = (day: Day) => next <= day && day <= addDays(end, 1);
  if (asked !== undefined && isWithin(asked)) return asked;
  return isWithin(today) ? today : next;
}

/** Both measures' plans for what the reader supposes. */
export function planned(basis: PlanBasis, state: PlanState): Planned {
  const { period } = basis.board;
  const from = firstPlannedDay(period, basis.today, state.from);
  const weeks = remainingWeeks(from, period.year);
  return { from, weeks, plans: MEASURES.map((measure) => planOf(basis, state, measure, weeks)) };
}

function planOf(basis: PlanBasis, state: PlanState, measure: Measure, weeks: number): MeasurePlan {
  const { root } = basis.board;
  const { ratio, target } = root[measure];
  const refuse = (
    reason: Extract<MeasurePlan, { kind: "refused" }>["reason"],
    problems: readonly Problem[] = [],
  ) => ({ kind: "refused", measure, reason, problems }) as const;
  if (ratio === null) return refuse("noFigures");
  if (target === null) return refuse("noTarget");
  const supposed = supposedOf(state, measure);
  if (supposed.problems.length > 0) return refuse("unreadable", supposed.problems);
  const change = supposed.newlyEligible + supposed.reclassified;
  const isSupposed = supposed.newlyEligible !== 0n || supposed.reclassified !== 0n;
  const after = remainingUnder(ratio, target.target, supposed);
  if (after === null) return refuse("impossible", [impossible(measure, ratio, change)]);
  const made = plan(after.ratio, target.target, weeks);
  if (made.isReachable === null) return refuse("nothingDue");
  const options = { weeks, hard: BigInt(state.hard), own: state.own === "1", change };
  return {
    ...{ kind: "planned", measure, now: ratio, target: target.target, plan: made },
    supposed: isSupposed ? after : null,
    mix: mixOf(basis, measure, target.target, options),
  };
}

type MixGiven = { weeks: number; hard: bigint; own: boolean; change: bigint };

/** The cheapest mix over those below; null for an agency with nobody below, or with nothing left to do. */
function mixOf(basis: PlanBasis, measure: Measure, target: Target, given: MixGiven): PlannedMix | null {
  const { children } = basis.board;
  const reporting = children.flatMap((node) => {
    const { ratio, target: asked } = node[measure];
    if (ratio === null) return [];
    const tiers = tiersOf(basis.sums.get(node.agency)?.[measure] ?? {}, ratio, given.hard);
    const work: UnitWork = { agency: node.agency, ratio, tiers, ...(asked ? { target: asked.target } : {}) };
    return [{ node, work }];
  });
  if (reporting.length === 0) return null;
  const mix = cheapestMix(
    reporting.map(({ work }) => work),
    target,
    { weeks: given.weeks, keepOwnTargets: given.own, eligibleChange: given.change },
  );
  const shares = reporting.map(({ node, work }, at): MixShare => {
    const share = mix.units[at];
    const amount = share?.amount ?? 0n;
    const numerator = work.ratio.numerator + amount;
    return {
      ...{ node, amount, meetsOwn: share?.meetsOwn ?? null, weekly: share?.weekly[0] ?? 0n },
      hard: given.hard === 1n ? 0n : ((share?.cost ?? 0n) - amount) / (given.hard - 1n),
      after: { numerator, denominator: work.ratio.denominator },
    };
  });
  return { needed: mix.needed, short: mix.short, shares, silent: children.length - reporting.length };
}

/**
 * Eligible work not done: what is in progress costs 1, what is postponed, suspended or otherwise open costs `hard`.
 * Without the columns everything costs 1.
 */
export function tiersOf(figures: Figures, { numerator, denominator }: Ratio, hard: bigint): Tier[] {
  const open = denominator - numerator;
  const { inProgress } = figures;
  if (inProgress === undefined || inProgress > open) return [{ cost: 1n, available: open }];
  return [
    { cost: 1n, available: inProgress },
    { cost: hard, available: open - inProgress },
  ];
}

/** What the address supposes of a measure; what cannot be read is said, never taken as 0. */
export function supposedOf(state: PlanState, measure: Measure): Supposed {
  const [fresh, moved] =
    measure === "cases" ? (["newCases", "movedCases"] as const) : (["newMoney", "movedMoney"] as const);
  const read = (text: string) =>
    measure === "cases" ? parseCount(text) : parseMoney(text, { column: "dong" });
  const newly = amountOf(fresh, read(state[fresh]));
  const sign = /^\s*[-\u2212]/.test(state[moved]) ? -1n : 1n;
  const reclassified = amountOf(moved, read(state[moved].replace(/^\s*[-\u2212+]/, "")));
  return {
    newlyEligible: newly.value,
    reclassified: sign * reclassified.value,
    problems: [...newly.problems, ...reclassified.problems],
  };
}

function amountOf(field: string, parsed: ParsedFigure): { value: bigint; problems: readonly Problem[] } {
  if (parsed.kind === "value") return { value: parsed.value, problems: [] };
  if (parsed.kind === "empty") return { value: 0n, problems: [] };
  const text: Text =
    parsed.kind === "invalid" ? parsed.reason : planRefusals.ambiguous(parsed.readings.map(formatMoneyWords));
  return { value: 0n, problems: [{ field, text }] };
}

function impossible(measure: Measure, { numerator, denominator }: Ratio, change: bigint): Problem {
  const field = measure === "cases" ? "movedCases" : "movedMoney";
  const words = (amount: bigint) => (measure === "cases" ? amount.toString() : formatMoneyWords(amount));
  return { field, text: planRefusals.tooMuchOut(words(-change), words(denominator - numerator)) };
}
