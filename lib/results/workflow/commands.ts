import type { WriteContext } from "@/lib/actions/operation";
import { dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { resultsRefusals } from "@/lib/i18n/results";
import { answer, assertCurrent } from "../recording/rules";
import {
  approvalRefusal,
  assertAllowed,
  assertSubmittable,
  existing,
  issuesOf,
  reportingAgency,
  returnRefusal,
  submissionRefusal,
} from "../rules";
import type { ApproveReportsInput, ReturnReportInput, StepInput } from "../schema";
import { findStoredReport, getFigureContext } from "../stored/queries";
import { subjectOf, whereKey } from "../stored/rules";
import type { FigureContext, StoredReport } from "../stored/types";
import type { BulkOutcome, ReportKey, ReportStatus, SavedReport, StoredRevision } from "../types";
import { submissionOf } from "../view";

type Loaded = { key: ReportKey; report: StoredReport; figures: FigureContext };

async function load({ tx, organisation }: WriteContext, input: StepInput): Promise<Loaded> {
  const key: ReportKey = { agency: input.agency, year: input.year, month: input.month };
  reportingAgency(organisation, key);
  const report = await findStoredReport(tx, key, { lock: true });
  if (!report) throw new Failure("not-found", resultsRefusals.missing);
  const figures = await getFigureContext(tx, key, report.revision?.revision ?? 1);
  const { current, counts } = figures;
  const sides = { yours: current, theirs: current, counts: { yours: null, theirs: counts } };
  assertCurrent(input.expectedVersion, report.revision, sides);
  return { key, report, figures };
}

/** Sends a draft for approval once no rule objects and every warning is explained. */
export async function submitReport(context: WriteContext, input: StepInput): Promise<SavedReport> {
  const { key, report, figures } = await load(context, input);
  assertAllowed(submissionRefusal(report));
  const revision = existing(report);
  const options = {
    today: dayOfInstant(context.now),
    formVersion: revision.formVersion,
    isSupplement: revision.kind === "SUPPLEMENT",
  };
  assertSubmittable(issuesOf(key, context.organisation, report, figures, options), revision.warningReasons);
  const submitted = { submittedBy: context.actor.userId, submittedAt: context.now };
  const cleared = { returnCode: null, returnText: null, returnedBy: null, returnedAt: null };
  const saved = await step(context, key, revision, "SUBMITTED", { ...submitted, ...cleared });
  await audit(context, "report.submit", key, saved, { reasons: revision.warningReasons });
  return answer(context, key, { ...report, revision: saved }, figures);
}

/** Signs a submitted report; a supplement then takes the place of the revision it corrects. */
export async function approveReport(context: WriteContext, input: StepInput): Promise<SavedReport> {
  const { key, report, figures } = await load(context, input);
  const revision = existing(report);
  const hasEntered = await hasWorkedOn(context, key, revision.revision);
  assertAllowed(approvalRefusal(report, context.actor.userId, hasEntered));
  const saved = await approve(context, key, report, revision);
  return answer(context, key, { ...report, revision: saved }, figures);
}

/** Signs each named report that can be signed; tells what became of every one. */
export async function approveReports(
  context: WriteContext,
  input: ApproveReportsInput,
): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  for (const agency of [...new Set(input.agencies)].sort()) {
    outcomes.push(await approveOrSkip(context, { agency, year: input.year, month: input.month }));
  }
  const approved = outcomes.filter(({ outcome }) => outcome === "approved").map(({ agency }) => agency);
  const skipped = outcomes.filter(({ outcome }) => outcome === "skipped").map(({ agency }) => agency);
  await context.audit({
    chain: "system",
    action: "report.approveMany",
    subject: `period:${input.year}:${input.month}`,
    payload: { approved, skipped },
  });
  return outcomes;
}

async function approveOrSkip(context: WriteContext, key: ReportKey): Promise<BulkOutcome> {
  const report = await findStoredReport(context.tx, key, { lock: true });
  const revision = report?.revision ?? null;
  const skip = (reason: BulkOutcome["reason"]): BulkOutcome => ({
    agency: key.agency,
    outcome: "skipped",
    status: revision?.status ?? null,
    version: revision?.version ?? 0,
    reason,
  });
  if (!report || !revision) return skip(resultsRefusals.notSubmitted);
  const hasEntered = await hasWorkedOn(context, key, revision.revision);
  const refusal = approvalRefusal(report, context.actor.userId, hasEntered);
  if (refusal) return skip(refusal);
  const { status, version } = await approve(context, key, report, revision);
  return { agency: key.agency, outcome: "approved", status, version, reason: null };
}

