import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createOffice, goodFigures, save, setPeriod } from "@/tests/factories/reports";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const LINES = 20;
const PER_KIND = 15;

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  const { clerk } = await createOffice(db, "cc-323");
  await setPeriod(db.owner, 2012, 1, "OPEN");
  const key = { agency: "cc-323", year: 2012, month: 1 };
  for (let at = 0; at < LINES; at += 1) await save(clerk, key, at, goodFigures(1, at + 1));
});
afterAll(() => db.close());

const where = "WHERE chain = 'cc-323' AND seq = $1";
/** What an owner of the database could try, past the guards, on one line of the chain. */
const tampers: Record<string, string> = {
  payload: `UPDATE audit_entry SET payload = payload || '{"version": 999}' ${where}`,
  actor: `UPDATE audit_entry SET actor_id = 'somebody-else' ${where}`,
  moment: `UPDATE audit_entry SET at = at - interval '1 day' ${where}`,
  action: `UPDATE audit_entry SET action = 'report.approve' ${where}`,
  "text and payload": `UPDATE audit_entry SET payload = '{}', text = replace(text, payload::text, '{}') ${where}`,
  "text with a new hash": `UPDATE audit_entry SET text = text || 'x',
    hash = encode(sha256(convert_to(prev_hash || text || 'x', 'UTF8')), 'hex') ${where}`,
  removal: `DELETE FROM audit_entry ${where}`,
};

async function problemsAfter(client: pg.PoolClient, sql: string | null, seq: number): Promise<number> {
  await client.query("BEGIN");
  try {
    await client.query("ALTER TABLE audit_entry DISABLE TRIGGER USER");
    if (sql !== null) expect((await client.query(sql, [seq])).rowCount).toBe(1);
    return (await client.query("SELECT * FROM audit_verify()")).rows.length;
  } finally {
    await client.query("ROLLBACK");
  }
}

test("R10: finds every tampering of the owner with a line of audit, the last line included", async () => {
  const client = await db.owner.connect();
  let [tried, found] = [0, 0];
  try {
    expect(await problemsAfter(client, null, 1)).toBe(0);
    for (const sql of Object.values(tampers)) {
      for (let at = 0; at < PER_KIND; at += 1) {
        tried += 1;
        if ((await problemsAfter(client, sql, LINES - at)) > 0) found += 1;
      }
    }
  } finally {
    client.release();
  }
  process.stdout.write(`R10 audit tampers found: ${found} of ${tried}; untouched chain: 0 problems\n`);
  expect(found).toBe(tried);
  expect(tried).toBeGreaterThanOrEqual(105);
});

test("R10: does not let the owner rewrite a line while the guards stand", async () => {
  await expect(db.owner.query("UPDATE audit_entry SET payload = '{}'")).rejects.toThrow(
    "audit_is_append_only",
  );
  await expect(db.owner.query("DELETE FROM audit_entry")).rejects.toThrow("audit_is_append_only");
});
