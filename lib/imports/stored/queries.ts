import type { Tx } from "@/lib/db/client";
import { type Figures, INPUT_COLUMNS, type Measure } from "@/lib/form/columns";
import type { CountCode, Counts } from "@/lib/form/counts";
import type { Known } from "@/lib/imports/checks/rules";
import { reportKey } from "@/lib/imports/reports/rules";
import type { ImportedReport, KnownReport, KnownStatus } from "@/lib/imports/reports/types";

type PeriodRow = { year: number; month: number; status: "OPEN" | "CLOSED" | "LOCKED" };
type ReopeningRow = { agency: string; year: number; month: number };
type FigureRow = Omit<KnownReport, "figures" | "counts"> & {
  measure: Measure | null;
  figures: string | null;
};

/** Reads the periods (locked against opening and closing) and all stored reports that the file can touch or follow. */
export async function getStored(tx: Tx, imported: readonly ImportedReport[]): Promise<Known> {
  const agencies = [...new Set(imported.map(({ agency }) => agency))];
  const years = [...new Set(imported.map(({ period }) => period.year))];
  const lastMonth = Math.max(1, ...imported.map(({ period }) => period.month));
  const periods = await tx.$queryRaw<PeriodRow[]>`SELECT year, month, status FROM period
    WHERE year = ANY (${years}::int[]) ORDER BY year, month FOR SHARE`;
  const reopenings = await tx.$queryRaw<
    ReopeningRow[]
  >`SELECT agency_code AS agency, year, month FROM period_reopening
    WHERE agency_code = ANY (${agencies}) AND year = ANY (${years}::int[]) AND ended_at IS NULL AND until >= business_day()`;
  const rows = await listKnown(tx, agencies, years, lastMonth);
  const isCounted = imported.some(({ counts }) => counts !== null);
  const counts = isCounted ? await listCounts(tx, agencies, years) : [];
  const statuses = new Map(periods.map(({ year, month, status }) => [`${year}-${month}`, status]));
  const reopened = new Set(reopenings.map(({ agency, ...period }) => reportKey(agency, period)));
  return {
    reports: reportsOfRows(rows, countsOfRows(counts)),
    periodStatus: ({ year, month }) => statuses.get(`${year}-${month}`) ?? null,
    isOpenYear: (year) => periods.some((period) => period.year === year && period.status === "OPEN"),
    isReopened: (agency, period) => reopened.has(reportKey(agency, period)),
  };
}

/** Figures come as one text per row: a nation's year is eighteen thousand rows of fifteen big integers. */
function listKnown(tx: Tx, agencies: string[], years: number[], lastMonth: number): Promise<FigureRow[]> {
  return tx.$queryRaw<FigureRow[]>`
    SELECT r.agency_code AS agency, r.year, r.month, r.revision, r.version, r.status, f.measure,
      array_to_string(ARRAY[carried_over, newly_accepted, entrusted_out, withdrawn_or_cancelled,
        pulled_up_by_province, completed, terminated, reduced, in_progress, postponed_by_agreement,
        suspended_eligible, other_eligible, no_condition, postponed_or_suspended_other, separate_register],
        ',', '') AS figures
    FROM report_revision r
    LEFT JOIN report_figures f ON f.agency_code = r.agency_code AND f.year = r.year AND f.month = r.month
      AND f.revision = r.revision AND f.slice = 'total'
    WHERE r.status <> 'SUPERSEDED' AND r.agency_code = ANY (${agencies})
      AND ((r.year = ANY (${years}::int[]) AND r.month <= ${lastMonth})
        OR (r.year + 1 = ANY (${years}::int[]) AND r.month = 12))
    ORDER BY r.agency_code, r.year, r.month, r.revision`;
}

type CountRow = {
  agency: string;
  year: number;
  month: number;
  revision: number;
  code: CountCode;
  value: bigint;
};

function listCounts(tx: Tx, agencies: string[], years: number[]): Promise<CountRow[]> {
  return tx.$queryRaw<CountRow[]>`
    SELECT agency_code AS agency, year, month, revision, code, value FROM report_counts
    WHERE agency_code = ANY (${agencies}) AND year = ANY (${years}::int[]) AND value IS NOT NULL`;
}

/** The counts of each revision, by agency, period and number. */
function countsOfRows(rows: readonly CountRow[]): Map<string, Counts> {
  const known = new Map<string, Counts>();
  for (const { agency, revision, code, value, ...period } of rows) {
    const key = `${reportKey(agency, period)} ${revision}`;
    known.set(key, { ...known.get(key), [code]: value });
  }
  return known;
}

function reportsOfRows(
  rows: readonly FigureRow[],
  counts: ReadonlyMap<string, Counts>,
): Map<string, KnownReport[]> {
  const reports = new Map<string, KnownReport[]>();
  for (const { measure, figures, ...row } of rows) {
    const key = reportKey(row.agency, row);
    const known = reports.get(key) ?? [];
    const last = known.at(-1);
    const isSame = last?.revision === row.revision;
    const form = isSame ? last.figures : { cases: {}, money: {} };
    const report = {
      ...row,
      status: row.status as KnownStatus,
      figures: measure === null ? form : { ...form, [measure]: figuresOfText(figures ?? "") },
      counts: counts.get(`${key} ${row.revision}`) ?? {},
    };
    reports.set(key, [...(isSame ? known.slice(0, -1) : known), report]);
  }
  return reports;
}

function figuresOfText(text: string): Figures {
  const cells = text.split(",");
  const entries = INPUT_COLUMNS.flatMap((column, at) => {
    const cell = cells[at] ?? "";
    return cell === "" ? [] : [[column, BigInt(cell)] as const];
  });
  return Object.fromEntries(entries);
}
