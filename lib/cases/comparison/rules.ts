import type { ColumnDifference, Reconciliation } from "../reconciliation/types";

/** The columns in which a typed report says something else than the register. */
export function differing(columns: readonly ColumnDifference[]): ColumnDifference[] {
  return columns.filter(({ difference }) => difference !== null && difference !== 0n);
}

/** Whether the register holds nothing of the agency by then. */
export function isEmptyRegister({ columns }: Pick<Reconciliation, "columns">): boolean {
  return columns.every(({ derived }) => derived === 0n);
}
