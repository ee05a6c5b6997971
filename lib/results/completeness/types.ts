import type { AgencyKind } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import type { ReportStatus } from "../types";

/** Where one unit's report of a period stands. An accepted report counts even while a supplement is being made. */
export type UnitProgress = {
  agency: string;
  name: string;
  kind: AgencyKind;
  province: string;
  status: ReportStatus | null;
  submittedAt: Date | null;
  /** The newest revision is a supplementary one. */
  isSupplemented: boolean;
  due: Day | null;
  /** Not sent, though the deadline has passed. */
  isLate: boolean;
  /** Sent, but after the deadline. */
  wasLate: boolean;
};

/** Completeness and timeliness of a province, or of the whole. */
export type Completeness = {
  agency: string;
  name: string;
  expected: number;
  drafts: number;
  submitted: number;
  approved: number;
  returned: number;
  missing: number;
  late: number;
  submittedLate: number;
};

export type CompletenessView = {
  today: Day;
  provinces: Completeness[];
  total: Completeness;
  units: UnitProgress[];
};
