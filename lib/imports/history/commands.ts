import type { WriteContext } from "@/lib/actions/operation";
import { recordAudits } from "@/lib/audit/commands";
import { type Figures, INPUT_COLUMNS, MEASURES } from "@/lib/form/columns";
import { formVersionFor } from "@/lib/form/version";
import type { ImportedReport } from "@/lib/imports/reports/types";

/** Where an import comes from: the text that names its source, and the hash of its file. */
export type Origin = { source: string; sha256: string };

/**
 * Writes reports of closed years as locked history in four statements, however many they are. They start as drafts
 * like every report: the guards and checks of the database speak when they are locked.
 */
export async function recordHistory(
  { tx, actor, now }: WriteContext,
  reports: readonly ImportedReport[],
  origin: Origin,
): Promise<void> {
  if (reports.length === 0) return;
  const keys = JSON.stringify(
    reports.map(({ agency, period }) => ({ agency, ...period, form: formVersionFor(period).id })),
  );
  await tx.$executeRaw`
    INSERT INTO report_revision (agency_code, year, month, revision, kind, status, version, form_version, source,
      entered_by, entered_at)
    SELECT x.agency, x.year, x.month, 1, 'HISTORY', 'DRAFT', 1, x.form, ${origin.source}, ${actor.userId}, ${now}
    FROM jsonb_to_recordset(${keys}::jsonb) AS x (agency text, year int, month int, form text)`;
  await insertFigures(tx, reports);
  await insertCounts(tx, reports);
  await tx.$executeRaw`
    UPDATE report_revision r SET status = 'LOCKED', version = 2, submitted_by = ${actor.userId}, submitted_at = ${now},
      approved_by = ${actor.userId}, approved_at = ${now}
    FROM jsonb_to_recordset(${keys}::jsonb) AS x (agency text, year int, month int)
    WHERE r.agency_code = x.agency AND r.year = x.year AND r.month = x.month AND r.revision = 1`;
  await recordAudits(
    tx,
    actor.userId,
    [...grouped(reports)].map(([agency, own]) => lineOf(agency, own, origin)),
  );
}

async function insertFigures(tx: WriteContext["tx"], reports: readonly ImportedReport[]): Promise<void> {
  const rows = reports.flatMap(({ agency, period, figures }) =>
    MEASURES.map((measure) => ({ agency, ...period, measure, ...stated(figures[measure]) })),
  );
  await tx.$executeRaw`
    INSERT INTO report_figures (agency_code, year, month, revision, measure, slice, carried_over, newly_accepted,
      entrusted_out, withdrawn_or_cancelled, pulled_up_by_province, completed, terminated, reduced, in_progress,
      postponed_by_agreement, suspended_eligible, other_eligible, no_condition, postponed_or_suspended_other,
      separate_register)
    SELECT agency, year, month, 1, measure, 'total', "carriedOver", "newlyAccepted", "entrustedOut",
      "withdrawnOrCancelled", "pulledUpByProvince", completed, terminated, reduced, "inProgress",
      "postponedByAgreement", "suspendedEligible", "otherEligible", "noCondition", "postponedOrSuspendedOther",
      "separateRegister"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (agency text, year int, month int, measure text,
      "carriedOver" bigint, "newlyAccepted" bigint, "entrustedOut" bigint, "withdrawnOrCancelled" bigint,
      "pulledUpByProvince" bigint, completed bigint, terminated bigint, reduced bigint, "inProgress" bigint,
      "postponedByAgreement" bigint, "suspendedEligible" bigint, "otherEligible" bigint, "noCondition" bigint,
      "postponedOrSuspendedOther" bigint, "separateRegister" bigint)`;
}

async function insertCounts(tx: WriteContext["tx"], reports: readonly ImportedReport[]): Promise<void> {
  const rows = reports.flatMap(({ agency, period, counts }) =>
    Object.entries(statedCounts(counts)).map(([code, value]) => ({ agency, ...period, code, value })),
  );
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO report_counts (agency_code, year, month, revision, code, value)
    SELECT agency, year, month, 1, code, value
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (agency text, year int, month int, code text, value bigint)`;
}

function statedCounts(counts: ImportedReport["counts"]): Record<string, string> {
  const entries = Object.entries(counts ?? {}).flatMap(([code, value]) =>
    value === null || value === undefined ? [] : [[code, value.toString()] as const],
  );
  return Object.fromEntries(entries);
}

function stated(figures: Figures): Record<string, string> {
  return Object.fromEntries(
    INPUT_COLUMNS.flatMap((column) => {
      const value = figures[column];
      return value === undefined ? [] : [[column, value.toString()]];
    }),
  );
}

function grouped(reports: readonly ImportedReport[]): Map<string, ImportedReport[]> {
  const groups = new Map<string, ImportedReport[]>();
  for (const report of reports) {
    const group = groups.get(report.agency);
    if (group) group.push(report);
    else groups.set(report.agency, [report]);
  }
  return groups;
}

/** One line per agency, holding every figure written, so that the chain alone can tell what was brought in. */
function lineOf(agency: string, reports: readonly ImportedReport[], { source, sha256 }: Origin) {
  const written = reports.map(({ period, figures, counts }) => ({
    ...period,
    cases: stated(figures.cases),
    money: stated(figures.money),
    ...(counts !== null && { counts: statedCounts(counts) }),
  }));
  const [first] = reports;
  const subject =
    reports.length === 1 && first
      ? `report:${agency}:${first.period.year}:${first.period.month}`
      : `report:${agency}`;
  return { chain: agency, action: "report.import", subject, payload: { source, sha256, reports: written } };
}
