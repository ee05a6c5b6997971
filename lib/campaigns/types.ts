import type { AgencyKind } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import type { Period } from "@/lib/core/period";
import type { MeasuredCode } from "@/lib/indicators/types";
import type { Comparison } from "@/lib/metrics/target";

/** A year's plan, a lasting movement, one on a theme, a peak period with a plan of its own. */
export const CAMPAIGN_KINDS = ["PLAN", "MOVEMENT", "THEMATIC", "PEAK"] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

/** Who launched it: the state, the ministry, the enforcement system, a province, a district. */
export const CAMPAIGN_LEVELS = ["STATE", "MINISTRY", "SYSTEM", "PROVINCE", "DISTRICT"] as const;
export type CampaignLevel = (typeof CAMPAIGN_LEVELS)[number];

export const CAMPAIGN_STATES = ["DRAFT", "ISSUED", "RUNNING", "REVIEWING", "CLOSED"] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** Kinds of agencies that take part. */
export const SCOPE_KINDS = ["PROVINCE", "DISTRICT"] as const satisfies readonly AgencyKind[];
export type ScopeKind = (typeof SCOPE_KINDS)[number];

export const PHASE_KINDS = ["PHASE", "PEAK"] as const;
export const REVIEWS = ["INTERIM", "FINAL"] as const;

/** Three kinds of targets, then tasks and ways of working, which nobody turns into pass or fail. */
export const LINE_KINDS = ["INDICATOR", "ACTIVITY", "MILESTONE", "TASK", "SOLUTION"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** Asked of every agency that takes part, or of all together. */
export const LINE_SCOPES = ["EACH", "TOTAL"] as const;

/** What is done for people and counted. */
export const ACTIVITY_KINDS = [
  "COMMUNE",
  "HOUSE",
  "MONEY",
  "WORKDAY",
  "GIFT",
  "OUTREACH",
  "PERSUASION",
  "LIVELIHOOD",
  "OTHER",
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** A document that a campaign rests on. */
export type LegalBasis = { title: string; number: string; issuer: string; issuedOn: Day | null };

/** A day that a period honours. Example: 76 years of the sector's day, 19/7/2022. */
export type Anniversary = { name: string; on: Day; years: number };

/** A docket above `over` up to and including `upTo` (null = no limit) asks for a rate; null = the plan sets none. */
export type Band = { over: bigint; upTo: bigint | null; basisPoints: bigint | null };

export type Phase = {
  position: number;
  kind: (typeof PHASE_KINDS)[number];
  name: string;
  startsOn: Day;
  endsOn: Day;
  /** The cumulative month that is scored, which need not be the phase's own days. */
  scoring: Period | null;
  review: (typeof REVIEWS)[number] | null;
  reviewOn: Day | null;
  reviewWith: string;
  anniversaries: readonly Anniversary[];
};

export type Line = {
  position: number;
  kind: LineKind;
  /** The position of the phase it belongs to; null = the whole campaign. */
  phase: number | null;
  wording: string;
  scope: (typeof LINE_SCOPES)[number];
  indicator: MeasuredCode | null;
  comparison: Comparison | null;
  basisPoints: number | null;
  countValue: bigint | null;
  baselineYear: number | null;
  bands: readonly Band[] | null;
  activity: ActivityKind | null;
  quantity: bigint | null;
  dueOn: Day | null;
  source: string;
};

/** A campaign without its parts, as lists show it. */
export type CampaignHead = {
  code: string;
  agency: string;
  parent: string | null;
  /** Movements of others that it takes up. */
  respondsTo: readonly string[];
  kind: CampaignKind;
  level: CampaignLevel;
  name: string;
  slogan: string;
  launchedBy: string;
  startsOn: Day;
  endsOn: Day;
  scoring: Period | null;
  scopeKinds: readonly ScopeKind[];
  scopeAgencies: readonly string[];
  basis: readonly LegalBasis[];
  state: CampaignState;
  version: number;
  illustrative: boolean;
  source: string;
  issuedAt: Date | null;
};

/** The whole document. */
export type Campaign = CampaignHead & { phases: readonly Phase[]; lines: readonly Line[] };

/** A campaign of a list with the phases that a calendar shows. */
export type ListedCampaign = CampaignHead & {
  phases: readonly Phase[];
  lineCount: number;
};
