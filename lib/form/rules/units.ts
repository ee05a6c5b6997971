import type { Issue } from "@/lib/form/issue";
import { gap, type Half, halfLike, issueAt, type RuleContext } from "@/lib/form/rules/context";

/** V09: a summary row is the sum of its unit rows, column by column. A warning for provinces, else an error. */
export function unitRules({ input, totals }: RuleContext): Issue[] {
  const { units } = input;
  if (units === undefined || units.length === 0) return [];
  return totals.flatMap((total) => {
    const rows = units.map((figures) => halfLike(input, total, figures));
    return input.version.columns
      .filter(({ kind, measures }) => kind === "input" && measures.includes(total.measure))
      .flatMap(({ column, required }) => comparedUnits({ input, total, rows, column, required }));
  });
}

type Comparison = {
  input: RuleContext["input"];
  total: Half;
  rows: readonly Half[];
  column: RuleContext["input"]["version"]["columns"][number]["column"];
  required: boolean;
};

function comparedUnits({ input, total, rows, column, required }: Comparison): Issue[] {
  const value = total.value(column);
  if (value === null) return [];
  const known = rows.flatMap((row) => row.value(column) ?? []);
  const severity = input.agencyKind === "PROVINCE" ? "warning" : "error";
  const place = { ...total, column };
  if (known.length < rows.length) {
    if (!required) return [];
    const missingCount = rows.length - known.length;
    const found = { rule: "V09", kind: "unitsMissing", severity } as const;
    return [issueAt(input, place, found, { missingCount, unitCount: rows.length, value })];
  }
  const sum = known.reduce((left, right) => left + right, 0n);
  if (sum === value) return [];
  const found = { rule: "V09", kind: "unitsUnequal", severity } as const;
  return [issueAt(input, place, found, { sum, value, difference: gap(sum, value), unitCount: rows.length })];
}
