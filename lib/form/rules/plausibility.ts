import { decimalText, roundHalfUp } from "@/lib/core/rounding";
import { INPUT_COLUMNS, type InputColumn } from "@/lib/form/columns";
import type { Issue } from "@/lib/form/issue";
import { gap, type Half, halfLike, issueAt, previousTotal, type RuleContext } from "@/lib/form/rules/context";

/** Columns in which files and money practically always go together. */
const alwaysPaired: readonly InputColumn[] = [
  "carriedOver",
  "newlyAccepted",
  "completed",
  "inProgress",
  "noCondition",
  "postponedOrSuspendedOther",
];
const neverPaired: readonly InputColumn[] = ["reduced", "separateRegister"];

/** V12 (việc without tiền or the reverse) and V13 (jump of 08 or 15 against the month before). */
export function plausibilityRules(context: RuleContext): Issue[] {
  return [...pairs(context), ...context.totals.flatMap((half) => jumps(context, half))];
}

function pairs(context: RuleContext): Issue[] {
  const [cases, money] = context.totals;
  if (cases === undefined || money === undefined) return [];
  return INPUT_COLUMNS.filter((column) => !neverPaired.includes(column)).flatMap((column) => {
    const [count, amount] = [cases.value(column), money.value(column)];
    if (count === null || amount === null || count > 0n === amount > 0n) return [];
    if (!isNotable(context, column, count, amount, money)) return [];
    const [kind, half] =
      count > 0n ? (["casesWithoutMoney", money] as const) : (["moneyWithoutCases", cases] as const);
    const found = { rule: "V12", kind, severity: "warning" } as const;
    return [issueAt(context.input, { ...half, column }, found, { cases: count, money: amount })];
  });
}

/**
 * Part of an obligation may be entrusted, terminated or suspended while the file stays where it is, and a few
 * files have no money value: in those columns only larger amounts are asked about.
 */
function isNotable(
  { thresholds }: RuleContext,
  column: InputColumn,
  count: bigint,
  amount: bigint,
  money: Half,
): boolean {
  if (alwaysPaired.includes(column)) return true;
  if (count > 0n) return count >= thresholds.pairMinCases;
  return amount * 100n >= (money.value("totalToResolve") ?? 0n) * thresholds.pairMinMoneyPercent;
}

function jumps({ input, thresholds }: RuleContext, half: Half): Issue[] {
  const earlier = previousTotal(input);
  if (earlier === null) return [];
  const before = halfLike(input, half, earlier);
  const limit = input.period.month >= 11 ? thresholds.jumpPercentLate : thresholds.jumpPercent;
  return (["eligible", "notYetEligible"] as const).flatMap((column) => {
    const [previous, value] = [before.value(column), half.value(column)];
    if (previous === null || value === null || previous < thresholds.jumpMinimum[half.measure]) return [];
    const change = gap(previous, value);
    if (previous <= 0n || change * 100n <= previous * limit) return [];
    const kind = value > previous ? "jumpUp" : "jumpDown";
    const percent = decimalText(roundHalfUp(change * 1000n, previous), 1);
    const found = { rule: "V13", kind, severity: "warning" } as const;
    return [issueAt(input, { ...half, column }, found, { previous, value, percent, limit })];
  });
}
