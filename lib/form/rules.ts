import type { Issue } from "@/lib/form/issue";
import { arithmeticRules } from "@/lib/form/rules/arithmetic";
import { RULE_CATALOGUE } from "@/lib/form/rules/catalogue";
import { type RuleFamily, ruleContext } from "@/lib/form/rules/context";
import { countRules } from "@/lib/form/rules/counts";
import type { RuleInput } from "@/lib/form/rules/input";
import { partRules } from "@/lib/form/rules/parts";
import { plausibilityRules } from "@/lib/form/rules/plausibility";
import { septemberRules } from "@/lib/form/rules/september";
import { statedRateRules } from "@/lib/form/rules/stated-rates";
import { submissionRules } from "@/lib/form/rules/submission";
import { unitRules } from "@/lib/form/rules/units";
import { valueRules } from "@/lib/form/rules/values";
import { withinYearRules } from "@/lib/form/rules/within-year";

/** See rules/input.ts. */
export type ValidationInput = RuleInput;

/** Titles and sources of the rules, for the side panel. */
export const RULES = RULE_CATALOGUE;

const families: readonly RuleFamily[] = [
  valueRules,
  arithmeticRules,
  partRules,
  unitRules,
  withinYearRules,
  plausibilityRules,
  septemberRules,
  submissionRules,
  statedRateRules,
  countRules,
];

/** Checks a report as it would be at submission; errors first, each in the order of the rules. */
export function validate(input: ValidationInput): Issue[] {
  const context = ruleContext(input);
  const issues = families.flatMap((family) => family(context));
  return issues.sort((a, b) => weight(a) - weight(b) || a.rule.localeCompare(b.rule));
}

/** Whether the report cannot be sent. */
export function blocksSubmission(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === "error");
}

/** The issues that each need a reason before the report is sent; keyed by `issueKey`. */
export function needsReason(issues: readonly Issue[]): Issue[] {
  return issues.filter(({ severity }) => severity === "warning");
}

function weight({ severity }: Issue): number {
  return severity === "error" ? 0 : 1;
}
