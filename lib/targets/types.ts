import type { Comparison } from "@/lib/metrics/target";

export const INDICATORS = ["R_C", "R_M"] as const;
export type Indicator = (typeof INDICATORS)[number];

/** One line of what an agency is asked to reach; `pct` is null where the comparison needs no number. */
export type TargetLine = { comparison: Comparison; pct: string | null; source: string };

/** The lines in force for an agency and year; `inheritedFrom` names the superior whose line stands in. */
export type TargetInForce = TargetLine & { inheritedFrom: string | null };

export type AgencyTargets = {
  agency: string;
  name: string;
  year: number;
  lines: Readonly<Record<Indicator, TargetInForce | null>>;
};
