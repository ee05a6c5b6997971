import { agencyAsOf } from "@/lib/agencies/rules";
import type { Agency, Organisation } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { can, type Permission } from "@/lib/auth/permissions";
import type { Day } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import type { Text } from "@/lib/core/locale";
import { lastDay, type Period, previousPeriod } from "@/lib/core/period";
import { describeIssue, type Issue, issueKey } from "@/lib/form/issue";
import { validate } from "@/lib/form/rules";
import { formVersion } from "@/lib/form/version";
import { resultsRefusals as refusals } from "@/lib/i18n/results";
import type { FigureContext, StoredReport } from "./stored/types";
import type { CodedReason, EntryRights, ReportKey, ReportStatus, StoredRevision } from "./types";
import { statedIssues } from "./view";

const editable: readonly ReportStatus[] = ["DRAFT", "RETURNED"];
const effective: readonly ReportStatus[] = ["APPROVED", "LOCKED"];

/** The reporting agency as of the period's end; a refusal when it has no report of its own then. */
export function reportingAgency(organisation: Organisation, { agency, year, month }: ReportKey): Agency {
  const found = agencyAsOf(organisation, agency, lastDay({ year, month }));
  if (!found) throw new Failure("not-found", refusals.missing);
  if (found.kind === "GENERAL_DEPARTMENT") throw new Failure("precondition", refusals.notReporting);
  return found;
}

type Editable = Pick<StoredReport, "accepts"> & { revision: Pick<StoredRevision, "status" | "kind"> | null };

/** May figures be typed over what is stored? A supplement is edited whatever its period's state. */
export function recordingRefusal({ revision, accepts }: Editable): Text | null {
  if (revision?.status === "SUBMITTED") return refusals.waiting;
  if (revision && !editable.includes(revision.status)) return refusals.approved;
  return accepts || revision?.kind === "SUPPLEMENT" ? null : refusals.notOpen;
}

/** May what is stored be sent for approval now? */
export function submissionRefusal({ revision, accepts }: StoredReport): Text | null {
  if (!revision || !editable.includes(revision.status)) return refusals.notDraft;
  return accepts || revision.kind === "SUPPLEMENT" ? null : refusals.notOpen;
}

/** May `userId`, who did (not) work on these figures, approve them now? */
export function approvalRefusal(
  { revision, periodStatus, accepts }: StoredReport,
  userId: string,
  hasEntered: boolean,
): Text | null {
  if (revision?.status !== "SUBMITTED") return refusals.notSubmitted;
  if (hasEntered || revision.enteredBy === userId || revision.submittedBy === userId)
    return refusals.fourEyes;
  return periodStatus === "LOCKED" && !accepts && revision.kind !== "SUPPLEMENT" ? refusals.locked : null;
}

/** May the report be sent back now? */
export function returnRefusal({ revision, periodStatus, accepts }: StoredReport): Text | null {
  if (revision?.status === "LOCKED") return refusals.locked;
  if (revision?.status === "SUBMITTED" && revision.kind === "SUPPLEMENT") return null;
  if (revision?.status !== "SUBMITTED" && revision?.status !== "APPROVED") return refusals.notReturnable;
  return periodStatus === "LOCKED" && !accepts ? refusals.locked : null;
}

/** May a supplementary report be opened now? */
export function supplementRefusal({ revision }: StoredReport): Text | null {
  if (revision && effective.includes(revision.status)) return null;
  return revision?.kind === "SUPPLEMENT" ? refusals.alreadyOpen : refusals.nothingApproved;
}

/** Throws the refusal, if there is one. */
export function assertAllowed(refusal: Text | null): void {
  if (refusal) throw new Failure("precondition", refusal);
}

/** The revision, which must exist. */
export function existing({ revision }: StoredReport): StoredRevision {
  if (!revision) throw new Failure("precondition", refusals.notDraft);
  return revision;
}

/** Is the month before accepted? Null when nothing has to be: month 1, a younger agency, or a rule switched off. */
export function previousAccepted(
  key: ReportKey,
  organisation: Organisation,
  { needsPrevious }: Pick<StoredReport, "needsPrevious">,
  context: FigureContext,
): boolean | null {
  const before: Period | null = previousPeriod(key);
  if (!needsPrevious || before === null || agencyAsOf(organisation, key.agency, lastDay(before)) === null)
    return null;
  return context.previous !== null;
}

/** What the rules say about the figures, as they would at submission today. */
export function issuesOf(
  key: ReportKey,
  organisation: Organisation,
  report: Pick<StoredReport, "needsPrevious">,
  context: FigureContext,
  options: { today: Day | null; formVersion: string; isSupplement: boolean },
): Issue[] {
  const agency = agencyAsOf(organisation, key.agency, lastDay(key));
  return validate({
    version: formVersion(options.formVersion),
    period: { year: key.year, month: key.month },
    agencyKind: agency?.kind ?? "DISTRICT",
    figures: context.current,
    counts: context.counts,
    previous: context.previous,
    previousYearEnd: context.previousYearEnd,
    history: context.history,
    previousAccepted: previousAccepted(key, organisation, report, context),
    today: options.today,
    isSupplement: options.isSupplement,
  });
}

/** Refuses a submission with errors, or with a warning that nobody explained; names every one of them. */
export function assertSubmittable(
  issues: readonly Issue[],
  reasons: Readonly<Record<string, CodedReason>>,
): void {
  const open = issues.filter((issue) => issue.severity === "error" || reasons[issueKey(issue)] === undefined);
  if (open.length === 0) return;
  const sentence = (issue: Issue, locale: "vi" | "en") =>
    `${describeIssue(issue, locale)}${issue.severity === "warning" ? ` (${refusals.needsReason[locale]})` : ""}`;
  const list = (locale: "vi" | "en") => open.map((issue) => sentence(issue, locale)).join("\n");
  throw new Failure(
    "invalid",
    {
      vi: `Chưa gửi được, còn ${open.length} điểm cần xử lý:\n${list("vi")}`,
      en: `Not submitted, ${open.length} points are open:\n${list("en")}`,
    },
    { details: { issues: statedIssues(issues), open: open.map(issueKey) } },
  );
}

/** What the actor may do with the report as it stands; the operations decide again. */
export function rightsOn(
  actor: Actor,
  key: ReportKey,
  organisation: Organisation,
  report: StoredReport,
): EntryRights {
  const place = { agency: key.agency, day: lastDay(key) };
  const may = (permission: Permission, refusal: Text | null) =>
    refusal === null && can(actor, permission, place, organisation);
  return {
    record: may("results.record", recordingRefusal(report)),
    submit: may("results.submit", submissionRefusal(report)),
    approve: may("results.approve", approvalRefusal(report, actor.userId, false)),
    return: may("results.return", returnRefusal(report)),
    supplement: may("results.supplement", supplementRefusal(report)),
  };
}
