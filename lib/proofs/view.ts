import type { Locale } from "@/lib/core/locale";
import type { Period } from "@/lib/core/period";
import { percent } from "@/lib/core/ratio";
import { COUNT_CODES, COUNT_LABELS } from "@/lib/form/counts";
import { formVersionFor } from "@/lib/form/version";
import { isProven, recompute } from "./rules";
import type { Shown, StatedProof, Step, Term } from "./types";

/** A proof as GET /api/v1/proof answers it: big integers as strings, people as ids. */
export function proofBody(proof: StatedProof) {
  const { agency, period, own, indicator, definition, shown, inputs, hash } = proof;
  return {
    agency,
    ...period,
    own,
    indicator,
    definition,
    formula: formulaText(proof),
    numerator: shown?.numerator.toString() ?? null,
    denominator: shown?.denominator?.toString() ?? null,
    ratePct: shown && rateOf(shown),
    recomputed: statedRatio(proof),
    verified: isProven(proof),
    hash,
    asOf: proof.knownAt,
    inputs: inputs.map(({ value, entered, submitted, approved, ...input }) => ({
      ...input,
      value: value.toString(),
      ...stepBody("entered", entered),
      ...stepBody("submitted", submitted),
      ...stepBody("approved", approved),
    })),
  };
}

/** The formula in the interchange's column names. Example: "(cases.total.completed + …) / (…)". */
function formulaText({ formula }: Pick<StatedProof, "formula">, name = (column: string) => column): string {
  const sum = (terms: readonly Term[]) =>
    terms
      .map(({ column, sign }, at) => `${sign === -1 ? "− " : at > 0 ? "+ " : ""}${name(column)}`)
      .join(" ");
  if (formula.denominator.length === 0) return sum(formula.numerator);
  return `(${sum(formula.numerator)}) / (${sum(formula.denominator)})`;
}

/** The formula in the printed column numbers of the form. Example: "(9 + 10) / (9 + 10 + 11 + 12 + 13 + 14)". */
export function formulaInNumbers(proof: StatedProof): string {
  const { columns } = formVersionFor(proof.period);
  const numberOf = (name: string) =>
    columns.find(({ column }) => name.endsWith(`.${column}`))?.number ?? name;
  return formulaText(proof, numberOf);
}

/** A cell of the form by its printed number and name, a count by its code. Example: "9. Thi hành xong". */
export function columnLabel(name: string, period: Period, locale: Locale): string {
  const last = name.split(".").at(-1) ?? "";
  const counted = COUNT_CODES.find((code) => name === `counts.${code}`);
  if (counted) return `${counted}. ${COUNT_LABELS[counted].label[locale]}`;
  const found = formVersionFor(period).columns.find(({ column }) => column === last);
  return found ? `${found.number}. ${found.label[locale]}` : last;
}

function statedRatio(proof: StatedProof) {
  const again = recompute(proof);
  return (
    again && { numerator: again.numerator.toString(), denominator: again.denominator?.toString() ?? null }
  );
}

function rateOf({ numerator, denominator }: Shown): string | null {
  return denominator === null ? null : percent({ numerator, denominator });
}

function stepBody(name: "entered" | "submitted" | "approved", step: Step | null) {
  return { [`${name}By`]: step?.by ?? null, [`${name}At`]: step?.at ?? null };
}
