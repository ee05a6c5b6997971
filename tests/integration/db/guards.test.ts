import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

async function asApp(sql: string): Promise<unknown> {
  const client = await db.owner.connect();
  try {
    await client.query("BEGIN; SET LOCAL ROLE thads_app; SET LOCAL app.scope = '*'");
    return await client.query(sql);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

test("holds all 804 agencies and the twelve periods of every statistical year from 2010 to 2027", async () => {
  const { rows } = await db.owner.query(
    "SELECT (SELECT count(*)::int FROM agency) AS agencies, (SELECT count(*)::int FROM period) AS periods",
  );
  expect(rows[0]).toEqual({ agencies: 804, periods: 216 });
});

test("refuses two versions of one agency on the same day", async () => {
  await expect(
    db.owner.query(
      `INSERT INTO agency_version (id, agency_code, name, search_name, parent_code, valid_from)
       VALUES (gen_random_uuid(), 'cuc-hung-yen', 'X', 'x', 'tc', '2024-01-01')`,
    ),
  ).rejects.toThrow("agency_version_no_overlap");
});

test("refuses a fact written without a line of audit, and accepts it with one", async () => {
  const write = "UPDATE period SET status = 'OPEN' WHERE year = 2021 AND month = 1";
  await expect(db.owner.query(write)).rejects.toThrow("fact_without_audit");
  const audited = `BEGIN; SELECT audit_append('periods', 'test', 'period.open', 'period:2021:1', '{}'); ${write}; COMMIT`;
  await expect(db.owner.query(audited)).resolves.toBeDefined();
});

test.each([
  ["delete a report", "DELETE FROM report_revision"],
  ["delete figures", "DELETE FROM report_figures"],
  ["empty the audit", "TRUNCATE audit_entry"],
  ["rewrite the audit", "UPDATE audit_entry SET payload = '{}'"],
  ["write the audit past its function", "INSERT INTO audit_head VALUES ('x', 1, 'y')"],
  ["change the schema", "ALTER TABLE report_figures DROP COLUMN done"],
])("does not let the application's role %s", async (_what, sql) => {
  await expect(asApp(sql)).rejects.toThrow(/permission denied|must be owner|append_only/);
  await expect(asApp("SELECT count(*) FROM report_revision")).resolves.toBeDefined();
});
