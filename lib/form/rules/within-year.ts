import type { Issue } from "@/lib/form/issue";
import { gap, type Half, halfLike, issueAt, previousTotal, type RuleContext } from "@/lib/form/rules/context";
import type { RuleInput } from "@/lib/form/rules/input";

/** V10 (flows do not fall), V11 (carried over agrees with last year and stays), V16 (first report of the year). */
export function withinYearRules({ input, halves, totals }: RuleContext): Issue[] {
  return [
    ...(input.isSupplement ? [] : halves.flatMap((half) => fallingFlows(input, half))),
    ...totals.flatMap((half) => carriedOver(input, half)),
    ...totals.flatMap((half) => firstReport(input, half)),
  ];
}

function fallingFlows(input: RuleInput, half: Half): Issue[] {
  const earlier = half.slice === "total" ? previousTotal(input) : input.previous?.[half.slice];
  if (earlier === null || earlier === undefined || input.period.month === 1) return [];
  const before = halfLike(input, half, earlier);
  return input.version.columns
    .filter(({ flow, measures }) => flow && measures.includes(half.measure))
    .flatMap(({ column }) => {
      const [previous, value] = [before.value(column), half.value(column)];
      if (previous === null || value === null || value >= previous) return [];
      const found = { rule: "V10", kind: "flowFalls", severity: "warning" } as const;
      return [issueAt(input, { ...half, column }, found, { previous, value, difference: previous - value })];
    });
}

function carriedOver(input: RuleInput, half: Half): Issue[] {
  const value = half.value("carriedOver");
  if (value === null) return [];
  const earlier = previousTotal(input);
  if (earlier !== null) return changedSinceLastMonth(input, half, value, halfLike(input, half, earlier));
  const yearEnd = input.previousYearEnd?.total;
  return yearEnd === undefined ? [] : differsFromYearEnd(input, half, value, halfLike(input, half, yearEnd));
}

/** A fall equal to the growth of the separate register is a move there, hence normal (domain.md 10). */
function changedSinceLastMonth(input: RuleInput, half: Half, value: bigint, before: Half): Issue[] {
  const previous = before.value("carriedOver");
  if (previous === null || previous === value) return [];
  const [register, registerBefore] = [half.value("separateRegister"), before.value("separateRegister")];
  const moved = register === null || registerBefore === null ? null : register - registerBefore;
  if (moved === previous - value) return [];
  const related = ["separateRegister"] as const;
  const found = { rule: "V11", kind: "carriedOverChanged", severity: "warning", related } as const;
  const numbers = { previous, value, difference: gap(previous, value), moved };
  return [issueAt(input, { ...half, column: "carriedOver" }, found, numbers)];
}

/** Expected: last year's 18 − 19, less what this year's first report itself moved to the register. */
function differsFromYearEnd(input: RuleInput, half: Half, value: bigint, yearEnd: Half): Issue[] {
  const [carriedForward, register] = [yearEnd.value("carriedForward"), yearEnd.value("separateRegister")];
  if (carriedForward === null || register === null) return [];
  const expected = carriedForward - register;
  const moved = half.value("separateRegister") ?? 0n;
  if (value === expected || value === expected - moved) return [];
  const related = ["carriedForward", "separateRegister"] as const;
  const found = { rule: "V11", kind: "carriedOverNotYearEnd", severity: "warning", related } as const;
  const numbers = {
    value,
    carriedForward,
    separateRegister: register,
    expected,
    difference: gap(value, expected),
  };
  return [issueAt(input, { ...half, column: "carriedOver" }, found, numbers)];
}

/** A missing value is V01's business; a zero is legal for a new agency only. */
function firstReport(input: RuleInput, half: Half): Issue[] {
  const isFirst = input.period.month === 1 || (input.previous === null && input.history.length === 0);
  const value = half.value("carriedOver");
  if (!isFirst || value !== 0n) return [];
  const found = { rule: "V16", kind: "carriedOverZero", severity: "warning" } as const;
  return [issueAt(input, { ...half, column: "carriedOver" }, found, { value })];
}
