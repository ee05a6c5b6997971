import type { AgencyKind } from "@/lib/agencies/types";
import type { Period } from "@/lib/core/period";
import type { Fraction, Ratio } from "@/lib/core/ratio";
import type { Target } from "@/lib/metrics/target";
import type { Verdict } from "@/lib/metrics/verdict";
import type { Campaign, CampaignHead, Line, ListedCampaign } from "../types";

/** One agency against one line. Null is "nothing reported" or "nothing asked", never zero. */
export type LineStanding = {
  ratio: Ratio | null;
  /** For indicators that are counts. */
  count: bigint | null;
  target: Target | null;
  asked: bigint | null;
  verdict: Verdict;
  /** The exact rate over the target, as a share of one. */
  over: Fraction | null;
  remaining: bigint | null;
};

/** A line with where it stands for the agency that is looked at. */
export type LiveLine = {
  line: Line;
  /** The cumulative month that is scored. */
  window: Period | null;
  /** The newest reported month up to it. */
  period: Period | null;
  standing: LineStanding | null;
  /** Whether the agencies below are compared by it. */
  isCompared: boolean;
};

/** One agency that takes part, against every compared line, keyed by the line's position. */
export type AgencyStanding = {
  agency: string;
  name: string;
  kind: AgencyKind;
  own: boolean;
  lines: Readonly<Record<number, LineStanding>>;
  caseload: bigint | null;
  met: number;
  judged: number;
  illustrative: boolean;
  /** Null while none of its lines can be judged. */
  rank: number | null;
};

/** A campaign's lines on the reports as they are now. */
export type Live = {
  root: { agency: string; name: string };
  lines: readonly LiveLine[];
  standings: readonly AgencyStanding[];
  ranked: number;
};

/** A campaign as its page shows it. */
export type CampaignView = {
  campaign: Campaign;
  /** Names of the agencies that it mentions, as of its time. */
  names: Readonly<Record<string, string>>;
  parent: Pick<CampaignHead, "code" | "name"> | null;
  children: readonly ListedCampaign[];
  taken: readonly Pick<CampaignHead, "code" | "name">[];
  taking: number;
  live: Live | null;
  mayPlan: boolean;
  mayIssue: boolean;
};
