import type { Column, DerivedColumn, Figures, Measure } from "@/lib/form/columns";
import { BASE_VERSION, type FormVersion } from "@/lib/form/version";

/** Derived columns that could be computed; absent = one of their inputs is missing. */
export type DerivedFigures = Readonly<Partial<Record<DerivedColumn, bigint>>>;

/**
 * Computes the derived columns of one measure (domain.md 1.4). A derived value is missing when any input is.
 * `measure` decides 10b: for "cases" it counts 0 whatever was typed, for "money" it must be present. Without
 * `measure` a missing 10b counts 0, so pass it wherever a money form may be half filled.
 */
export function derive(figures: Figures, version: FormVersion, measure?: Measure): DerivedFigures {
  const derived: Partial<Record<DerivedColumn, bigint>> = {};
  for (const { column, plus, minus } of version.derivations) {
    const gains = sumOf(plus, figures, derived, measure);
    const losses = sumOf(minus, figures, derived, measure);
    if (gains !== null && losses !== null) derived[column] = gains - losses;
  }
  return derived;
}

/** One column of one measure, typed or derived; null = missing. 10b of cases is 0. */
export function columnValue(
  column: Column,
  figures: Figures,
  derived: DerivedFigures,
  measure?: Measure,
): bigint | null {
  if (column === "reduced") return measure === "cases" ? 0n : (figures.reduced ?? (measure ? null : 0n));
  const [typed, computed]: Readonly<Partial<Record<Column, bigint>>>[] = [figures, derived];
  return computed?.[column] ?? typed?.[column] ?? null;
}

/** Adds columns of one measure; null when one is missing. */
export function sumOf(
  columns: readonly Column[],
  figures: Figures,
  derived: DerivedFigures,
  measure?: Measure,
): bigint | null {
  let sum = 0n;
  for (const column of columns) {
    const value = columnValue(column, figures, derived, measure);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** Numerator of the headline rate: completed + terminated + reduced (domain.md 1.5); null = missing. */
export function doneOf(figures: Figures, measure?: Measure): bigint | null {
  return sumOf(["completed", "terminated", "reduced"], figures, {}, measure);
}

/** Numerator and denominator of the headline rate; null when either is missing. A zero denominator is kept. */
export function rateInputs(
  figures: Figures,
  version: FormVersion = BASE_VERSION,
  measure?: Measure,
): { completed: bigint; eligible: bigint } | null {
  const completed = doneOf(figures, measure);
  const { eligible } = derive(figures, version, measure);
  return completed === null || eligible === undefined ? null : { completed, eligible };
}
