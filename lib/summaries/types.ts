import type { Period } from "@/lib/core/period";
import type { Column, Measure } from "@/lib/form/columns";
import type { UnitProgress } from "@/lib/results/completeness/types";
import type { CodedReason, Signature } from "@/lib/results/types";

export const SUMMARY_STATUSES = ["SIGNED", "ACCEPTED", "RETURNED"] as const;
export type SummaryStatus = (typeof SUMMARY_STATUSES)[number];

/** Sums of a province by column; null = no unit has reported the column. */
export type Sums = Record<Measure, Partial<Record<Column, bigint>>>;

/** What was signed: the sums as decimal strings, and how each unit stood. */
export type SummarySnapshot = {
  sums: Record<Measure, Partial<Record<string, string>>>;
  units: Record<string, string>;
};

export type SummaryUnit = UnitProgress & { excuse: { reason: string; by: Signature } | null };

/** The province's computed report of a period. */
export type ProvinceSummaryView = {
  province: { code: string; name: string };
  period: Period;
  units: SummaryUnit[];
  /** Every unit is accepted or excused. */
  isComplete: boolean;
  reported: number;
  expected: number;
  sums: Sums;
  /** 0 = never signed. */
  version: number;
  status: SummaryStatus | null;
  signed: Signature | null;
  accepted: Signature | null;
  /** Why the General Department sent it back; null once it is signed again. */
  returned: (CodedReason & { by: string; at: Date }) | null;
  snapshot: SummarySnapshot | null;
  /** "Đã điều chỉnh": the figures are no longer those that were signed. */
  isAdjusted: boolean;
  may: { excuse: boolean; withdraw: boolean; sign: boolean; accept: boolean; return: boolean };
};

/** What an operation on a summary answers. */
export type SignedSummary = {
  agency: string;
  year: number;
  month: number;
  status: SummaryStatus;
  version: number;
};
