import type pg from "pg";
import { addDays } from "@/lib/core/day";
import { lastDay } from "@/lib/core/period";
import { type InputColumn, MEASURES } from "@/lib/form/columns";
import { formVersionFor } from "@/lib/form/version";
import { INPUT_COLUMNS } from "../types";
import type { AgencyYear } from "./generate";

/** Said by every generated report where it is shown or exported. */
export const HISTORY_SOURCE = "Số liệu minh họa do chương trình sinh ra, không phải số công bố";

const AGENCY_YEARS_AT_ONCE = 250;

/**
 * Loads generated years as locked history, marked illustrative with their source, in large statements as the
 * database's owner; the caller holds the transaction. One line of audit per agency. Tells how many reports it wrote.
 */
export async function loadHistory(client: pg.ClientBase, years: Iterable<AgencyYear>): Promise<number> {
  const known = new Map<string, Set<number>>();
  let reports = 0;
  for (const part of inParts(years)) {
    for (const { agency, year } of part) known.set(agency, (known.get(agency) ?? new Set()).add(year));
    const rows = part.flatMap(({ agency, year, months }) =>
      months.map((figures, index) => ({ agency, period: { year, month: index + 1 }, figures })),
    );
    await client.query(insertRevisionsSql, revisionLists(rows));
    // Foreign keys of the figures are looked up by a plan made for an empty table, unless this tells otherwise.
    if (reports === 0) await client.query("ANALYZE report_revision");
    await client.query(insertFiguresSql, figureLists(rows));
    reports += rows.length;
  }
  await client.query(auditSql, [
    JSON.stringify([...known].map(([agency, years]) => ({ agency, years: [...years] }))),
  ]);
  return reports;
}

type Row = {
  agency: string;
  period: { year: number; month: number };
  figures: AgencyYear["months"][number];
};

function* inParts(years: Iterable<AgencyYear>): Iterable<AgencyYear[]> {
  let part: AgencyYear[] = [];
  for (const year of years) {
    part.push(year);
    if (part.length < AGENCY_YEARS_AT_ONCE) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** A column of the statement as one text: PostgreSQL reads arrays of numbers faster than documents. */
function list<T>(rows: readonly T[], value: (row: T) => string | number | bigint): string {
  return `{${rows.map(value).join(",")}}`;
}

function revisionLists(rows: readonly Row[]): string[] {
  const ends = new Map<string, string>();
  const endOf = ({ period }: Row) => {
    const key = `${period.year} ${period.month}`;
    const end = ends.get(key) ?? addDays(lastDay(period), 1);
    ends.set(key, end);
    return end;
  };
  return [
    list(rows, ({ agency }) => agency),
    list(rows, ({ period }) => period.year),
    list(rows, ({ period }) => period.month),
    list(rows, ({ period }) => formVersionFor(period).id),
    list(rows, endOf),
    HISTORY_SOURCE,
  ];
}

function figureLists(rows: readonly Row[]): string[] {
  const halves = rows.flatMap(({ agency, period, figures }) =>
    MEASURES.map((measure) => ({ agency, ...period, measure, figures: figures[measure] })),
  );
  return [
    list(halves, ({ agency }) => agency),
    list(halves, ({ year }) => year),
    list(halves, ({ month }) => month),
    list(halves, ({ measure }) => measure),
    ...INPUT_COLUMNS.map((column) => list(halves, ({ figures }) => figures[column] ?? "NULL")),
  ];
}

const snake = (column: InputColumn) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columns = INPUT_COLUMNS.map(snake).join(", ");

const insertRevisionsSql = `
  INSERT INTO report_revision (agency_code, year, month, revision, kind, status, form_version, illustrative, source,
    entered_by, entered_at, submitted_by, submitted_at, approved_by, approved_at)
  SELECT agency, year, month, 1, 'HISTORY', 'LOCKED', form, true, $6, 'demo:clerk', morning, 'demo:clerk',
    morning + interval '1 day', 'demo:head', morning + interval '2 days'
  FROM (SELECT agency, year, month, form, (day + time '02:00') AT TIME ZONE 'UTC' AS morning
    FROM unnest($1::text[], $2::int[], $3::int[], $4::text[], $5::date[]) AS r (agency, year, month, form, day)) r`;

const insertFiguresSql = `
  INSERT INTO report_figures (agency_code, year, month, measure, revision, slice, standing, ${columns})
  SELECT agency, year, month, measure, 1, 'total', 'EFFECTIVE', ${columns}
  FROM unnest($1::text[], $2::int[], $3::int[], $4::text[],
    ${INPUT_COLUMNS.map((_, index) => `$${index + 5}::bigint[]`).join(", ")})
    AS f (agency, year, month, measure, ${columns})`;

const auditSql = `
  SELECT audit_append(h.agency, 'system:seed', 'history.load', 'report:' || h.agency,
    jsonb_build_object('illustrative', true, 'years', h.years))
  FROM jsonb_to_recordset($1::jsonb) AS h (agency text, years jsonb)`;
