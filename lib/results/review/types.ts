import type { Ratio } from "@/lib/core/ratio";
import type { Measure } from "@/lib/form/columns";
import type { Issue } from "@/lib/form/issue";
import type { CodedReason, EntryView } from "../types";
import type { CountChange, FigureChange } from "../view";

/** A rate and its place; ratio null = nobody has reported, rank null = nothing to rank. */
export type RankedRate = { ratio: Ratio | null; rank: number | null; of: number };

/** What an approval would change at one level. */
export type EffectLine = { level: "unit" | "province" | "nation"; before: RankedRate; after: RankedRate };

/** A warning with the reason the clerk gave; null = not explained. */
export type ExplainedWarning = { key: string; issue: Issue; reason: CodedReason | null };

/** What the approver sees of one report. */
export type ReviewView = {
  entry: EntryView;
  sinceLastMonth: FigureChange[] | null;
  /** Since it was returned, or (a supplement) since the accepted revision; null on a first submission. */
  sinceLastSubmission: FigureChange[] | null;
  /** The counts beside the form, compared alike; null where the other side is not known. */
  countsSinceLastMonth: CountChange[] | null;
  countsSinceLastSubmission: CountChange[] | null;
  warnings: ExplainedWarning[];
  errors: Issue[];
  effect: Record<Measure, EffectLine[]>;
};
