import type { AtOnceContext, WriteContext } from "@/lib/actions/operation";
import { Failure } from "@/lib/core/failure";
import { formVersionFor } from "@/lib/form/version";
import { resultsRefusals } from "@/lib/i18n/results";
import { assertAllowed, recordingRefusal, reportingAgency } from "../rules";
import type { SaveReportInput } from "../schema";
import { contextOfRows, type FigureRow } from "../stored/rules";
import type { StoredReport } from "../stored/types";
import type { ReportKey, SavedReport, StatedCounts } from "../types";
import { statedCounts, statedRows } from "../view";
import { answer, assertCurrent, assertNothingReduced, countsOf, figuresOf, type Written } from "./rules";

/** The database's `record_report`: locks, compares, writes and audits in one statement. */
export const RECORD_REPORT = "record_report";

/** What `record_report` says: the report as it stands afterwards, with the figures that the rules compare. */
type Said = Pick<StoredReport, "periodStatus" | "accepts"> & {
  written: boolean;
  previousRequired: boolean | null;
  revision: (Omit<Written, "enteredAt"> & { enteredAt: string }) | null;
  figures: FigureRow[];
  counts: StatedCounts;
};

/** Saves a draft inside an open transaction: the whole docket as given, the named slices, the reasons. */
export async function recordReport(context: WriteContext, input: SaveReportInput): Promise<SavedReport> {
  const given = JSON.stringify(givenReport(context, input));
  const [row] = await context.tx.$queryRaw<{ said: unknown }[]>`
    SELECT record_report(${context.actor.userId}, ${given}::jsonb) AS said`;
  return answerOfReport(context, input, row?.said ?? null);
}

/** The document `record_report` takes; refuses what no database needs to be asked about. */
export function givenReport({ now, organisation }: AtOnceContext, input: SaveReportInput) {
  const key = keyOf(input);
  reportingAgency(organisation, key);
  const figures = figuresOf(input);
  assertNothingReduced(figures);
  return {
    ...key,
    expectedVersion: input.expectedVersion,
    formVersion: formVersionFor(key).id,
    at: now.toISOString(),
    reasons: input.reasons ?? null,
    rows: statedRows(figures),
    counts: input.counts === undefined ? null : statedCounts(countsOf(input.counts)),
  };
}

/** The new version with what the rules say of it; a stale version is refused with both. */
export function answerOfReport(context: AtOnceContext, input: SaveReportInput, said: unknown): SavedReport {
  const key = keyOf(input);
  if (said === null) throw new Failure("not-found", resultsRefusals.missing);
  const { written, previousRequired, revision: stored, figures: rows, counts, ...period } = said as Said;
  const revision = stored && { ...stored, enteredAt: new Date(stored.enteredAt) };
  const report = { ...period, needsPrevious: previousRequired !== false };
  const figures = contextOfRows(rows, key, revision?.revision ?? 1, counts);
  if (written && revision) return answer(context, key, { ...report, revision }, figures);
  const yours = { ...figures.current, ...figuresOf(input) };
  const counted = { yours: input.counts ? countsOf(input.counts) : null, theirs: figures.counts };
  assertCurrent(input.expectedVersion, revision, { yours, theirs: figures.current, counts: counted });
  assertAllowed(recordingRefusal({ ...report, revision }));
  throw new Error("record_report refused what the rules allow");
}

function keyOf({ agency, year, month }: ReportKey): ReportKey {
  return { agency, year, month };
}
