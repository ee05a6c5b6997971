import type { WriteContext } from "@/lib/actions/operation";
import { Failure } from "@/lib/core/failure";
import { COUNT_CODES, type Counts } from "@/lib/form/counts";
import { countsText } from "@/lib/i18n/counts";
import { resultsRefusals } from "@/lib/i18n/results";
import { assertAllowed, recordingRefusal, reportingAgency } from "../rules";
import { findStoredReport } from "../stored/queries";
import { subjectOf, whereKey } from "../stored/rules";
import type { ReportKey } from "../types";
import { changedMeanwhile } from "./rules";
import type { SaveCountsInput } from "./schema";

/**
 * Writes the counts beside a draft that is there already; its figures and its version stay as they are. Refused when
 * somebody else changed the counts since the form was shown.
 */
export async function saveCounts(context: WriteContext, input: SaveCountsInput): Promise<ReportKey> {
  const key: ReportKey = { agency: input.agency, year: input.year, month: input.month };
  reportingAgency(context.organisation, key);
  const report = await findStoredReport(context.tx, key, { lock: true });
  if (!report) throw new Failure("not-found", resultsRefusals.missing);
  assertAllowed(recordingRefusal(report));
  if (!report.revision) throw new Failure("precondition", countsText.figuresFirst);
  const { revision, version } = report.revision;
  const changed = changedMeanwhile(input.known, await storedCounts(context, key, revision));
  if (changed) throw new Failure("conflict", countsText.stale, { fields: changed });
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

async function storedCounts({ tx }: WriteContext, key: ReportKey, revision: number): Promise<Counts> {
  const rows = await tx.reportCount.findMany({
    where: { ...whereKey(key), revision, value: { not: null } },
    select: { code: true, value: true },
  });
  return Object.fromEntries(rows.map(({ code, value }) => [code, value ?? undefined]));
}
