import type { AtOnceContext } from "@/lib/actions/operation";
import { dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import type { Figures, FormFigures, SlicedFigures } from "@/lib/form/columns";
import type { Counts } from "@/lib/form/counts";
import { resultsRefusals } from "@/lib/i18n/results";
import { issuesOf } from "../rules";
import type { SaveReportInput } from "../schema";
import type { FigureContext, StoredReport } from "../stored/types";
import type { ReportKey, SavedReport, StoredRevision } from "../types";
import { statedCounts, statedDerived, statedFigures, statedIssues } from "../view";

/** What a save needs to know of the revision it wrote, or was refused by. */
export type Written = Pick<
  StoredRevision,
  "revision" | "kind" | "status" | "version" | "formVersion" | "enteredBy" | "enteredAt"
>;

type Stored = Omit<StoredReport, "revision">;

/** What a save or a step answers: the new version, the computed columns and what the rules say today. */
export function answer(
  context: AtOnceContext,
  key: ReportKey,
  report: Stored & { revision: Written },
  figures: FigureContext,
): SavedReport {
  const { revision, version, status, formVersion, kind } = report.revision;
  const options = { today: dayOfInstant(context.now), formVersion, isSupplement: kind === "SUPPLEMENT" };
  const issues = issuesOf(key, context.organisation, report, figures, options);
  const derived = statedDerived(figures.current, formVersion);
  return { ...key, revision, version, status, derived, issues: statedIssues(issues) };
}

/** What a stale write wanted and what is stored; no counts of one's own when the write named none. */
type BothSides = {
  yours: SlicedFigures;
  theirs: SlicedFigures;
  counts: { yours: Counts | null; theirs: Counts };
};

/** Refuses a write that did not start from the newest version. */
export function assertCurrent(expected: number | undefined, stored: Written | null, sides: BothSides): void {
  if (expected === undefined || expected === (stored?.version ?? 0)) return;
  throw staleWrite(expected, stored, sides);
}

function staleWrite(
  expectedVersion: number,
  stored: Written | null,
  { yours, theirs, counts }: BothSides,
): Failure {
  return new Failure("conflict", resultsRefusals.stale, {
    details: {
      expectedVersion,
      version: stored?.version ?? 0,
      yours: statedFigures(yours),
      stored: statedFigures(theirs),
      counts: { yours: counts.yours && statedCounts(counts.yours), stored: statedCounts(counts.theirs) },
      savedBy: stored?.enteredBy ?? null,
      savedAt: stored?.enteredAt.toISOString() ?? null,
    },
  });
}

/** The figures a save names: the whole docket, and the slices given with it. */
export function figuresOf({ cases, money, slices = {} }: SaveReportInput): SlicedFigures {
  const parts = Object.entries(slices).flatMap(([slice, form]) => (form ? [[slice, formOf(form)]] : []));
  return { ...Object.fromEntries(parts), total: formOf({ cases, money }) };
}

/** The counts a save names; null is missing. */
export function countsOf(given: NonNullable<SaveReportInput["counts"]>): Counts {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** Cases have no column 10b; the database cannot hold one even in a draft. */
export function assertNothingReduced(figures: SlicedFigures): void {
  for (const [slice, form] of Object.entries(figures)) {
    if ((form?.cases.reduced ?? 0n) === 0n) continue;
    const text = {
      vi: "Về việc không có số giảm (cột 10b), phải là 0 (V05)",
      en: "Cases have no reduction (10b): 0 only (V05)",
    };
    const field = slice === "total" ? "cases.reduced" : `slices.${slice}.cases.reduced`;
    throw new Failure("invalid", text, { fields: { [field]: text } });
  }
}

type InputHalf = SaveReportInput["cases"];

function formOf({ cases, money }: { cases: InputHalf; money: InputHalf }): FormFigures {
  return { cases: halfOf(cases), money: halfOf(money) };
}

function halfOf(half: InputHalf): Figures {
  return Object.fromEntries(
    Object.entries(half).filter(([, value]) => value !== null && value !== undefined),
  );
}
