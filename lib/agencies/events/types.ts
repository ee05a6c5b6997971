import type { Day } from "@/lib/core/day";
import type { AgencyKind, AgencyVersion } from "../types";

/** What an event does to the organisation: nothing is erased, versions end on its day and others begin. */
export type EventPlan = {
  effectiveOn: Day;
  founded: readonly { code: string; kind: AgencyKind }[];
  closed: readonly AgencyVersion[];
  opened: readonly AgencyVersion[];
  successions: readonly { predecessor: string; successor: string }[];
};
