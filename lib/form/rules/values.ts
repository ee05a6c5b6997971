import { type ColumnDefinition, INPUT_COLUMNS, type Measure } from "@/lib/form/columns";
import type { Issue } from "@/lib/form/issue";
import { type Half, issueAt, type RuleContext } from "@/lib/form/rules/context";
import type { RuleInput } from "@/lib/form/rules/input";

/** Largest storable values: PostgreSQL integer for cases, 17 digits of đồng (fits bigint) for money. */
export const LARGEST_VALUE: Readonly<Record<Measure, bigint>> = {
  cases: 2_147_483_647n,
  money: 99_999_999_999_999_999n,
};

/**
 * V01, and two placements: 10b of cases must be 0 or missing (V05, error), column 6 belongs to district rows
 * (V03, warning; a province summary of units may show their sum).
 */
export function valueRules({ input, halves, totals }: RuleContext): Issue[] {
  return [
    ...totals.flatMap((half) => missingColumns(input, half)),
    ...halves.flatMap((half) => unusableValues(input, half)),
    ...halves.flatMap((half) => misplacedValues(input, half)),
  ];
}

function missingColumns(input: RuleInput, half: Half): Issue[] {
  return input.version.columns
    .filter((definition) => isDue(definition, half))
    .map(({ column }) =>
      issueAt(input, { ...half, column }, { rule: "V01", kind: "missing", severity: "error" }, {}),
    );
}

function isDue({ kind, required, measures, column }: ColumnDefinition, half: Half): boolean {
  return kind === "input" && required && measures.includes(half.measure) && half.value(column) === null;
}

function unusableValues(input: RuleInput, half: Half): Issue[] {
  const limit = LARGEST_VALUE[half.measure];
  return INPUT_COLUMNS.flatMap((column) => {
    const value = half.figures[column];
    if (value === undefined || (value >= 0n && value <= limit)) return [];
    const kind = value < 0n ? "negative" : "tooLarge";
    return [issueAt(input, { ...half, column }, { rule: "V01", kind, severity: "error" }, { value, limit })];
  });
}

function misplacedValues(input: RuleInput, half: Half): Issue[] {
  const issues: Issue[] = [];
  const { reduced = 0n, pulledUpByProvince: pulledUp = 0n } = half.figures;
  if (half.measure === "cases" && reduced !== 0n) {
    const found = { rule: "V05", kind: "reducedCases", severity: "error" } as const;
    issues.push(issueAt(input, { ...half, column: "reduced" }, found, { value: reduced }));
  }
  if (input.agencyKind !== "DISTRICT" && input.units === undefined && pulledUp > 0n) {
    const found = { rule: "V03", kind: "pulledUpElsewhere", severity: "warning" } as const;
    issues.push(issueAt(input, { ...half, column: "pulledUpByProvince" }, found, { value: pulledUp }));
  }
  return issues;
}
