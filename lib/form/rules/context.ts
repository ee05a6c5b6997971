import {
  type Column,
  type Figures,
  type FormFigures,
  MEASURES,
  type Measure,
  SLICES,
  type Slice,
} from "@/lib/form/columns";
import { columnValue, type DerivedFigures, derive } from "@/lib/form/derive";
import type { Issue, IssueKind, RuleId, Severity } from "@/lib/form/issue";
import type { RuleInput } from "@/lib/form/rules/input";
import { DEFAULT_THRESHOLDS, type RuleThresholds } from "@/lib/form/rules/thresholds";

/** One half of one slice with its derived columns. */
export type Half = Readonly<{
  slice: Slice;
  measure: Measure;
  figures: Figures;
  derived: DerivedFigures;
  value: (column: Column) => bigint | null;
}>;

/** What every family of rules receives. */
export type RuleContext = Readonly<{
  input: RuleInput;
  thresholds: RuleThresholds;
  /** Halves of the slices that were reported. */
  halves: readonly Half[];
  /** Halves of the whole docket; empty figures when it was not reported. */
  totals: readonly Half[];
}>;

/** A family of rules. */
export type RuleFamily = (context: RuleContext) => Issue[];

const noFigures: FormFigures = { cases: {}, money: {} };

/** Computes the derived columns once for all rules. */
export function ruleContext(input: RuleInput): RuleContext {
  const halves = SLICES.flatMap((slice) => {
    const figures = input.figures[slice];
    return figures === undefined ? [] : halvesOf(input, slice, figures);
  });
  const totals = halvesOf(input, "total", input.figures.total ?? noFigures);
  return { input, thresholds: { ...DEFAULT_THRESHOLDS, ...input.thresholds }, halves, totals };
}

/** Both halves of one form with their derived columns. */
function halvesOf(input: RuleInput, slice: Slice, figures: FormFigures): Half[] {
  return MEASURES.map((measure) => halfOf(input, slice, measure, figures[measure]));
}

/** The whole docket of month n−1: the accepted report, else the year's history; null in month 1. */
export function previousTotal(input: RuleInput): FormFigures | null {
  if (input.period.month === 1) return null;
  const earlier = input.history.find(({ month }) => month === input.period.month - 1);
  return input.previous?.total ?? earlier?.figures ?? null;
}

/** The same half of another form, such as the month before. */
export function halfLike(input: RuleInput, half: Half, figures: FormFigures): Half {
  return halfOf(input, half.slice, half.measure, figures[half.measure]);
}

/** Builds an issue about a cell. */
export function issueAt(
  input: RuleInput,
  place: { slice: Slice; measure: Measure | null; column: Column | null },
  found: { rule: RuleId; kind: IssueKind; severity: Severity; related?: readonly Column[] },
  numbers: Readonly<Record<string, bigint | number | string | null>>,
): Issue {
  const present = Object.entries(numbers).flatMap(([key, n]) => (n === null ? [] : [[key, String(n)]]));
  return {
    rule: found.rule,
    kind: found.kind,
    severity: found.severity,
    version: input.version.id,
    measure: place.measure,
    slice: place.slice,
    column: place.column,
    related: found.related ?? [],
    numbers: Object.fromEntries(present),
  };
}

/** Size of a difference. */
export function gap(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}

function halfOf(input: RuleInput, slice: Slice, measure: Measure, figures: Figures): Half {
  const derived = derive(figures, input.version, measure);
  const value = (column: Column) => columnValue(column, figures, derived, measure);
  return { slice, measure, figures, derived, value };
}
