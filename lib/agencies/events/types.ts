import type { Role } from "@/lib/auth/actor";
import type { Day } from "@/lib/core/day";
import type { Text } from "@/lib/core/locale";
import type { Period } from "@/lib/core/period";
import type { AgencyKind, AgencyVersion } from "../types";

/** What an event does to the organisation: nothing is erased, versions end on its day and others begin. */
export type EventPlan = {
  effectiveOn: Day;
  founded: readonly { code: string; kind: AgencyKind }[];
  closed: readonly AgencyVersion[];
  opened: readonly AgencyVersion[];
  successions: readonly Passing[];
};

/** Whom an agency's figures pass to; `share` is their part of a split in whole numbers, null where nobody said. */
export type Passing = { predecessor: string; successor: string; share: string | null };

/** What becomes of one agency on the day of an event. */
export const FATES = ["ENDED", "FOUNDED", "RENAMED", "MOVED"] as const;
export type Fate = (typeof FATES)[number];

/** One agency before and from the event's day on; null = it is not there. */
export type AgencyChange = {
  agency: string;
  fate: Fate;
  before: { name: string; parent: string | null } | null;
  after: { name: string; parent: string | null; validUntil: Day | null } | null;
};

/** A role in force on the event's day or later, at an agency the event changes. */
export type TouchedAccount = { login: string; name: string; role: Role; agency: string; fate: Fate };

/** A report that has been begun for an agency which the event ends, of a period that ends after the event's day. */
export type StrandedReport = { agency: string; year: number; month: number };

/** What recording an event would do, shown before it is recorded. */
export type EventPreview = {
  /** The state of the organisation this was worked out on, as text: the write is refused on another one. */
  revision: string;
  effectiveOn: Day;
  changes: readonly AgencyChange[];
  successions: readonly Passing[];
  accounts: readonly TouchedAccount[];
  /** Open periods that end on or after the day: who reports them is answered by the new organisation. */
  openPeriods: readonly Period[];
  /** Periods of the past, closed or locked, for which the same holds. */
  settledPeriods: number;
  /** Closed periods that are open again for an agency the event changes. */
  reopenings: readonly { agency: string; year: number; month: number; until: Day }[];
  stranded: readonly StrandedReport[];
};

/** The answer to "what if": a preview with the event as it would be sent, or why it is refused. */
export type EventTrial =
  | { status: "ready"; event: Readonly<Record<string, unknown>>; preview: EventPreview }
  | { status: "refused"; text: Text; fields: Readonly<Record<string, Text>> };
