import type { Day } from "@/lib/core/day";

export const AGENCY_KINDS = ["GENERAL_DEPARTMENT", "PROVINCE", "DISTRICT"] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export const EVENT_KINDS = ["FOUND", "MERGE", "SPLIT", "MOVE", "RENAME", "ABOLISH"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What an agency was called and whom it answered to, from `validFrom` until `validUntil` (exclusive; null = still). */
export type AgencyVersion = {
  agency: string;
  name: string;
  parent: string | null;
  validFrom: Day;
  validUntil: Day | null;
};

/** One agency as it stood on one day. */
export type Agency = {
  code: string;
  kind: AgencyKind;
  name: string;
  parent: string | null;
  validFrom: Day;
  validUntil: Day | null;
};

/** The whole organisation with its history; `revision` changes with every recorded event. */
export type Organisation = {
  revision: bigint;
  kinds: ReadonlyMap<string, AgencyKind>;
  versions: ReadonlyMap<string, readonly AgencyVersion[]>;
  predecessors: ReadonlyMap<string, readonly string[]>;
  successors: ReadonlyMap<string, readonly string[]>;
  /** The parts of a split agency's figures that pass to each successor; an agency nobody divided is not in it. */
  shares: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
};

/** One recorded change, as seen from one of the agencies it touched. */
export type AgencyEventLine = {
  id: string;
  kind: EventKind;
  decisionNumber: string;
  decisionDate: Day;
  effectiveOn: Day;
  note: string;
  predecessors: readonly string[];
  successors: readonly string[];
};
