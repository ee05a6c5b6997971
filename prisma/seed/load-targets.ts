import type pg from "pg";
import { cell, optionalCell, readCsv } from "./csv";
import { readTargets } from "./reference";

type LineSeed = {
  agency: string;
  indicator: string;
  comparison: string;
  basisPoints: number | null;
  countValue: string | null;
  baselineYear: number | null;
  scope: string;
  wording: string;
  source: string;
};

/** What the emulation plan of 2022 asks for, the tasks without a number included. */
function readLines2022(): LineSeed[] {
  return readCsv("target-lines-2022.csv").map((row) => {
    const [pct, baselineYear] = [optionalCell(row, "pct"), optionalCell(row, "baseline_year")];
    return {
      agency: cell(row, "agency"),
      indicator: cell(row, "indicator"),
      comparison: cell(row, "comparison"),
      basisPoints: pct === null ? null : Math.round(Number(pct) * 100),
      countValue: optionalCell(row, "count"),
      baselineYear: baselineYear === null ? null : Number(baselineYear),
      scope: cell(row, "scope"),
      wording: cell(row, "wording"),
      source: cell(row, "source"),
    };
  });
}

/** The lines of each year: those assigned to agencies, and for 2022 the whole plan before them. */
function linesByYear(): Map<number, LineSeed[]> {
  const plan = readLines2022();
  const years = new Map<number, LineSeed[]>([[2022, plan]]);
  for (const { agency, year, indicator, comparison, basisPoints, source } of readTargets()) {
    const lines = years.get(year) ?? [];
    years.set(year, lines);
    const isPlanned = lines.some(
      (line) => line.comparison !== "tracked" && line.agency === agency && line.indicator === indicator,
    );
    if (isPlanned) continue;
    const bare = { countValue: null, baselineYear: null, scope: "", wording: "" };
    lines.push({ agency, indicator, comparison, basisPoints, source, ...bare });
  }
  return years;
}

/** One issued set for each year, known since the day before the year began; numbers and signers are illustrative. */
export async function loadTargets(client: pg.Client): Promise<void> {
  for (const [year, lines] of linesByYear()) {
    const eve = `${year - 1}-09-30T02:00:00Z`;
    const basis =
      year === 2022
        ? "Kế hoạch phát động phong trào thi đua năm 2022 của Tổng cục THADS; chỉ tiêu riêng của tỉnh theo nguồn từng dòng"
        : "Tổng hợp từ nguồn công bố của từng dòng";
    await client.query(
      `INSERT INTO target_set (id, year, version, number, signed_on, signer, legal_basis, state, drafted_by, drafted_at,
         issued_by, issued_at)
       VALUES (gen_random_uuid(), $1, 1, $2, $3::timestamptz::date, $4, $5, 'ISSUED', 'system:seed', $3, 'system:seed', $3)`,
      [year, `Giao chỉ tiêu năm ${year} (minh họa)`, eve, "Tổng cục trưởng (minh họa)", basis],
    );
    await client.query(
      `INSERT INTO target_line (set_id, position, agency_code, indicator, comparison, basis_points, count_value,
         baseline_year, scope, wording, source)
       SELECT s.id, l.position, l.agency, l.indicator, l.comparison, l."basisPoints", l."countValue", l."baselineYear",
         l.scope, l.wording, l.source
       FROM target_set s, jsonb_to_recordset($2::jsonb) AS l (position int, agency text, indicator text,
         comparison text, "basisPoints" int, "countValue" bigint, "baselineYear" int, scope text, wording text,
         source text) WHERE s.year = $1`,
      [year, JSON.stringify(lines.map((line, at) => ({ position: at + 1, ...line })))],
    );
    await client.query(
      `INSERT INTO target (agency_code, year, indicator, comparison, basis_points, count_value, baseline_year, source,
         known_from)
       SELECT l.agency_code, s.year, l.indicator, l.comparison, coalesce(l.basis_points, 0), l.count_value,
         l.baseline_year, l.source, s.issued_at
       FROM target_set s JOIN target_line l ON l.set_id = s.id WHERE s.year = $1 AND l.comparison <> 'tracked'`,
      [year],
    );
  }
}
