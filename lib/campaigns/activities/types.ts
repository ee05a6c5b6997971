import type { Day } from "@/lib/core/day";
import type { EvidenceType } from "@/lib/evidence/types";
import type { ActivityKind, Line } from "../types";

export const ACTIVITY_STATES = ["REPORTED", "VERIFIED", "REJECTED", "WITHDRAWN"] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

/** A file of an activity, without its bytes. */
export type EvidenceFile = { id: string; name: string; type: EvidenceType; size: number; sha256: string };

/** Something that an agency did in a campaign. */
export type Activity = {
  id: string;
  campaign: string;
  agency: string;
  kind: ActivityKind;
  place: string;
  happenedOn: Day;
  beneficiary: string;
  quantity: bigint;
  valueDong: bigint | null;
  partners: string;
  description: string;
  illustrative: boolean;
  state: ActivityState;
  reportedBy: string;
  reportedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  decidedWords: string;
  evidence: readonly EvidenceFile[];
};

/** Another report that seems to be of the same thing; of agencies out of reach only who and when. */
export type DoubleClaim = {
  id: string;
  agency: string;
  agencyName: string;
  campaign: string;
  happenedOn: Day;
  /** One file serves both, or the words are the same. */
  because: "evidence" | "words";
};

/** An activity as a page shows it. */
export type ShownActivity = Activity & {
  agencyName: string;
  doubles: readonly DoubleClaim[];
  mayDecide: boolean;
  mayWithdraw: boolean;
};

export type Registration = {
  agency: string;
  agencyName: string;
  /** Empty: the agency itself. */
  person: string;
  commitments: string;
  registeredAt: Date;
  isWithdrawn: boolean;
};

/** A counted line: what was verified and what waits, of all and of each agency that takes part. */
export type ActivityProgress = {
  line: Line;
  verified: bigint;
  waiting: bigint;
  /** Agencies that reached the number asked of each. */
  reached: number;
  asked: number;
};

/** What agencies that take part did; null sums would be a lie, nothing done is 0. */
export type Participation = {
  progress: readonly ActivityProgress[];
  totals: readonly { kind: ActivityKind; verified: bigint; waiting: bigint; valueDong: bigint }[];
  /** Those that wait, then the newest of the others. */
  activities: readonly ShownActivity[];
  /** How many there are. */
  reported: number;
  registrations: readonly Registration[];
  /** Who takes part, within reach, and neither registered nor did anything. */
  idle: readonly { agency: string; name: string }[];
  taking: number;
  /** Agencies of one's own that may report here. */
  own: readonly { agency: string; name: string }[];
};
