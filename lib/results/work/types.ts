import type { Day } from "@/lib/core/day";
import type { Period } from "@/lib/core/period";
import type { ReportStatus } from "../types";

export type WorkKind = "late" | "returned" | "due" | "draft" | "waiting" | "summary";

/** One thing that waits for the actor. */
export type WorkItem = {
  kind: WorkKind;
  agency: string;
  name: string;
  period: Period;
  deadline: Day | null;
  daysLate: number;
  status: ReportStatus | null;
};
