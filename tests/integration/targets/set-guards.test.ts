import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { setTargets } from "@/lib/targets/operations";
import { issueTargetSet, putTargetSet } from "@/lib/targets/sets/operations";
import { audited } from "@/tests/factories/loaded-reports";
import { above, signed } from "@/tests/factories/target-sets";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let staff: Actor;

beforeAll(async () => {
  db = await testDatabase();
  staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
});
afterAll(() => db.close());

describe("guards of the database", () => {
  const asApplication = (sql: string) =>
    audited(db.owner, async (client) => {
      await client.query("SET LOCAL ROLE thads_app");
      await client.query(sql);
    });
  const issued = "(SELECT id FROM target_set WHERE year = 2024 AND state = 'ISSUED')";
  beforeAll(async () => {
    await perform(putTargetSet, staff, { year: 2024, ...signed, lines: [above("tc", "80")] });
    await perform(issueTargetSet, staff, { year: 2024 });
  });

  test.each([
    [
      "a line added to an issued set",
      `INSERT INTO target_line (set_id, position, agency_code, indicator, comparison, basis_points) VALUES (${issued}, 99, 'tc', 'R_M', 'above', 1)`,
      "target_lines_are_fixed",
    ],
    [
      "a line of it changed",
      `UPDATE target_line SET basis_points = 1 WHERE set_id = ${issued} AND indicator = 'R_C'`,
      "target_lines_are_fixed",
    ],
    ["a line of it removed", `DELETE FROM target_line WHERE set_id = ${issued}`, "target_lines_are_fixed"],
    ["its number rewritten", "UPDATE target_set SET number = 'x' WHERE year = 2024", "target_set_transition"],
    [
      "its way back to draft",
      "UPDATE target_set SET state = 'DRAFT', issued_by = NULL, issued_at = NULL WHERE year = 2024",
      "target_set_transition",
    ],
    [
      "its head changed while it is replaced",
      "UPDATE target_set SET state = 'REPLACED', replaced_at = now(), signer = 'x' WHERE year = 2024",
      "target_set_is_fixed",
    ],
    [
      "a set born issued",
      "INSERT INTO target_set (id, year, version, state, drafted_by, drafted_at, issued_by, issued_at) VALUES (gen_random_uuid(), 2011, 1, 'ISSUED', 'x', now(), 'x', now())",
      "target_set_starts_as_draft",
    ],
    [
      "two drafts of a year",
      "INSERT INTO target_set (id, year, version, drafted_by, drafted_at) VALUES (gen_random_uuid(), 2011, 1, 'x', now()), (gen_random_uuid(), 2011, 2, 'x', now())",
      "target_set_one_draft",
    ],
    [
      "a judged task",
      "INSERT INTO target (agency_code, year, indicator, comparison, basis_points) VALUES ('tc', 2011, 'T02', 'above', 1)",
      "target_indicator",
    ],
    [
      "a baseline in the future",
      "INSERT INTO target (agency_code, year, indicator, comparison, basis_points, baseline_year) VALUES ('tc', 2011, 'R_C', 'above', 1, 2011)",
      "target_baseline",
    ],
    [
      "a past of one's own making",
      "INSERT INTO target_past SELECT agency_code, 2011, 'R_C', 'above', 1, NULL, NULL, '', 1, now() - interval '1 day', now() FROM target LIMIT 1",
      "permission denied",
    ],
  ])("refuse %s", async (_, sql, refusal) => {
    await expect(asApplication(sql)).rejects.toThrow(refusal);
  });

  test("let a draft be written, and refuse it without a line of audit", async () => {
    const sql =
      "INSERT INTO target_set (id, year, version, drafted_by, drafted_at) VALUES (gen_random_uuid(), 2023, 1, 'x', now())";
    await asApplication(sql);
    await expect(db.owner.query(sql.replace("2023", "2011"))).rejects.toThrow("fact_without_audit");
  });
});

describe("history", () => {
  const known = async (year: number, at: Date | null) =>
    (
      await db.owner.query(
        "SELECT agency_code AS agency, basis_points AS points, version FROM targets_known($1, $2) ORDER BY 1, 2",
        [year, at],
      )
    ).rows.map(({ agency, points }) => [agency, points]);
  const instant = async () =>
    (await db.owner.query("SELECT clock_timestamp() AS at, pg_sleep(0.02)")).rows[0].at as Date;

  test("tells the targets as they were known at any instant; unchanged ones leave no trace", async () => {
    const before = await instant();
    await perform(setTargets, staff, { agency: "tc", year: 2010, R_C: { comparison: "above", pct: "70" } });
    const first = await instant();
    await perform(setTargets, staff, {
      agency: "cuc-ha-nam",
      year: 2010,
      R_C: { comparison: "above", pct: "75" },
    });
    await perform(setTargets, staff, { agency: "tc", year: 2010, R_C: { comparison: "above", pct: "71" } });
    const second = await instant();
    await audited(db.owner, async (client) => {
      await client.query("DELETE FROM target WHERE year = 2010 AND agency_code = 'tc'");
    });
    expect(await known(2010, before)).toEqual([]);
    expect(await known(2010, first)).toEqual([["tc", 7000]]);
    expect(await known(2010, second)).toEqual([
      ["cuc-ha-nam", 7500],
      ["tc", 7100],
    ]);
    expect(await known(2010, null)).toEqual([["cuc-ha-nam", 7500]]);
    expect(await known(2010, await instant())).toEqual([["cuc-ha-nam", 7500]]);
    const { rows } = await db.owner.query(
      "SELECT basis_points AS points FROM target_past WHERE year = 2010 ORDER BY known_from",
    );
    expect(rows).toEqual([{ points: 7000 }, { points: 7100 }]);
  });

  test("the application cannot say since when a target is known", async () => {
    await audited(db.owner, async (client) => {
      await client.query("SET LOCAL ROLE thads_app");
      await client.query(
        "INSERT INTO target (agency_code, year, indicator, comparison, basis_points, known_from) VALUES ('cuc-ha-nam', 2011, 'R_C', 'above', 1, '2000-01-01')",
      );
    });
    const { rows } = await db.owner.query(
      "SELECT known_from > now() - interval '1 hour' AS fresh FROM target WHERE year = 2011 AND agency_code = 'cuc-ha-nam'",
    );
    expect(rows).toEqual([{ fresh: true }]);
  });
});
