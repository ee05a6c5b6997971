import type { Reconciliation } from "./types";

/** The answer of GET /api/v1/reconciliation; numbers as texts, columns by the names of the CSV header. */
export function reconciliationBody({ columns, ...head }: Reconciliation): object {
  return {
    ...head,
    columns: columns.map(({ cases, ...column }) => ({
      ...column,
      cases: cases.map(({ caseId, ...each }) => ({ id: caseId, ...each })),
    })),
  };
}
