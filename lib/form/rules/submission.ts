import { addDays } from "@/lib/core/day";
import { lastDay } from "@/lib/core/period";
import type { Issue } from "@/lib/form/issue";
import { issueAt, type RuleContext } from "@/lib/form/rules/context";

/** V17: not before the period has ended, nor before the period before it is accepted. */
export function submissionRules({ input }: RuleContext): Issue[] {
  const issues: Issue[] = [];
  const place = { slice: "total", measure: null, column: null } as const;
  const { period, today } = input;
  if (input.previousAccepted === false && period.month > 1 && !input.isSupplement) {
    const found = { rule: "V17", kind: "previousNotAccepted", severity: "error" } as const;
    issues.push(issueAt(input, place, found, { month: period.month, previousMonth: period.month - 1 }));
  }
  const end = lastDay(period);
  if (today !== null && today <= end) {
    const found = { rule: "V17", kind: "periodNotEnded", severity: "error" } as const;
    issues.push(issueAt(input, place, found, { lastDay: end, today, from: addDays(end, 1) }));
  }
  return issues;
}
