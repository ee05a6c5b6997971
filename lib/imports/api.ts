import { Failure } from "@/lib/core/failure";
import type { Text } from "@/lib/core/locale";
import { FILE_REFUSALS, MAX_BYTES } from "./bytes/rules";
import type { ImportIssue } from "./layout/types";
import type { ImportReport } from "./reports/types";

const types = ["text/csv", "application/csv", "text/plain", "application/octet-stream"];

/** The bytes of a CSV sent as the body of a request; reading stops at the limit, whatever its headers promise. */
export async function readCsvBody(request: Request): Promise<Uint8Array> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "text/csv";
  if (!types.includes(type)) {
    throw new Failure("invalid", {
      vi: "Nội dung gửi lên phải là CSV, với Content-Type: text/csv.",
      en: "The body must be a CSV, with Content-Type: text/csv.",
    });
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    chunks.push(part.value);
    length += part.value.length;
    if (length <= MAX_BYTES) continue;
    await reader?.cancel();
    throw new Failure("invalid", FILE_REFUSALS.tooLarge);
  }
  return Buffer.concat(chunks);
}

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
