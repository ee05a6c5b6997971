import { decimalText, roundHalfUp } from "@/lib/core/rounding";
import type { InputColumn, Measure } from "@/lib/form/columns";
import type { Issue, IssueKind } from "@/lib/form/issue";
import { type Half, halfLike, issueAt, previousTotal, type RuleContext } from "@/lib/form/rules/context";

const monthsBefore = 11n;

/** V14 and V15: habits of the last month of the year that inspections describe (domain.md 1.4, P47). */
export function septemberRules(context: RuleContext): Issue[] {
  return context.input.period.month === 12 ? context.totals.flatMap((half) => september(context, half)) : [];
}

function september({ input, thresholds }: RuleContext, half: Half): Issue[] {
  const earlier = previousTotal(input);
  if (earlier === null) return [];
  const before = halfLike(input, half, earlier);
  const entrusted = movement(half, before, "entrustedOut");
  const intake = movement(half, before, "newlyAccepted");
  const issues: Issue[] = [];
  if (
    entrusted !== null &&
    isHigh(entrusted, thresholds.entrustmentPercentOfMean, thresholds.entrustmentMinimum, half)
  ) {
    issues.push(septemberIssue(input, half, "V14", "lateEntrustment", "entrustedOut", entrusted));
  }
  if (intake !== null && isLow(intake, thresholds.intakePercentOfMean, thresholds.intakeMinimum, half)) {
    issues.push(septemberIssue(input, half, "V15", "lateIntakeFalls", "newlyAccepted", intake));
  }
  return issues;
}

type Movement = { month: bigint; elevenMonths: bigint };
type Minimum = Readonly<Record<Measure, bigint>>;

function movement(half: Half, before: Half, column: InputColumn): Movement | null {
  const [now, then] = [half.value(column), before.value(column)];
  return now === null || then === null ? null : { month: now - then, elevenMonths: then };
}

function isHigh({ month, elevenMonths }: Movement, percent: bigint, minimum: Minimum, half: Half): boolean {
  return month >= minimum[half.measure] && month * monthsBefore * 100n > elevenMonths * percent;
}

/** A fall below the earlier cumulative value is V10's business. */
function isLow({ month, elevenMonths }: Movement, percent: bigint, minimum: Minimum, half: Half): boolean {
  if (month < 0n || elevenMonths < minimum[half.measure] * monthsBefore) return false;
  return month * monthsBefore * 100n < elevenMonths * percent;
}

function septemberIssue(
  input: RuleContext["input"],
  half: Half,
  rule: "V14" | "V15",
  kind: IssueKind,
  column: InputColumn,
  { month, elevenMonths }: Movement,
): Issue {
  const mean =
    half.measure === "cases"
      ? decimalText(roundHalfUp(elevenMonths * 10n, monthsBefore), 1)
      : roundHalfUp(elevenMonths, monthsBefore);
  return issueAt(input, { ...half, column }, { rule, kind, severity: "warning" }, { movement: month, mean });
}
