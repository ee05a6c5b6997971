import { createServer } from "node:http";
import pg from "pg";

/**
 * The floor: the least a server can do for the same numbers. No login, no rights, no audit, no rules: a bare
 * node:http over the same rows of the same database. Run as a process of its own: floor.ts DATABASE_URL PORT.
 */
const [url, port] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 12 });
pool.on("error", () => undefined);

const standings = {
  name: "standings",
  text: `
    SELECT json_agg(json_build_array(province, measure, done::text, eligible::text, reported))::text AS json FROM (
      SELECT CASE a.kind WHEN 'PROVINCE' THEN v.agency_code ELSE v.parent_code END AS province, f.measure,
        sum(f.done) AS done, sum(f.eligible) AS eligible, count(*) AS reported
      FROM report_figures f
      JOIN agency_version v ON v.agency_code = f.agency_code AND v.valid_from <= '2022-09-30'
        AND (v.valid_until IS NULL OR v.valid_until > '2022-09-30')
      JOIN agency a ON a.code = f.agency_code
      WHERE f.year = 2022 AND f.month = 12 AND f.standing = 'EFFECTIVE' AND f.slice = 'total'
      GROUP BY 1, 2) board
    UNION ALL
    SELECT json_agg(json_build_array(month, measure, done::text, eligible::text) ORDER BY month)::text FROM (
      SELECT month, measure, sum(done) AS done, sum(eligible) AS eligible FROM report_figures
      WHERE year = 2022 AND standing = 'EFFECTIVE' AND slice = 'total' GROUP BY month, measure) series`,
};

const save = {
  name: "save",
  text: `
    INSERT INTO bench_floor (agency, year, month, measure, figures, version) VALUES
      ($1, 2022, 1, 'cases', $2::bigint[], 1), ($1, 2022, 1, 'money', $3::bigint[], 1)
    ON CONFLICT (agency, year, month, measure) DO UPDATE SET figures = excluded.figures, version = bench_floor.version + 1
    RETURNING version`,
};

async function bodyOf(
  request: AsyncIterable<Buffer>,
): Promise<{ agency: string; cases: string[]; money: string[] }> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
}

const server = createServer(async (request, response) => {
  try {
    if (request.method === "PUT") {
      const { agency, cases, money } = await bodyOf(request);
      const { rows } = await pool.query({ ...save, values: [agency, cases, money] });
      response.end(JSON.stringify(rows[0]));
      return;
    }
    const { rows } = await pool.query(standings);
    response.setHeader("content-type", "application/json");
    response.end(`{"standings":${rows[0].json},"series":${rows[1].json}}`);
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error));
  }
});
server.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
process.on("SIGTERM", () => process.exit(0));
