import type { Tone } from "@/components/charts/bars";
import type { DocketColumn } from "@/lib/overview/types";

/** Done, still open within the eligible, and not eligible. */
export const DOCKET_GROUPS = ["done", "open", "not"] as const;
type Group = (typeof DOCKET_GROUPS)[number];

/** How each column of the docket is drawn: one tone for each group, weaker towards its end. */
export const docketLooks: Readonly<Record<DocketColumn, { group: Group; tone: Tone; strength: number }>> = {
  completed: { group: "done", tone: "met", strength: 1 },
  terminated: { group: "done", tone: "met", strength: 0.7 },
  reduced: { group: "done", tone: "met", strength: 0.45 },
  inProgress: { group: "open", tone: "pace", strength: 1 },
  postponedByAgreement: { group: "open", tone: "pace", strength: 0.75 },
  suspendedEligible: { group: "open", tone: "pace", strength: 0.55 },
  otherEligible: { group: "open", tone: "pace", strength: 0.38 },
  noCondition: { group: "not", tone: "none", strength: 0.8 },
  postponedOrSuspendedOther: { group: "not", tone: "none", strength: 0.45 },
};
