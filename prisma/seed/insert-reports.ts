import type pg from "pg";
import type { WarningReasons } from "./explanations";
import { type Figures, INPUT_COLUMNS, type ReportSeed } from "./types";

/** One revision to insert, with its people and dates; figures take their standing from the status. */
export type RevisionSeed = {
  report: ReportSeed;
  revision: number;
  kind: "ORIGINAL" | "SUPPLEMENT";
  status: "DRAFT" | "SUBMITTED" | "RETURNED" | "APPROVED" | "SUPERSEDED";
  enteredAt: string;
  submittedAt: string | null;
  approvedAt: string | null;
  reason: string | null;
  reasons: WarningReasons;
};

const standings = {
  DRAFT: "DRAFT",
  RETURNED: "DRAFT",
  SUBMITTED: "SUBMITTED",
  APPROVED: "EFFECTIVE",
  SUPERSEDED: "SUPERSEDED",
} as const;

const snakeColumns = INPUT_COLUMNS.map((column) =>
  column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
);

const batch = 1_000;

/** Inserts revisions with their figures, in batches, as the database's owner; the caller holds the transaction. */
export async function insertRevisions(
  client: pg.ClientBase,
  revisions: readonly RevisionSeed[],
  people: { clerk: string; head: string },
): Promise<void> {
  for (let start = 0; start < revisions.length; start += batch) {
    const part = revisions.slice(start, start + batch);
    await client.query(insertRevisionSql, [JSON.stringify(part.map((each) => revisionRow(each, people)))]);
    await client.query(insertFiguresSql, [JSON.stringify(part.flatMap(figureRows))]);
  }
}

function revisionRow(seed: RevisionSeed, people: { clerk: string; head: string }) {
  const { report, submittedAt, approvedAt } = seed;
  const isReturned = seed.status === "RETURNED";
  return {
    ...seed,
    report: undefined,
    agency_code: report.agency,
    year: report.year,
    month: report.month,
    illustrative: report.illustrative,
    source: report.source,
    entered_by: people.clerk,
    entered_at: seed.enteredAt,
    submitted_by: submittedAt && people.clerk,
    submitted_at: submittedAt,
    approved_by: approvedAt && people.head,
    approved_at: approvedAt,
    return_code: isReturned ? "CLASSIFICATION" : null,
    return_text: isReturned ? "Đề nghị rà lại số chưa có điều kiện (minh họa)." : null,
    returned_by: isReturned ? people.head : null,
    returned_at: isReturned ? submittedAt : null,
    version: 1,
    form_version: "tt-06-2019",
    warning_reasons: seed.reasons,
  };
}

function figureRows({ report, revision, status }: RevisionSeed) {
  const { agency, year, month } = report;
  return (["cases", "money"] as const).map((measure) => ({
    agency_code: agency,
    year,
    month,
    revision,
    measure,
    slice: "total",
    standing: standings[status],
    ...columnsOf(report.figures[measure]),
  }));
}

function columnsOf(figures: Figures): Record<string, string> {
  return Object.fromEntries(
    INPUT_COLUMNS.map((column, index) => [snakeColumns[index], figures[column].toString()]),
  );
}

const insertRevisionSql = `
  INSERT INTO report_revision (agency_code, year, month, revision, kind, status, version, form_version, illustrative,
    source, reason, warning_reasons, return_code, return_text, entered_by, entered_at, submitted_by, submitted_at,
    approved_by, approved_at, returned_by, returned_at)
  SELECT agency_code, year, month, revision, kind, status, version, form_version, illustrative,
    source, reason, warning_reasons, return_code, return_text, entered_by, entered_at, submitted_by, submitted_at,
    approved_by, approved_at, returned_by, returned_at
  FROM jsonb_populate_recordset(NULL::report_revision, $1::jsonb)`;

const figureColumns = [
  "agency_code",
  "year",
  "month",
  "revision",
  "measure",
  "slice",
  "standing",
  ...snakeColumns,
].join(", ");

const insertFiguresSql = `
  INSERT INTO report_figures (${figureColumns})
  SELECT ${figureColumns} FROM jsonb_populate_recordset(NULL::report_figures, $1::jsonb)`;
