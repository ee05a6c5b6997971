import { createHash } from "node:crypto";
import type { WriteContext } from "@/lib/actions/operation";
import { dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { recordReport } from "@/lib/results/recording/commands";
import {
  changesOf,
  countsAfter,
  formIssues,
  isUnchanged,
  type Known,
  newestOf,
  stateIssues,
} from "./checks/rules";
import { recordHistory } from "./history/commands";
import type { ImportIssue } from "./layout/types";
import { reportsOf } from "./reports/rules";
import type { ImportedReport, ImportMode, ImportReport } from "./reports/types";
import type { ImportInput } from "./schema";
import { getStored } from "./stored/queries";

const shownIssues = 2_000;
const shownChanges = 500;

/** Brings figures of open periods into drafts, through the same command as the entry page. */
export function importDraft(context: WriteContext, input: ImportInput): Promise<ImportReport> {
  return importFile(context, "draft", input, async (reports, known) => {
    for (const report of reports) await saveDraft(context, report, known);
  });
}

/** Brings in final figures of closed years, as locked history. */
export function importHistory(context: WriteContext, input: ImportInput): Promise<ImportReport> {
  const origin = { source: input.source ?? "", sha256: sha256Of(input.csv.text) };
  return importFile(context, "final", input, (reports) => recordHistory(context, reports, origin));
}

type Write = (reports: readonly ImportedReport[], known: Known) => Promise<void>;

/** Checks the whole file, then writes all of it or none; a dry run only answers what would happen. */
async function importFile(
  context: WriteContext,
  mode: ImportMode,
  { csv, source = "", dryRun }: ImportInput,
  write: Write,
): Promise<ImportReport> {
  const { tx, organisation, now } = context;
  const { reports, issues } = reportsOf(csv, organisation);
  const known = await getStored(tx, reports);
  const found = [
    ...csv.issues,
    ...issues,
    ...stateIssues(reports, known, { mode, today: dayOfInstant(now) }),
    ...formIssues(reports, known, mode),
  ];
  const report = reportOf({ mode, dryRun, rows: csv.rows, reports, known, issues: found });
  if (!dryRun) {
    if (found.some(({ blocks }) => blocks)) throw refused(report);
    await write(
      reports.filter((each) => !isUnchanged(each, known)),
      known,
    );
  }
  await context.audit({
    chain: "system",
    action: dryRun ? "import.dryRun" : `import.${mode}`,
    subject: `import:${sha256Of(csv.text)}`,
    payload: {
      mode,
      source,
      rows: csv.rows,
      accepted: report.accepted,
      unchanged: report.unchanged,
      issues: found.length,
    },
  });
  return report;
}

async function saveDraft(context: WriteContext, report: ImportedReport, known: Known): Promise<void> {
  const { agency, period, figures } = report;
  const counts = report.counts === null ? {} : { counts: countsAfter(report, known) };
  const expectedVersion = newestOf(report, known)?.version ?? 0;
  await recordReport(context, {
    agency,
    ...period,
    expectedVersion,
    cases: { ...figures.cases },
    money: { ...figures.money },
    ...counts,
  });
}

type Found = Pick<ImportReport, "mode" | "dryRun" | "rows"> & {
  reports: readonly ImportedReport[];
  known: Known;
  issues: readonly ImportIssue[];
};

function reportOf({ mode, dryRun, rows, reports, known, issues }: Found): ImportReport {
  const isRefused = issues.some(({ blocks }) => blocks);
  const changes = reports.flatMap((report) => changesOf(report, known));
  const ordered = [...issues].sort((a, b) => weight(a) - weight(b) || (a.row ?? 0) - (b.row ?? 0));
  return {
    mode,
    dryRun,
    rows,
    accepted: isRefused ? 0 : rows,
    unchanged: 2 * reports.filter((report) => isUnchanged(report, known)).length,
    issueCount: issues.length,
    issues: ordered.slice(0, shownIssues),
    changeCount: changes.length,
    changes: changes.slice(0, shownChanges),
  };
}

function weight({ blocks, severity }: ImportIssue): number {
  if (blocks) return 0;
  return severity === "error" ? 1 : 2;
}

function refused(report: ImportReport): Failure {
  const count = report.issues.filter(({ blocks }) => blocks).length;
  return new Failure(
    "invalid",
    {
      vi: `Tệp chưa được nhập: còn ${count} lỗi phải sửa. Chưa có số liệu nào được ghi.`,
      en: `The file was not imported: ${count} errors must be corrected. Nothing was written.`,
    },
    { details: report },
  );
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
