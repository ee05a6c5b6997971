import { Failure } from "@/lib/core/failure";
import type { Text } from "@/lib/core/locale";
import type { ImportIssue } from "@/lib/imports/layout/types";
import type { ImportReport } from "@/lib/imports/reports/types";

type Counted = Pick<ImportReport, "rows" | "accepted" | "issues"> & Partial<ImportReport>;

/** The answer of POST /api/v1/imports; with `error` when nothing was written because of it. */
export function importBody({ issues, ...report }: Counted, error?: { code: string; text: Text }): object {
  const body = { ...report, issues: issues.map(issueBody) };
  return error ? { ...body, error: { code: error.code, message: error.text.vi } } : body;
}

function issueBody({ row, column, value, rule, severity, message }: ImportIssue): object {
  return { row, column, value, rule, severity, message };
}

/** The report inside a refusal of an import, or null when it was refused for something else. */
export function reportOfFailure(error: unknown): { report: ImportReport; failure: Failure } | null {
  if (!(error instanceof Failure) || error.code !== "invalid") return null;
  const details = error.details as Partial<ImportReport> | undefined;
  return details?.issues && details.changes ? { report: details as ImportReport, failure: error } : null;
}
