import type pg from "pg";
import { foldText } from "@/lib/core/slug";
import { INPUT_COLUMNS, type InputColumn, type MeasureKey, type ReportSeed } from "@/prisma/seed/types";

const columnName = (column: string) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** How a loaded report stands; the defaults are an approved original. */
type LoadedAs = {
  status?: "APPROVED" | "SUBMITTED" | "SUPERSEDED";
  revision?: number;
  reason?: string;
};

const standings = { APPROVED: "EFFECTIVE", SUBMITTED: "SUBMITTED", SUPERSEDED: "SUPERSEDED" } as const;

/** Writes whole reports as the owner, with a line of audit in the same transaction. */
export async function loadReports(
  owner: pg.Pool,
  reports: readonly ReportSeed[],
  as: LoadedAs = {},
): Promise<void> {
  await audited(owner, async (client) => {
    for (const report of reports) {
      await insertRevision(client, report, as);
      await insertFigures(client, report, as);
    }
  });
}

async function insertRevision(client: pg.PoolClient, report: ReportSeed, as: LoadedAs): Promise<void> {
  const { status = "APPROVED", revision = 1, reason = "Sửa số liệu" } = as;
  const isApproved = status !== "SUBMITTED";
  await client.query(
    `INSERT INTO report_revision (agency_code, year, month, revision, kind, status, form_version, illustrative, source,
       reason, entered_by, entered_at, submitted_by, submitted_at, approved_by, approved_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'tt-06-2019', $7, $8, $9, 'test:clerk', '2021-10-01T01:00Z', 'test:clerk',
       '2021-10-02T01:00Z', $10, $11)`,
    [
      report.agency,
      report.year,
      report.month,
      revision,
      revision === 1 ? "ORIGINAL" : "SUPPLEMENT",
      status,
      report.illustrative,
      report.source,
      revision === 1 ? null : reason,
      isApproved ? "test:head" : null,
      isApproved ? "2021-10-03T01:00Z" : null,
    ],
  );
}

async function insertFigures(client: pg.PoolClient, report: ReportSeed, as: LoadedAs): Promise<void> {
  const names = INPUT_COLUMNS.map(columnName).join(", ");
  const places = INPUT_COLUMNS.map((_, at) => `$${at + 7}`).join(", ");
  for (const measure of ["cases", "money"] as const) {
    await client.query(
      `INSERT INTO report_figures (agency_code, year, month, revision, measure, slice, standing, ${names})
       VALUES ($1, $2, $3, $4, $5, 'total', $6, ${places})`,
      [
        report.agency,
        report.year,
        report.month,
        as.revision ?? 1,
        measure,
        standings[as.status ?? "APPROVED"],
        ...INPUT_COLUMNS.map((column) => report.figures[measure][column].toString()),
      ],
    );
  }
}

/** A report with nothing but these figures; everything eligible that is not done is in progress. */
export function simpleReport(
  place: { agency: string; year: number; month: number },
  totals: Record<MeasureKey, { done: bigint; eligible: bigint }>,
  illustrative = false,
): ReportSeed {
  const figures = (measure: MeasureKey) => {
    const { done, eligible } = totals[measure];
    const zeros = Object.fromEntries(INPUT_COLUMNS.map((column) => [column, 0n])) as Record<
      InputColumn,
      bigint
    >;
    return { ...zeros, carriedOver: eligible, completed: done, inProgress: eligible - done };
  };
  const both = { cases: figures("cases"), money: figures("money") };
  return { ...place, figures: both, illustrative, source: illustrative ? "Minh họa" : null };
}

type TargetLine = {
  agency: string;
  year: number;
  indicator: "R_C" | "R_M";
  comparison: string;
  basisPoints: number;
};

/** Writes targets as the owner, audited. */
export async function loadTargets(owner: pg.Pool, targets: readonly TargetLine[]): Promise<void> {
  await audited(owner, async (client) => {
    for (const { agency, year, indicator, comparison, basisPoints } of targets) {
      await client.query(
        "INSERT INTO target (agency_code, year, indicator, comparison, basis_points, source) VALUES ($1, $2, $3, $4, $5, 'test')",
        [agency, year, indicator, comparison, basisPoints],
      );
    }
  });
}

/** Renames an agency, as a hostile or very long name would arrive. */
export async function renameAgency(owner: pg.Pool, code: string, name: string): Promise<void> {
  await audited(owner, async (client) => {
    await client.query("UPDATE agency_version SET name = $2, search_name = $3 WHERE agency_code = $1", [
      code,
      name,
      foldText(name),
    ]);
    await client.query("SELECT audit_append('organisation', 'test', 'agency.rename', $1, '{}')", [code]);
  });
}

/** Runs owner SQL in one transaction that carries a line of audit. */
export async function audited(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT audit_append('system', 'test', 'test.arrange', 'test', '{}')");
    await work(client);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}
