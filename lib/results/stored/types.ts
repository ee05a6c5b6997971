import type { FormFigures, SlicedFigures } from "@/lib/form/columns";
import type { Counts } from "@/lib/form/counts";
import type { StoredRevision } from "../types";

export type PeriodStatus = "OPEN" | "CLOSED" | "LOCKED";

/** A report as the transaction found it: the newest revision, and what its period allows. */
export type StoredReport = {
  periodStatus: PeriodStatus;
  /** Open, or reopened for this agency. */
  accepts: boolean;
  /** V17: must the month before be accepted first? */
  needsPrevious: boolean;
  revision: StoredRevision | null;
};

/** The figures that the rules and the entry page compare. */
export type FigureContext = {
  current: SlicedFigures;
  /** The counts beside the form, of the current revision. */
  counts: Counts;
  previous: SlicedFigures | null;
  previousYear: SlicedFigures | null;
  previousYearEnd: SlicedFigures | null;
  history: { month: number; figures: FormFigures }[];
};
