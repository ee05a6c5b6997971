import type { AgencyKind } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import type { Period } from "@/lib/core/period";
import type {
  Column,
  DerivedColumn,
  FormFigures,
  InputColumn,
  Measure,
  Slice,
  SlicedFigures,
} from "@/lib/form/columns";
import type { CountCode, Counts } from "@/lib/form/counts";
import type { Issue, RuleId, Severity } from "@/lib/form/issue";
import type { Comparison } from "@/lib/metrics/target";

export const REPORT_STATUSES = [
  "DRAFT",
  "SUBMITTED",
  "RETURNED",
  "APPROVED",
  "LOCKED",
  "SUPERSEDED",
] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export const REVISION_KINDS = ["ORIGINAL", "SUPPLEMENT", "HISTORY"] as const;
export type RevisionKind = (typeof REVISION_KINDS)[number];

/** One agency's report of one cumulative period. */
export type ReportKey = { agency: string; year: number; month: number };

/** A coded answer with the writer's own words. */
export type CodedReason = { code: string; text: string };

/** Who did something, by name as of now, and when. */
export type Signature = { id: string; name: string; at: Date };

/** A stored version of a report, without its figures. */
export type StoredRevision = {
  revision: number;
  kind: RevisionKind;
  status: ReportStatus;
  version: number;
  formVersion: string;
  illustrative: boolean;
  source: string | null;
  /** Why the supplementary report was opened. */
  reason: string | null;
  warningReasons: Readonly<Record<string, CodedReason>>;
  returnCode: string | null;
  returnText: string | null;
  enteredBy: string;
  enteredAt: Date;
  submittedBy: string | null;
  submittedAt: Date | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  returnedBy: string | null;
  returnedAt: Date | null;
  submittedFigures: Submission | null;
};

/** A revision in the list of a report's history. */
export type RevisionLine = Pick<
  StoredRevision,
  "revision" | "kind" | "status" | "version" | "reason" | "source"
> & {
  entered: Signature;
  submitted: Signature | null;
  approved: Signature | null;
  returned: Signature | null;
};

/** Figures as decimal strings, for JSON. Null or absent = missing. */
export type StatedHalf = Partial<Record<InputColumn, string | null>>;
export type StatedFigures = Partial<Record<Slice, Record<Measure, StatedHalf>>>;

/** What a submission said, for the next approver; reports submitted before counts were kept have none. */
export type Submission = StatedFigures & { counts?: StatedCounts };

/** The counts beside the form as decimal strings; null or absent = missing. */
export type StatedCounts = Partial<Record<CountCode, string | null>>;

/** Computed columns as decimal strings; null = one of their inputs is missing. */
export type StatedDerived = Record<Measure, Record<DerivedColumn, string | null>>;

/** An issue as the API and the entry page receive it. */
export type StatedIssue = {
  rule: RuleId;
  severity: Severity;
  measure: Measure | null;
  column: Column | null;
  slice: Slice;
  key: string;
  message: string;
};

/** What a save or a step of the workflow answers; JSON-safe. */
export type SavedReport = ReportKey & {
  revision: number;
  version: number;
  status: ReportStatus;
  derived: StatedDerived;
  issues: StatedIssue[];
};

/** Details of a stale write: both versions, so that a person can merge them cell by cell. */
export type StaleWrite = {
  expectedVersion: number;
  version: number;
  yours: StatedFigures;
  stored: StatedFigures;
  /** The counts of both sides; yours are null when the write named none. */
  counts: { yours: StatedCounts | null; stored: StatedCounts };
  savedBy: string | null;
  savedAt: string | null;
};

export type EntryTarget = { comparison: Comparison; basisPoints: number; inheritedFrom: string | null };
export type EntryTargets = { R_C: EntryTarget | null; R_M: EntryTarget | null };

export type EntryRights = {
  record: boolean;
  submit: boolean;
  approve: boolean;
  return: boolean;
  supplement: boolean;
};

/** One earlier month's accepted figures; cumulative within its own statistical year. */
export type EarlierMonth = Period & { figures: SlicedFigures };

/** Everything the entry page shows about one agency and period. */
export type EntryView = {
  agency: { code: string; name: string; kind: AgencyKind };
  period: Period;
  formVersion: string;
  /** 0 = nothing saved yet. */
  revision: number;
  kind: RevisionKind;
  /** The `expectedVersion` of the next write; 0 = nothing saved yet. */
  version: number;
  status: ReportStatus | null;
  figures: SlicedFigures;
  /** The counts beside the form. */
  counts: Counts;
  /** Accepted figures of month n−1 of the same year; null in month 1 or when there are none. */
  previousMonth: SlicedFigures | null;
  /** Accepted figures of the same month last year. */
  previousYear: SlicedFigures | null;
  /** Accepted figures of month 12 of last year, for V11. */
  previousYearEnd: SlicedFigures | null;
  history: { month: number; figures: FormFigures }[];
  /** Accepted figures of the eleven months before this one, oldest first; months without any are absent. */
  earlier: EarlierMonth[];
  previousAccepted: boolean | null;
  /** What the last submission of this revision said. */
  sameSubmitted: SlicedFigures | null;
  /** The counts it said; null when that is not known. */
  sameSubmittedCounts: Counts | null;
  reasons: Readonly<Record<string, CodedReason>>;
  returned: (CodedReason & { by: string; at: Date }) | null;
  supplementReason: string | null;
  illustrative: boolean;
  source: string | null;
  people: { entered: Signature | null; submitted: Signature | null; approved: Signature | null };
  targets: EntryTargets;
  deadline: Day | null;
  /** The period is open, or reopened for this agency. */
  accepts: boolean;
  may: EntryRights;
  issues: Issue[];
  revisions: RevisionLine[];
};

/** The answer of GET /api/v1/reports/… */
export type ReportView = ReportKey & {
  revision: number;
  version: number;
  status: ReportStatus | null;
  kind: RevisionKind;
  cases: StatedHalf;
  money: StatedHalf;
  slices: StatedFigures;
  counts: StatedCounts;
  derived: StatedDerived;
  issues: StatedIssue[];
  reasons: Readonly<Record<string, CodedReason>>;
  illustrative: boolean;
  source: string | null;
  revisions: RevisionLine[];
};

/** One earlier or present revision with its figures, citable. */
export type RevisionView = { line: RevisionLine; figures: SlicedFigures; derived: StatedDerived };

/** What a bulk approval did with each agency that was named. */
export type BulkOutcome = {
  agency: string;
  outcome: "approved" | "skipped";
  status: ReportStatus | null;
  version: number;
  reason: { vi: string; en: string } | null;
};
