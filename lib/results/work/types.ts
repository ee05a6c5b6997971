import type { Day } from "@/lib/core/day";
import type { Period } from "@/lib/core/period";
import type { CodedReason, ReportStatus } from "../types";

export type WorkKind = "late" | "returned" | "due" | "draft" | "waiting" | "summary" | "summaryReturned";

/** One thing that waits for the actor. */
export type WorkItem = {
  kind: WorkKind;
  agency: string;
  name: string;
  period: Period;
  deadline: Day | null;
  daysLate: number;
  status: ReportStatus | null;
  /** Why it came back, where that is said. */
  returned?: CodedReason;
};
