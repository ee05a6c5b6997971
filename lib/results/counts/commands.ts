import type { WriteContext } from "@/lib/actions/operation";
import { Failure } from "@/lib/core/failure";
import { COUNT_CODES } from "@/lib/form/counts";
import { countsText } from "@/lib/i18n/counts";
import { resultsRefusals } from "@/lib/i18n/results";
import { assertAllowed, recordingRefusal, reportingAgency } from "../rules";
import { findStoredReport } from "../stored/queries";
import { subjectOf } from "../stored/rules";
import type { ReportKey } from "../types";
import type { SaveCountsInput } from "./schema";

/** Writes the counts beside a draft that is there already; its figures and its version stay as they are. */
export async function saveCounts(context: WriteContext, input: SaveCountsInput): Promise<ReportKey> {
  const key: ReportKey = { agency: input.agency, year: input.year, month: input.month };
  reportingAgency(context.organisation, key);
  const report = await findStoredReport(context.tx, key, { lock: true });
  if (!report) throw new Failure("not-found", resultsRefusals.missing);
  assertAllowed(recordingRefusal(report));
  if (!report.revision) throw new Failure("precondition", countsText.figuresFirst);
  const { revision, version } = report.revision;
  const counts = JSON.stringify(
    Object.fromEntries(COUNT_CODES.map((code) => [code, input[code]?.toString() ?? null])),
  );
  const [row] = await context.tx.$queryRaw<{ changed: Record<string, unknown> | null }[]>`
    SELECT write_counts(${key.agency}, ${key.year}::int, ${key.month}::int, ${revision}::int, ${counts}::jsonb) AS changed`;
  // As a save: whoever entered counts cannot approve the report.
  const payload = { revision, version, changed: row?.changed ?? {} };
  await context.audit({ chain: key.agency, action: "report.save", subject: subjectOf(key), payload });
  return key;
}
