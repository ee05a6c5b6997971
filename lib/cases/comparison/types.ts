import type { Column, InputColumn, Measure } from "@/lib/form/columns";
import type { Reconciliation } from "../reconciliation/types";

/** A report beside the register, as a page shows it. */
export type Comparison = Reconciliation &
  Readonly<{
    name: string;
    /** The register holds no case of the agency by then: there is nothing to compare with. */
    isEmptyRegister: boolean;
    mayExplain: boolean;
  }>;

/** What an approver is told before deciding. */
export type ComparisonSummary = Readonly<{
  differences: number;
  withoutReason: number;
  columns: readonly {
    measure: Measure;
    column: InputColumn | Column;
    difference: bigint;
    reason: string | null;
  }[];
}>;
