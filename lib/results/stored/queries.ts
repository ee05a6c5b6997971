import type { Tx } from "@/lib/db/client";
import type { EarlierMonth, ReportKey, StatedCounts, StoredRevision } from "../types";
import { contextOfRows, earlierOfRows, type FigureRow, whereKey } from "./rules";
import type { FigureContext, PeriodStatus, StoredReport } from "./types";

const revisionColumns = `revision, kind, status, version, form_version AS "formVersion", illustrative, source, reason,
  warning_reasons AS "warningReasons", return_code AS "returnCode", return_text AS "returnText",
  entered_by AS "enteredBy", entered_at AS "enteredAt", submitted_by AS "submittedBy", submitted_at AS "submittedAt",
  approved_by AS "approvedBy", approved_at AS "approvedAt", returned_by AS "returnedBy", returned_at AS "returnedAt",
  submitted_figures AS "submittedFigures"`;

const settingOfV17 = `(SELECT value FROM setting WHERE key = 'rules.previousPeriodRequired') AS "previousRequired"`;

const newestRevision = `SELECT ${revisionColumns} FROM report_revision
  WHERE agency_code = $1 AND year = $2 AND month = $3 ORDER BY revision DESC LIMIT 1`;

const periodColumns = `p.status AS "periodStatus", period_is_open_to($1, $2, $3) AS accepts, ${settingOfV17}`;

const readReport = `SELECT ${periodColumns}, r.*
  FROM period p LEFT JOIN LATERAL (${newestRevision}) r ON true WHERE p.year = $2 AND p.month = $3`;

const lockedReport = `SELECT ${periodColumns}, r.*
  FROM period p LEFT JOIN LATERAL (${newestRevision} FOR UPDATE) r ON true WHERE p.year = $2 AND p.month = $3`;

const figureColumns = `year, month, revision, standing, measure, slice, carried_over AS "carriedOver",
  newly_accepted AS "newlyAccepted", entrusted_out AS "entrustedOut", withdrawn_or_cancelled AS "withdrawnOrCancelled",
  pulled_up_by_province AS "pulledUpByProvince", completed, terminated, reduced, in_progress AS "inProgress",
  postponed_by_agreement AS "postponedByAgreement", suspended_eligible AS "suspendedEligible",
  other_eligible AS "otherEligible", no_condition AS "noCondition",
  postponed_or_suspended_other AS "postponedOrSuspendedOther", separate_register AS "separateRegister"`;

const contextFigures = `SELECT ${figureColumns} FROM figure_context($1, $2, $3, $4)`;

const revisionFigures = `SELECT ${figureColumns} FROM report_figures
  WHERE agency_code = $1 AND year = $2 AND month = $3 AND revision = $4`;

const earlierFigures = `SELECT ${figureColumns} FROM report_figures
  WHERE agency_code = $1 AND standing = 'EFFECTIVE' AND ((year = $2 AND month < $3) OR (year = $2 - 1 AND month > $3))`;

type ReportRow = { periodStatus: PeriodStatus; accepts: boolean; previousRequired: unknown } & {
  [Key in keyof StoredRevision]: StoredRevision[Key] | null;
};

/**
 * The report as it stands, or null when there is no such period. `lock`, for writes, takes the period and then the
 * newest revision until the transaction ends: the order in which a closing period takes them.
 */
export async function findStoredReport(
  tx: Tx,
  key: ReportKey,
  { lock }: { lock: boolean },
): Promise<StoredReport | null> {
  if (lock)
    await tx.$queryRaw`SELECT period_accepts_entry(${key.agency}, ${key.year}::int, ${key.month}::int)`;
  const sql = lock ? lockedReport : readReport;
  const [row] = await tx.$queryRawUnsafe<ReportRow[]>(sql, key.agency, key.year, key.month);
  if (!row) return null;
  const { periodStatus, accepts, previousRequired, ...revision } = row;
  return {
    periodStatus,
    accepts: accepts === true,
    needsPrevious: previousRequired !== false,
    revision: revision.revision === null ? null : (revision as StoredRevision),
  };
}

/** Every revision of a report, oldest first. */
export function listStoredRevisions(tx: Tx, key: ReportKey): Promise<StoredRevision[]> {
  return tx.$queryRawUnsafe<StoredRevision[]>(
    `SELECT ${revisionColumns} FROM report_revision WHERE agency_code = $1 AND year = $2 AND month = $3 ORDER BY revision`,
    key.agency,
    key.year,
    key.month,
  );
}

/** The figures of a revision beside those that the rules compare them with. */
export async function getFigureContext(tx: Tx, key: ReportKey, revision: number): Promise<FigureContext> {
  const rows = await tx.$queryRawUnsafe<FigureRow[]>(
    contextFigures,
    key.agency,
    key.year,
    key.month,
    revision,
  );
  return contextOfRows(rows, key, revision, await getStatedCounts(tx, key, revision));
}

/** The counts beside the form of one revision, as decimal strings. */
async function getStatedCounts(tx: Tx, key: ReportKey, revision: number): Promise<StatedCounts> {
  const rows = await tx.reportCount.findMany({
    where: { ...whereKey(key), revision, value: { not: null } },
    select: { code: true, value: true },
  });
  return Object.fromEntries(rows.map(({ code, value }) => [code, String(value)]));
}

/** The accepted figures of the eleven months before a month, across the break of the statistical year. */
export async function listEarlierMonths(tx: Tx, key: ReportKey): Promise<EarlierMonth[]> {
  const rows = await tx.$queryRawUnsafe<FigureRow[]>(earlierFigures, key.agency, key.year, key.month);
  return earlierOfRows(rows);
}

/** The rows of one revision. */
export function listFigureRows(tx: Tx, key: ReportKey, revision: number): Promise<FigureRow[]> {
  return tx.$queryRawUnsafe<FigureRow[]>(revisionFigures, key.agency, key.year, key.month, revision);
}
