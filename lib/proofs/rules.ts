import { createHash } from "node:crypto";
import { periodKey } from "@/lib/core/period";
import { type Column, INPUT_COLUMNS } from "@/lib/form/columns";
import type { FormVersion } from "@/lib/form/version";
import type { IndicatorDefinition, IndicatorInput } from "@/lib/indicators/types";
import type { Shown, StatedProof, Term } from "./types";

/** A definition down to the typed columns: derived ones are written out by the form's own derivations. */
export function formulaOf(
  { numerator, denominator }: Pick<IndicatorDefinition, "numerator" | "denominator">,
  version: FormVersion,
): StatedProof["formula"] {
  const terms = (inputs: readonly IndicatorInput[]) =>
    inputs.flatMap((input) =>
      input.form === "counts"
        ? [{ column: `counts.${input.code}`, sign: 1 as const }]
        : typedTerms(input, version),
    );
  return { numerator: terms(numerator), denominator: terms(denominator) };
}

type FormInput = Extract<IndicatorInput, { form: "results" }>;

function typedTerms(input: FormInput, version: FormVersion, sign: Term["sign"] = 1): Term[] {
  const { measure, slice, column } = input;
  const again = (part: Column, turned: Term["sign"]) =>
    typedTerms({ ...input, column: part }, version, turned);
  const derivation = version.derivations.find((each) => each.column === column);
  if (derivation) {
    const opposite = sign === 1 ? -1 : 1;
    return [
      ...derivation.plus.flatMap((part) => again(part, sign)),
      ...derivation.minus.flatMap((part) => again(part, opposite)),
    ];
  }
  // Cases have no column 10b.
  if (column === "reduced" && measure === "cases") return [];
  if (!INPUT_COLUMNS.some((each) => each === column)) throw new RangeError(`No formula for ${column}`);
  return [{ column: `${measure}.${slice}.${column}`, sign }];
}

/** The figure computed again from the inputs alone; null when there are none. Exact. */
export function recompute({ formula, inputs }: Pick<StatedProof, "formula" | "inputs">): Shown | null {
  if (inputs.length === 0) return null;
  const sums = new Map<string, bigint>();
  for (const { column, value } of inputs) sums.set(column, (sums.get(column) ?? 0n) + value);
  const total = (terms: readonly Term[]) =>
    terms.reduce((sum, { column, sign }) => sum + BigInt(sign) * (sums.get(column) ?? 0n), 0n);
  const isCount = formula.denominator.length === 0;
  return { numerator: total(formula.numerator), denominator: isCount ? null : total(formula.denominator) };
}

/** What the proof rests on as one hash, the same for the same claim and inputs in any order. */
export function contentHash(proof: Omit<StatedProof, "hash" | "shown">): string {
  const { agency, period, own, indicator, definition, formula, inputs } = proof;
  const signs = (terms: readonly Term[]) => terms.map(({ column, sign }) => `${sign}*${column}`).join("+");
  const head = [indicator, definition.version, agency, own, periodKey(period)].join("|");
  const lines = inputs.map(
    ({ agency: by, revision, column, value }) => `${by}|${revision}|${column}|${value}`,
  );
  const text = [head, signs(formula.numerator), signs(formula.denominator), ...lines.sort()].join("\n");
  return createHash("sha256").update(text).digest("hex");
}

/** Whether the inputs give exactly what was shown and are those the hash was made of. */
export function isProven(proof: StatedProof): boolean {
  const again = recompute(proof);
  const { shown } = proof;
  const isSame =
    again === null || shown === null
      ? again === shown
      : again.numerator === shown.numerator && again.denominator === shown.denominator;
  return isSame && contentHash(proof) === proof.hash;
}
