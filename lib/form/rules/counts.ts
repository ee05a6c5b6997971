import { COUNT_CODES, COUNT_PARTS, type CountCode, LARGEST_COUNT } from "@/lib/form/counts";
import type { Issue, IssueKind } from "@/lib/form/issue";
import type { RuleContext } from "@/lib/form/rules/context";
import type { RuleInput } from "@/lib/form/rules/input";

/** V19: counts from 0, and no part above its whole; what was not stated is not judged. */
export function countRules({ input }: RuleContext): Issue[] {
  const counts = input.counts ?? {};
  const unusable = COUNT_CODES.flatMap((code) => {
    const value = counts[code];
    if (value === undefined || (value >= 0n && value <= LARGEST_COUNT)) return [];
    return [issueOf(input, code, "countUnusable", { value, limit: LARGEST_COUNT })];
  });
  const parts = COUNT_PARTS.flatMap(({ part, whole }) => {
    const [value, total] = [counts[part], counts[whole]];
    if (value === undefined || total === undefined || value <= total) return [];
    return [issueOf(input, part, "countAboveWhole", { value, total, difference: value - total })];
  });
  return [...unusable, ...parts];
}

function issueOf(
  { version }: RuleInput,
  count: CountCode,
  kind: IssueKind,
  numbers: Readonly<Record<string, bigint>>,
): Issue {
  return {
    rule: "V19",
    kind,
    severity: "error",
    version: version.id,
    measure: null,
    slice: "total",
    column: null,
    count,
    related: [],
    numbers: Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)])),
  };
}
