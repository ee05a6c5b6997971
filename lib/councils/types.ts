import type { Day } from "@/lib/core/day";

export const COUNCIL_LEVELS = ["AGENCY", "DEPARTMENT", "MINISTRY"] as const;
export type CouncilLevel = (typeof COUNCIL_LEVELS)[number];

export const SEAT_ROLES = ["CHAIR", "DEPUTY", "SECRETARY", "MEMBER", "SUBSTITUTE"] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];

/** Somebody's membership from a day until a day (exclusive; null = still). */
export type Seat = {
  id: string;
  userId: string;
  login: string;
  name: string;
  role: SeatRole;
  validFrom: Day;
  validUntil: Day | null;
};

/** A council with all its seats, past ones too. */
export type Council = {
  id: string;
  agency: string;
  agencyName: string;
  level: CouncilLevel;
  name: string;
  decision: string;
  validFrom: Day;
  validUntil: Day | null;
  illustrative: boolean;
  seats: readonly Seat[];
  /** May the reader change who sits on it? */
  mayManage: boolean;
  /** Does the reader chair it or keep its papers today? */
  runs: boolean;
};
