import type { WriteContext } from "@/lib/actions/operation";
import { dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import type { Tx } from "@/lib/db/client";
import { type Figures, type FormFigures, MEASURES, type Slice, type SlicedFigures } from "@/lib/form/columns";
import { formVersionFor } from "@/lib/form/version";
import { resultsRefusals } from "@/lib/i18n/results";
import { assertAllowed, issuesOf, recordingRefusal, reportingAgency } from "../rules";
import type { SaveReportInput } from "../schema";
import { findStoredReport, getFigureContext } from "../stored/queries";
import type { FigureContext, StoredReport } from "../stored/types";
import type { CodedReason, ReportKey, SavedReport, StoredRevision } from "../types";
import { auditedChanges, statedDerived, statedFigures, statedIssues } from "../view";

/** Saves a draft: the whole docket as given, the named slices, the reasons; a stale version is refused with both. */
export async function recordReport(context: WriteContext, input: SaveReportInput): Promise<SavedReport> {
  const key: ReportKey = { agency: input.agency, year: input.year, month: input.month };
  reportingAgency(context.organisation, key);
  const stored = await findStoredReport(context.tx, key, { lock: true });
  if (!stored) throw new Failure("not-found", resultsRefusals.missing);
  const revision = stored.revision?.revision ?? 1;
  const figures = await getFigureContext(context.tx, key, revision);
  const before = figures.current;
  const next: SlicedFigures = { ...before, ...slicesOf(input), total: formOf(input) };
  assertCurrent(input.expectedVersion, stored.revision, statedOf(next, before));
  assertAllowed(recordingRefusal(stored));
  assertNothingReduced(next);

  const saved = await writeRevision(context, key, stored, input.reasons);
  if (!saved) throw staleWrite(input.expectedVersion, null, statedOf(next, {}));
  await upsertFigures(context.tx, key, revision, changedForms(before, next));
  await context.audit({
    chain: key.agency,
    action: "report.save",
    subject: subjectOf(key),
    payload: {
      revision,
      version: saved.version,
      changed: auditedChanges(before, next),
      ...(input.reasons === undefined ? {} : { reasons: input.reasons }),
    },
  });
  return answer(context, key, { ...stored, revision: saved }, { ...figures, current: next });
}

/** The name of a report in the audit. */
export function subjectOf({ agency, year, month }: ReportKey): string {
  return `report:${agency}:${year}:${month}`;
}

/** What a save or a step answers: the new version, the computed columns and what the rules say today. */
export function answer(
  context: WriteContext,
  key: ReportKey,
  report: StoredReport & { revision: StoredRevision },
  figures: FigureContext,
): SavedReport {
  const { revision, version, status, formVersion, kind } = report.revision;
  const options = { today: dayOfInstant(context.now), formVersion, isSupplement: kind === "SUPPLEMENT" };
  const issues = issuesOf(key, context.organisation, report, figures, options);
  const derived = statedDerived(figures.current, formVersion);
  return { ...key, revision, version, status, derived, issues: statedIssues(issues) };
}

/** Refuses a write that did not start from the newest version. */
export function assertCurrent(
  expected: number | undefined,
  stored: StoredRevision | null,
  { yours, theirs }: { yours: SlicedFigures; theirs: SlicedFigures },
): void {
  if (expected === undefined || expected === (stored?.version ?? 0)) return;
  throw staleWrite(expected, stored, { yours, theirs });
}

function staleWrite(
  expectedVersion: number,
  stored: StoredRevision | null,
  { yours, theirs }: { yours: SlicedFigures; theirs: SlicedFigures },
): Failure {
  return new Failure("conflict", resultsRefusals.stale, {
    details: {
      expectedVersion,
      version: stored?.version ?? 0,
      yours: statedFigures(yours),
      stored: statedFigures(theirs),
      savedBy: stored?.enteredBy ?? null,
      savedAt: stored?.enteredAt.toISOString() ?? null,
    },
  });
}

function statedOf(yours: SlicedFigures, theirs: SlicedFigures) {
  return { yours, theirs };
}

/** Cases have no column 10b; the database cannot hold one even in a draft. */
function assertNothingReduced(figures: SlicedFigures): void {
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

function slicesOf({ slices = {} }: SaveReportInput): SlicedFigures {
  return Object.fromEntries(
    Object.entries(slices).flatMap(([slice, form]) => (form ? [[slice, formOf(form)]] : [])),
  );
}

/** Only the rows that change are written; a first save writes the whole docket even when it is empty. */
function changedForms(before: SlicedFigures, next: SlicedFigures): SlicedFigures {
  const changed = Object.keys(auditedChanges(before, next)).map((cell) => cell.split(".")[0]);
  return Object.fromEntries(
    Object.entries(next).filter(([slice]) => changed.includes(slice) || (slice === "total" && !before.total)),
  );
}

async function writeRevision(
  { tx, actor, now }: WriteContext,
  key: ReportKey,
  { revision }: StoredReport,
  reasons: Record<string, CodedReason> | undefined,
): Promise<StoredRevision | null> {
  const entered = {
    enteredBy: actor.userId,
    enteredAt: now,
    ...(reasons ? { warningReasons: reasons } : {}),
  };
  if (revision) {
    const { version } = revision;
    const { count } = await tx.reportRevision.updateMany({
      where: { ...whereKey(key), revision: revision.revision, version },
      data: { ...entered, version: version + 1 },
    });
    return count === 1 ? { ...revision, ...entered, version: version + 1 } : null;
  }
  const formVersion = formVersionFor(key).id;
  const created = {
    revision: 1,
    kind: "ORIGINAL",
    status: "DRAFT",
    version: 1,
    formVersion,
    ...entered,
  } as const;
  const { count } = await tx.reportRevision.createMany({
    data: [{ ...whereKey(key), ...created }],
    skipDuplicates: true,
  });
  return count === 1 ? { ...blank, warningReasons: {}, ...created } : null;
}

const blank = {
  illustrative: false,
  source: null,
  reason: null,
  returnCode: null,
  returnText: null,
  submittedBy: null,
  submittedAt: null,
  approvedBy: null,
  approvedAt: null,
  returnedBy: null,
  returnedAt: null,
  submittedFigures: null,
} satisfies Partial<StoredRevision>;

/** The primary key of a report without its revision, in the words of the database. */
export function whereKey({ agency, year, month }: ReportKey) {
  return { agencyCode: agency, year, month };
}

/** Writes the rows of some slices in one statement. */
export async function upsertFigures(
  tx: Tx,
  key: ReportKey,
  revision: number,
  figures: SlicedFigures,
): Promise<void> {
  const rows = Object.entries(figures).flatMap(([slice, form]) =>
    MEASURES.map((measure) => ({ slice: slice as Slice, measure, ...statedRow(form?.[measure] ?? {}) })),
  );
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO report_figures AS f (agency_code, year, month, revision, measure, slice, carried_over, newly_accepted,
      entrusted_out, withdrawn_or_cancelled, pulled_up_by_province, completed, terminated, reduced, in_progress,
      postponed_by_agreement, suspended_eligible, other_eligible, no_condition, postponed_or_suspended_other,
      separate_register)
    SELECT ${key.agency}, ${key.year}::int, ${key.month}::int, ${revision}::int, x.measure, x.slice, x."carriedOver",
      x."newlyAccepted", x."entrustedOut", x."withdrawnOrCancelled", x."pulledUpByProvince", x.completed, x.terminated,
      x.reduced, x."inProgress", x."postponedByAgreement", x."suspendedEligible", x."otherEligible", x."noCondition",
      x."postponedOrSuspendedOther", x."separateRegister"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (measure text, slice text, "carriedOver" bigint,
      "newlyAccepted" bigint, "entrustedOut" bigint, "withdrawnOrCancelled" bigint, "pulledUpByProvince" bigint,
      completed bigint, terminated bigint, reduced bigint, "inProgress" bigint, "postponedByAgreement" bigint,
      "suspendedEligible" bigint, "otherEligible" bigint, "noCondition" bigint, "postponedOrSuspendedOther" bigint,
      "separateRegister" bigint)
    ON CONFLICT (agency_code, year, month, revision, measure, slice) DO UPDATE SET
      carried_over = excluded.carried_over, newly_accepted = excluded.newly_accepted,
      entrusted_out = excluded.entrusted_out, withdrawn_or_cancelled = excluded.withdrawn_or_cancelled,
      pulled_up_by_province = excluded.pulled_up_by_province, completed = excluded.completed,
      terminated = excluded.terminated, reduced = excluded.reduced, in_progress = excluded.in_progress,
      postponed_by_agreement = excluded.postponed_by_agreement, suspended_eligible = excluded.suspended_eligible,
      other_eligible = excluded.other_eligible, no_condition = excluded.no_condition,
      postponed_or_suspended_other = excluded.postponed_or_suspended_other,
      separate_register = excluded.separate_register`;
}

function statedRow(figures: Figures): Record<string, string> {
  return Object.fromEntries(Object.entries(figures).map(([column, value]) => [column, value.toString()]));
}
