import type { WriteContext } from "@/lib/actions/operation";
import { Failure } from "@/lib/core/failure";
import { resultsRefusals } from "@/lib/i18n/results";
import { answer } from "../recording/rules";
import { assertAllowed, existing, reportingAgency, supplementRefusal } from "../rules";
import type { OpenSupplementInput } from "../schema";
import { findStoredReport, getFigureContext } from "../stored/queries";
import { subjectOf, whereKey } from "../stored/rules";
import type { ReportKey, SavedReport, StoredRevision, Submission } from "../types";
import { statedCounts, statedRows, submissionOf } from "../view";

/** Opens a supplementary report (báo cáo bổ sung): a draft that starts from the accepted figures. */
export async function openSupplement(
  context: WriteContext,
  input: OpenSupplementInput,
): Promise<SavedReport> {
  const { tx, organisation } = context;
  const key: ReportKey = { agency: input.agency, year: input.year, month: input.month };
  reportingAgency(organisation, key);
  const report = await findStoredReport(tx, key, { lock: true });
  if (!report) throw new Failure("not-found", resultsRefusals.missing);
  assertAllowed(supplementRefusal(report));
  const corrected = existing(report);
  const figures = await getFigureContext(tx, key, corrected.revision);
  const opened = await createSupplement(context, key, corrected, input.reason, submissionOf(figures));
  const rows = JSON.stringify(statedRows(figures.current));
  await tx.$executeRaw`SELECT write_figures(${key.agency}, ${key.year}::int, ${key.month}::int, ${opened.revision}::int, ${rows}::jsonb)`;
  const counts = JSON.stringify(statedCounts(figures.counts));
  await tx.$executeRaw`SELECT write_counts(${key.agency}, ${key.year}::int, ${key.month}::int, ${opened.revision}::int, ${counts}::jsonb)`;
  const payload = {
    revision: opened.revision,
    version: opened.version,
    corrects: corrected.revision,
    reason: input.reason,
  };
  await context.audit({ chain: key.agency, action: "report.supplement", subject: subjectOf(key), payload });
  return answer(context, key, { ...report, revision: opened }, figures);
}

async function createSupplement(
  { tx, actor, now }: WriteContext,
  key: ReportKey,
  corrected: StoredRevision,
  reason: string,
  submittedFigures: Submission,
): Promise<StoredRevision> {
  const { formVersion, illustrative } = corrected;
  const opened = {
    revision: corrected.revision + 1,
    kind: "SUPPLEMENT",
    status: "DRAFT",
    // Versions never repeat across revisions, so that a page opened on the earlier one is stale.
    version: corrected.version + 1,
    formVersion,
    illustrative,
    reason,
    enteredBy: actor.userId,
    enteredAt: now,
    submittedFigures,
  } as const;
  await tx.reportRevision.createMany({ data: [{ ...whereKey(key), ...opened }] });
  return {
    ...corrected,
    ...opened,
    warningReasons: {},
    source: null,
    submittedBy: null,
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
  };
}
