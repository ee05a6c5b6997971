import type { AgencyKind } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import type { Period } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import type { Arrival, PaceAlert } from "@/lib/scoreboard/alerts/types";
import type { BoardNode, Measure } from "@/lib/scoreboard/types";

/** The mornings a digest lies between: 07:00 in Vietnam on working days. */
export type Mornings = { day: Day; before: Day; next: Day };

/** A report that was signed or sent back; what was signed first in the period of the boards is in their arrivals. */
export type ReportEvent = {
  agency: string;
  name: string;
  /** A province's own office, beside the units below it. */
  isOffice: boolean;
  period: Period;
  revision: number;
  kind: "CORRECTED" | "SIGNED" | "RETURNED";
  at: Date;
  /** Why it was sent back. */
  reason: { code: string; text: string } | null;
  /** Both rates before and after a correction. */
  rates: Record<Measure, { before: Ratio | null; after: Ratio | null }> | null;
};

/** A unit that had not sent its report by the morning, though the deadline had passed. */
export type LateUnit = {
  agency: string;
  name: string;
  kind: AgencyKind;
  /** The province it belongs to, itself for a province's own office. */
  province: string;
  provinceName: string;
  due: Day;
  daysLate: number;
};

/** What changed between two mornings, as known then: asked again it is the same, byte for byte. */
export type Digest = Mornings & {
  from: Date;
  until: Date;
  period: Period;
  root: { before: BoardNode; after: BoardNode };
  alerts: readonly PaceAlert[];
  arrivals: readonly Arrival[];
  events: readonly ReportEvent[];
  /** Events beyond those listed. */
  moreEvents: number;
  late: readonly LateUnit[];
};
