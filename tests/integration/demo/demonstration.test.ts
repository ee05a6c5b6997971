import { afterAll, beforeAll, expect, test } from "vitest";
import { HISTORY_SOURCE } from "@/prisma/seed/history/load";
import { loadDemo } from "@/prisma/seed/load-demo";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await loadDemo(db.url, () => undefined);
}, 120_000);
afterAll(() => db.close());

const sums = `
  SELECT sum(total_enforceable)::text AS enforceable, sum(eligible)::text AS eligible, sum(done)::text AS done, count(*)::int AS units
  FROM report_figures WHERE year = 2022 AND month = $1 AND measure = $2 AND standing = 'EFFECTIVE' AND slice = 'total'`;

test.each([
  { month: 12, measure: "cases", enforceable: "861529", eligible: "653719", done: "539290" },
  { month: 6, measure: "cases", enforceable: "587739", eligible: "410615", done: "202015" },
  {
    month: 6,
    measure: "money",
    enforceable: "292475365061000",
    eligible: "159795801768000",
    done: "35183572922000",
  },
])(
  "adds up to the published national $measure of month $month, all 768 units",
  async ({ month, measure, ...published }) => {
    const { rows } = await db.owner.query(sums, [month, measure]);
    expect(rows[0]).toEqual({ ...published, units: 768 });
  },
);

test("keeps Hưng Yên 2021 as it was imported", async () => {
  const { rows } = await db.owner.query(
    `SELECT measure, sum(done)::text AS done, sum(eligible)::text AS eligible FROM report_figures
     WHERE year = 2021 AND month = 12 AND standing = 'EFFECTIVE'
       AND agency_code IN (SELECT v.agency_code FROM agency_version v WHERE 'cuc-hung-yen' IN (v.agency_code, v.parent_code))
     GROUP BY measure ORDER BY measure`,
  );
  expect(rows).toEqual([
    { measure: "cases", done: "4316", eligible: "5135" },
    { measure: "money", done: "400582000000", eligible: "951501187648" },
  ]);
});

test("has the generated years 2018 to 2021 before it: locked, illustrative, their source said", async () => {
  const { rows } = await db.owner.query(
    `SELECT year, count(*)::int AS reports, bool_and(status = 'LOCKED' AND illustrative) AS marked,
       array_agg(DISTINCT source) AS sources
     FROM report_revision WHERE kind = 'HISTORY' GROUP BY year ORDER BY year`,
  );
  const whole = { reports: 9216, marked: true, sources: [HISTORY_SOURCE] };
  const years = [2018, 2019, 2020].map((year) => ({ year, ...whole }));
  expect(rows).toEqual([...years, { year: 2021, ...whole, reports: 757 * 12 }]);
});

test("opens every year with 18 − 19 of the year before, from the first generated one to the present", async () => {
  const { rows } = await db.owner.query(
    `SELECT n.year, count(*)::int AS chained,
       count(*) FILTER (WHERE n.carried_over <> o.carried_forward - o.separate_register)::int AS broken
     FROM report_figures n JOIN report_figures o USING (agency_code, measure, slice)
     WHERE n.month = 1 AND o.year = n.year - 1 AND o.month = 12 AND slice = 'total'
       AND n.standing = 'EFFECTIVE' AND o.standing = 'EFFECTIVE' GROUP BY n.year ORDER BY n.year`,
  );
  expect(rows.filter(({ year }) => year <= 2022)).toEqual(
    [2019, 2020, 2021, 2022].map((year) => ({ year, chained: 1536, broken: 0 })),
  );
});

test("opens only the demonstration's current period, and something is in every state there", async () => {
  const open = await db.owner.query("SELECT year, month FROM period WHERE status = 'OPEN'");
  expect(open.rows).toEqual([{ year: 2023, month: 1 }]);
  const states = await db.owner.query(
    "SELECT DISTINCT status FROM report_revision WHERE year = 2023 ORDER BY 1",
  );
  expect(states.rows.map(({ status }) => status)).toEqual(["APPROVED", "DRAFT", "RETURNED", "SUBMITTED"]);
});

test("shows corrected reports with their earlier revision still there", async () => {
  const { rows } = await db.owner.query(
    `SELECT status, count(*)::int AS count FROM report_revision r WHERE EXISTS (
       SELECT FROM report_revision s WHERE (s.agency_code, s.year, s.month) = (r.agency_code, r.year, r.month) AND s.revision = 2
         AND s.status <> 'DRAFT')
     GROUP BY status ORDER BY status`,
  );
  expect(rows).toEqual([
    { status: "APPROVED", count: 6 },
    { status: "SUPERSEDED", count: 6 },
  ]);
});

test("marks what was generated, and only that", async () => {
  const { rows } = await db.owner.query(
    "SELECT year, bool_and(illustrative) AS every, bool_or(illustrative) AS any FROM report_revision GROUP BY year ORDER BY year",
  );
  expect(rows.filter(({ year }) => year >= 2022).every(({ every }) => every)).toBe(true);
});

test("leaves a chain of audit that verifies", async () => {
  expect((await db.owner.query("SELECT * FROM audit_verify()")).rows).toEqual([]);
});
