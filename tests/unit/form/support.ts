import type { Figures, FormFigures, InputColumn, Measure } from "@/lib/form/columns";
import { describeIssue, type Issue, type RuleId } from "@/lib/form/issue";
import { type ValidationInput, validate } from "@/lib/form/rules";
import { TT_06_2019 } from "@/lib/form/versions/tt-06-2019";

/** A report that breaks no rule: nine months of a district, as in the design picture once repaired. */
export const CASES: Figures = {
  carriedOver: 303n,
  newlyAccepted: 474n,
  entrustedOut: 7n,
  withdrawnOrCancelled: 0n,
  pulledUpByProvince: 0n,
  completed: 333n,
  terminated: 28n,
  inProgress: 239n,
  postponedByAgreement: 13n,
  suspendedEligible: 2n,
  otherEligible: 2n,
  noCondition: 137n,
  postponedOrSuspendedOther: 16n,
  separateRegister: 10n,
};

/** A hundred million đồng a case, and the same reduction taken from money in progress. */
export const MONEY: Figures = {
  ...scaled(CASES, 100_000_000n),
  reduced: 50_000_000n,
  inProgress: 23_850_000_000n,
};

/** A copy of the valid form with other cells; null removes one. */
export function form(
  cases: Partial<Record<InputColumn, bigint | null>> = {},
  money: Partial<Record<InputColumn, bigint | null>> = {},
): FormFigures {
  return { cases: edited(CASES, cases), money: edited(MONEY, money) };
}

/** Input of a nine-month district report with nothing to compare with. */
export function input(changes: Partial<ValidationInput> = {}): ValidationInput {
  return {
    version: TT_06_2019,
    period: { year: 2021, month: 9 },
    agencyKind: "DISTRICT",
    figures: { total: form() },
    previous: null,
    previousYearEnd: null,
    history: [],
    previousAccepted: null,
    today: null,
    ...changes,
  };
}

/** The issues of one rule. */
export function issuesOf(rule: RuleId, changes: Partial<ValidationInput>): Issue[] {
  return validate(input(changes)).filter((issue) => issue.rule === rule);
}

/** "V04:cases:inProgress" for every issue of a report. */
export function found(changes: Partial<ValidationInput>): string[] {
  return validate(input(changes)).map(({ rule, measure, column }) => `${rule}:${measure}:${column}`);
}

/** Both languages of the only issue of a rule. */
export function sentences(
  rule: RuleId,
  changes: Partial<ValidationInput>,
  measure: Measure | null = "cases",
) {
  const issues = issuesOf(rule, changes).filter((issue) => issue.measure === measure);
  return issues.flatMap((issue) => [describeIssue(issue, "vi"), describeIssue(issue, "en")]);
}

function scaled(figures: Figures, factor: bigint): Figures {
  return Object.fromEntries(Object.entries(figures).map(([column, value]) => [column, value * factor]));
}

function edited(figures: Figures, changes: Partial<Record<InputColumn, bigint | null>>): Figures {
  const entries = Object.entries({ ...figures, ...changes });
  return Object.fromEntries(entries.filter((entry): entry is [InputColumn, bigint] => entry[1] !== null));
}
