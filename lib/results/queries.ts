import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf, superiorsAsOf } from "@/lib/agencies/rules";
import type { Agency, Organisation } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { lastDay } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { formVersionFor } from "@/lib/form/version";
import { resultsRefusals } from "@/lib/i18n/results";
import type { Comparison } from "@/lib/metrics/target";
import { getDueCalendar } from "./deadlines/queries";
import { dueDay } from "./deadlines/rules";
import { listRevisionLines } from "./people/queries";
import { issuesOf, previousAccepted, rightsOn } from "./rules";
import {
  findStoredReport,
  getFigureContext,
  listEarlierMonths,
  listFigureRows,
  listStoredRevisions,
} from "./stored/queries";
import { figuresOfRows } from "./stored/rules";
import type { FigureContext, StoredReport } from "./stored/types";
import type {
  EntryTarget,
  EntryTargets,
  EntryView,
  ReportKey,
  ReportView,
  RevisionLine,
  RevisionView,
  Submission,
} from "./types";
import {
  countsOfStated,
  figuresOfStated,
  statedCounts,
  statedDerived,
  statedFigures,
  statedHalf,
  statedIssues,
} from "./view";

type OpenReport = {
  tx: Tx;
  organisation: Organisation;
  agency: Agency;
  report: StoredReport;
  figures: FigureContext;
  lines: RevisionLine[];
};

/** Opens one report for reading; foreign and missing ones are refused alike. */
async function reading<T>(actor: Actor, key: ReportKey, work: (open: OpenReport) => Promise<T>): Promise<T> {
  const organisation = await getOrganisation();
  const day = lastDay(key);
  const agency = agencyAsOf(organisation, key.agency, day);
  const isReadable = can(actor, "results.read", { agency: key.agency, day }, organisation);
  if (!agency || agency.kind === "GENERAL_DEPARTMENT" || !isReadable) throw missing();
  return inViewOf(actor, async (tx) => {
    const report = await findStoredReport(tx, key, { lock: false });
    if (!report) throw missing();
    const figures = await getFigureContext(tx, key, report.revision?.revision ?? 1);
    const lines = await listRevisionLines(tx, await listStoredRevisions(tx, key));
    return work({ tx, organisation, agency, report, figures, lines });
  });
}

function missing(): Failure {
  return new Failure("not-found", resultsRefusals.missing);
}

/** What the entry page shows; a report nobody has entered yet is an empty one of version 0. */
export function getEntry(actor: Actor, key: ReportKey): Promise<EntryView> {
  return reading(actor, key, async ({ tx, organisation, agency, report, figures, lines }) => {
    const { revision } = report;
    const calendar = await getDueCalendar(tx);
    const last = lines.at(-1);
    return {
      agency: { code: agency.code, name: agency.name, kind: agency.kind },
      period: { year: key.year, month: key.month },
      ...headOf(key, report),
      figures: figures.current,
      counts: figures.counts,
      previousMonth: figures.previous,
      previousYear: figures.previousYear,
      previousYearEnd: figures.previousYearEnd,
      history: figures.history,
      earlier: await listEarlierMonths(tx, key),
      previousAccepted: previousAccepted(key, organisation, report, figures),
      sameSubmitted: revision?.submittedFigures ? figuresOfStated(revision.submittedFigures) : null,
      sameSubmittedCounts: submittedCounts(revision?.submittedFigures ?? null),
      reasons: revision?.warningReasons ?? {},
      returned: returnOf(report, last),
      supplementReason: revision?.reason ?? null,
      illustrative: revision?.illustrative ?? false,
      source: revision?.source ?? null,
      people: {
        entered: last?.entered ?? null,
        submitted: last?.submitted ?? null,
        approved: last?.approved ?? null,
      },
      targets: await targetsOf(tx, organisation, key),
      deadline: dueDay(calendar, agency.kind, key),
      accepts: report.accepts,
      may: rightsOn(actor, key, organisation, report),
      issues: currentIssues(key, organisation, report, figures),
      revisions: lines,
    };
  });
}

/** A report as the API gives it. */
export function getReport(actor: Actor, key: ReportKey): Promise<ReportView> {
  return reading(actor, key, async ({ organisation, report, figures, lines }) => {
    const { formVersion, ...head } = headOf(key, report);
    const { total, ...slices } = figures.current;
    return {
      ...key,
      ...head,
      cases: statedHalf(total?.cases ?? {}),
      money: statedHalf(total?.money ?? {}),
      slices: statedFigures(slices),
      counts: statedCounts(figures.counts),
      derived: statedDerived(figures.current, formVersion),
      issues: statedIssues(currentIssues(key, organisation, report, figures)),
      reasons: report.revision?.warningReasons ?? {},
      illustrative: report.revision?.illustrative ?? false,
      source: report.revision?.source ?? null,
      revisions: lines,
    };
  });
}

/** Every revision of a report with who signed it, oldest first. */
export function listRevisions(actor: Actor, key: ReportKey): Promise<RevisionLine[]> {
  return reading(actor, key, async ({ lines }) => lines);
}

/** One revision, earlier ones included, with its figures. */
export function getRevision(actor: Actor, key: ReportKey, revision: number): Promise<RevisionView> {
  return reading(actor, key, async ({ tx, lines }) => {
    const line = lines.find((each) => each.revision === revision);
    if (!line) throw missing();
    const figures = figuresOfRows(await listFigureRows(tx, key, revision));
    return { line, figures, derived: statedDerived(figures, formVersionFor(key).id) };
  });
}

function submittedCounts(submission: Submission | null): EntryView["sameSubmittedCounts"] {
  return submission?.counts ? countsOfStated(submission.counts) : null;
}

function headOf(key: ReportKey, { revision }: StoredReport) {
  return {
    formVersion: revision?.formVersion ?? formVersionFor(key).id,
    revision: revision?.revision ?? 0,
    kind: revision?.kind ?? "ORIGINAL",
    version: revision?.version ?? 0,
    status: revision?.status ?? null,
  } as const;
}

function currentIssues(
  key: ReportKey,
  organisation: Organisation,
  report: StoredReport,
  figures: FigureContext,
) {
  if (!report.revision) return [];
  const { formVersion, kind } = report.revision;
  const options = { today: dayOfInstant(now()), formVersion, isSupplement: kind === "SUPPLEMENT" };
  return issuesOf(key, organisation, report, figures, options);
}

function returnOf({ revision }: StoredReport, line: RevisionLine | undefined): EntryView["returned"] {
  if (revision?.status !== "RETURNED" || !line?.returned) return null;
  const { name, at } = line.returned;
  return { code: revision.returnCode ?? "", text: revision.returnText ?? "", by: name, at };
}

async function targetsOf(tx: Tx, organisation: Organisation, key: ReportKey): Promise<EntryTargets> {
  const chain = [key.agency, ...superiorsAsOf(organisation, key.agency, lastDay(key))];
  const rows = await tx.target.findMany({ where: { year: key.year, agencyCode: { in: chain } } });
  const nearest = (indicator: string): EntryTarget | null => {
    for (const code of chain) {
      const row = rows.find((each) => each.agencyCode === code && each.indicator === indicator);
      if (!row) continue;
      const inheritedFrom = code === key.agency ? null : code;
      return { comparison: row.comparison as Comparison, basisPoints: row.basisPoints, inheritedFrom };
    }
    return null;
  };
  return { R_C: nearest("R_C"), R_M: nearest("R_M") };
}