/** Sends a submitted or approved report back with a coded reason. */
export async function returnReport(context: WriteContext, input: ReturnReportInput): Promise<SavedReport> {
  const { key, report, figures } = await load(context, input);
  assertAllowed(returnRefusal(report));
  const revision = existing(report);
  const { code, text } = input.reason;
  const saved = await step(context, key, revision, "RETURNED", {
    returnCode: code,
    returnText: text,
    returnedBy: context.actor.userId,
    returnedAt: context.now,
    approvedBy: null,
    approvedAt: null,
    // Kept so that the next approver sees what changed since this submission.
    submittedFigures: submissionOf(figures),
  });
  const restored = revision.status === "APPROVED" ? await restore(context, key, report, revision) : null;
  await audit(context, "report.return", key, saved, { from: revision.status, code, text, ...restored });
  return answer(context, key, { ...report, revision: saved }, figures);
}

async function approve(
  context: WriteContext,
  key: ReportKey,
  { periodStatus }: StoredReport,
  revision: StoredRevision,
): Promise<StoredRevision> {
  const superseded = revision.kind === "SUPPLEMENT" ? await supersede(context, key) : null;
  const signed = { approvedBy: context.actor.userId, approvedAt: context.now };
  let saved = await step(context, key, revision, "APPROVED", signed);
  if (periodStatus === "LOCKED") saved = await step(context, key, saved, "LOCKED", {});
  await audit(context, "report.approve", key, saved, superseded === null ? {} : { superseded });
  return saved;
}

async function supersede(context: WriteContext, key: ReportKey): Promise<number | null> {
  const before = await context.tx.reportRevision.findFirst({
    where: { ...whereKey(key), status: { in: ["APPROVED", "LOCKED"] } },
    select: { revision: true, version: true },
  });
  if (before) await step(context, key, before, "SUPERSEDED", {});
  return before?.revision ?? null;
}

/** The revision that a returned supplement had replaced counts again until the supplement is signed anew. */
async function restore(
  context: WriteContext,
  key: ReportKey,
  { periodStatus }: StoredReport,
  { revision }: StoredRevision,
): Promise<{ restored: number } | null> {
  const before = await context.tx.reportRevision.findFirst({
    where: { ...whereKey(key), revision: { lt: revision }, status: "SUPERSEDED" },
    select: { revision: true, version: true },
    orderBy: { revision: "desc" },
  });
  if (!before) return null;
  await step(context, key, before, periodStatus === "LOCKED" ? "LOCKED" : "APPROVED", {});
  return { restored: before.revision };
}

type Changes = Parameters<WriteContext["tx"]["reportRevision"]["updateMany"]>[0]["data"];

async function step<Revision extends Pick<StoredRevision, "revision" | "version">>(
  { tx }: WriteContext,
  key: ReportKey,
  revision: Revision,
  status: ReportStatus,
  changes: Omit<Changes, "status" | "version">,
): Promise<Revision & StoredRevision> {
  const next = { ...changes, status, version: revision.version + 1 };
  const { count } = await tx.reportRevision.updateMany({
    where: { ...whereKey(key), revision: revision.revision, version: revision.version },
    data: next,
  });
  if (count !== 1) throw new Failure("conflict", resultsRefusals.stale);
  return { ...revision, ...next } as Revision & StoredRevision;
}

async function hasWorkedOn({ tx, actor }: WriteContext, key: ReportKey, revision: number): Promise<boolean> {
  const lines = await tx.auditEntry.findFirst({
    where: {
      subject: subjectOf(key),
      actorId: actor.userId,
      action: { in: ["report.save", "report.submit"] },
      payload: { path: ["revision"], equals: revision },
    },
    select: { seq: true },
  });
  return lines !== null;
}

async function audit(
  context: WriteContext,
  action: string,
  key: ReportKey,
  { revision, version, status }: StoredRevision,
  payload: Record<string, unknown>,
): Promise<void> {
  const line = { revision, version, status, ...payload };
  await context.audit({ chain: key.agency, action, subject: subjectOf(key), payload: line });
}
