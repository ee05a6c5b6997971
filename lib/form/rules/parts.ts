import { type Column, INPUT_COLUMNS, type InputColumn, type Measure } from "@/lib/form/columns";
import type { Issue } from "@/lib/form/issue";
import { gap, type Half, issueAt, type RuleContext } from "@/lib/form/rules/context";
import type { RuleInput } from "@/lib/form/rules/input";

/** V07 (chủ động + theo yêu cầu = total) and V08 (a subset never exceeds the total), column by column. */
export function partRules(context: RuleContext): Issue[] {
  return context.totals.flatMap((total) => [...twoParts(context, total), ...subsets(context, total)]);
}

function twoParts({ input, halves }: RuleContext, total: Half): Issue[] {
  const exOfficio = halves.find((half) => half.slice === "exOfficio" && half.measure === total.measure);
  const onRequest = halves.find((half) => half.slice === "onRequest" && half.measure === total.measure);
  if (!hasFigures(exOfficio) && !hasFigures(onRequest)) return [];
  return columnsOf(input, total.measure).flatMap((column) => {
    const [first, second] = [exOfficio?.figures[column] ?? null, onRequest?.figures[column] ?? null];
    return comparedParts(input, total, column, first, second);
  });
}

function comparedParts(
  input: RuleInput,
  total: Half,
  column: InputColumn,
  exOfficio: bigint | null,
  onRequest: bigint | null,
): Issue[] {
  const whole = total.figures[column] ?? null;
  const place = { slice: "total", measure: total.measure, column } as const;
  const related: Column[] = [];
  if (exOfficio === null || onRequest === null || whole === null) {
    if (exOfficio === null && onRequest === null && isOptional(input, column, whole)) return [];
    const found = { rule: "V07", kind: "partsIncomplete", severity: "error", related } as const;
    return [issueAt(input, place, found, { exOfficio, onRequest, total: whole })];
  }
  if (exOfficio + onRequest === whole) return [];
  const found = { rule: "V07", kind: "partsUnequal", severity: "error", related } as const;
  const difference = gap(exOfficio + onRequest, whole);
  return [issueAt(input, place, found, { exOfficio, onRequest, total: whole, difference })];
}

/** A column that may be left out, or that V01 already reports as missing. */
function isOptional(input: RuleInput, column: InputColumn, whole: bigint | null): boolean {
  return whole === null || input.version.columns.some((it) => it.column === column && !it.required);
}

function subsets({ input, halves }: RuleContext, total: Half): Issue[] {
  return halves
    .filter(({ slice, measure }) => isSubset(slice) && measure === total.measure)
    .flatMap((half) =>
      input.version.columns.flatMap(({ column }) => {
        const [value, whole] = [half.value(column), total.value(column)];
        if (value === null || whole === null || value <= whole) return [];
        const found = { rule: "V08", kind: "subsetAboveTotal", severity: "error" } as const;
        return [
          issueAt(input, { ...half, column }, found, { value, total: whole, difference: value - whole }),
        ];
      }),
    );
}

function isSubset(slice: Half["slice"]): boolean {
  return slice === "credit" || slice === "stateBudget" || slice === "corruptionEconomic";
}

function hasFigures(half: Half | undefined): boolean {
  return half !== undefined && INPUT_COLUMNS.some((column) => half.figures[column] !== undefined);
}

function columnsOf(input: RuleInput, measure: Measure): InputColumn[] {
  return INPUT_COLUMNS.filter((column) =>
    input.version.columns.some((it) => it.column === column && it.measures.includes(measure)),
  );
}
