import type { Text } from "@/lib/core/locale";
import type { Ratio } from "@/lib/core/ratio";

/** Columns that rate definitions are made of, in cases or đồng; null or absent = not known. */
export type DefinitionInputs = Readonly<
  Partial<Record<"completed" | "terminated" | "reduced" | "eligible" | "totalEnforceable", bigint | null>>
>;
type Input = keyof DefinitionInputs;
type Measure = "cases" | "money";

/** One way to compute a completion rate; the sums are of columns of the form. */
export type RateDefinition = {
  id: string;
  label: Text;
  numerator: Readonly<Record<Measure, readonly Input[]>>;
  denominator: Input;
  source: string;
};

/**
 * The ways in use (domain.md 1.5). Whether "đình chỉ" and "giảm" still count under the rules of 2025–2026 is open
 * (domain.md 8.4), hence the narrower ones; "trên phải thi hành" is variation A and never mixes with the official rate.
 */
export const RATE_DEFINITIONS = [
  {
    id: "official",
    label: {
      vi: "Xong, đình chỉ, giảm / có điều kiện",
      en: "Completed, terminated, reduced / eligible",
    },
    numerator: { cases: ["completed", "terminated"], money: ["completed", "terminated", "reduced"] },
    denominator: "eligible",
    source: "domain.md 1.5; TT 06/2019, TT 05/2024",
  },
  {
    id: "withoutReduction",
    label: { vi: "Không tính giảm", en: "Without reductions" },
    numerator: { cases: ["completed", "terminated"], money: ["completed", "terminated"] },
    denominator: "eligible",
    source: "domain.md 1.5 (“giảm” chưa kiểm chứng)",
  },
  {
    id: "completedOnly",
    label: { vi: "Không tính đình chỉ, giảm", en: "Without terminations and reductions" },
    numerator: { cases: ["completed"], money: ["completed"] },
    denominator: "eligible",
    source: "domain.md 1.5 E, 8.4",
  },
  {
    id: "overTotal",
    label: {
      vi: "Xong, đình chỉ, giảm / phải thi hành",
      en: "Completed, terminated, reduced / total to enforce",
    },
    numerator: { cases: ["completed", "terminated"], money: ["completed", "terminated", "reduced"] },
    denominator: "totalEnforceable",
    source: "domain.md 1.5 A",
  },
] as const satisfies readonly RateDefinition[];

export type RateDefinitionId = (typeof RATE_DEFINITIONS)[number]["id"];

/** The exact ratio by one definition; null when an input is not known: "không đủ dữ liệu", never a guess. */
export function rateBy(id: RateDefinitionId, inputs: DefinitionInputs, measure: Measure): Ratio | null {
  const definition: RateDefinition | undefined = RATE_DEFINITIONS.find((one) => one.id === id);
  if (definition === undefined) throw new RangeError(`No rate definition ${id}`);
  const denominator = inputs[definition.denominator] ?? null;
  const parts = definition.numerator[measure].map((column) => inputs[column] ?? null);
  const numerator = parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0n);
  return numerator === null || denominator === null ? null : { numerator, denominator };
}

/** The same figures by two definitions side by side; null on the side whose inputs are not known. */
export function sideBySide(
  [left, right]: readonly [RateDefinitionId, RateDefinitionId],
  inputs: DefinitionInputs,
  measure: Measure,
): { left: Ratio | null; right: Ratio | null } {
  return { left: rateBy(left, inputs, measure), right: rateBy(right, inputs, measure) };
}
