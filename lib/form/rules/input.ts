import type { Day } from "@/lib/core/day";
import type { Period } from "@/lib/core/period";
import type { DerivedColumn, FormFigures, Measure, SlicedFigures } from "@/lib/form/columns";
import type { Counts } from "@/lib/form/counts";
import type { RuleThresholds } from "@/lib/form/rules/thresholds";
import type { FormVersion } from "@/lib/form/version";

/** Everything the rules look at; nothing is read from elsewhere. */
export type RuleInput = Readonly<{
  version: FormVersion;
  period: Period;
  agencyKind: "GENERAL_DEPARTMENT" | "PROVINCE" | "DISTRICT";
  figures: SlicedFigures;
  /** The counts beside the form, all of them optional. */
  counts?: Counts;
  /** Accepted report of month n−1 of the same year. */
  previous: SlicedFigures | null;
  /** Accepted report of month 12 of the year before. */
  previousYearEnd: SlicedFigures | null;
  /** This year's earlier months, whole docket. */
  history: readonly Readonly<{ month: number; figures: FormFigures }>[];
  /** null = there is no previous period to accept. */
  previousAccepted: boolean | null;
  /** null = do not check the period end (imports of old years). */
  today: Day | null;
  /** Rates printed in the source, "58,23" or "58.23". */
  statedRates?: Readonly<Partial<Record<Measure, string>>>;
  /** Derived columns printed in the source (imports); checked against the computed ones by V02, V03, V05, V06. */
  statedDerived?: Readonly<Partial<Record<Measure, Readonly<Partial<Record<DerivedColumn, bigint>>>>>>;
  /** Rows this row summarises (V09). */
  units?: readonly FormFigures[];
  /** A supplementary report: falls of flows are legal and the period was already accepted once. */
  isSupplement?: boolean;
  thresholds?: Partial<RuleThresholds>;
}>;
