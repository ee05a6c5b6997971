import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCampaigns } from "@/prisma/seed/load-campaigns";
import { audited } from "@/tests/factories/loaded-reports";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
const code = "thads-nong-thon-moi-2016-2020";

beforeAll(async () => {
  db = await testDatabase();
  await audited(db.owner, async (client) => {
    await loadCampaigns(client as never);
    // The movement is long over: for this test it runs again.
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(
      "UPDATE campaign SET state = 'RUNNING', closed_at = NULL WHERE code LIKE 'thads-nong%'",
    );
  });
}, 300_000);
afterAll(() => db.close());

describe("guards of the database", () => {
  const asApplication = (sql: string) =>
    audited(db.owner, async (client) => {
      await client.query("SET LOCAL ROLE thads_app; SET LOCAL app.scope = '*'; SET LOCAL app.actor = 'x'");
      await client.query(sql);
    });
  const activity = (more = "") =>
    `INSERT INTO campaign_activity (id, campaign_code, agency_code, kind, place, happened_on, quantity, description, reported_by, reported_at${more ? ", state, decided_by, decided_at" : ""})
     VALUES ('00000000-0000-4000-8000-000000000001', '${code}', 'cuc-hung-yen', 'GIFT', 'x', '2018-01-01', 1, 'x', 'x', now()${more})`;
  const evidence = (type: string, bytes: string, size: number) =>
    `${activity()}; INSERT INTO campaign_evidence (id, activity_id, agency_code, name, type, size, sha256, bytes, added_by, added_at)
     VALUES (gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'cuc-hung-yen', 'a', '${type}', ${size}, encode(sha256('${bytes}'), 'hex'), '${bytes}', 'x', now())`;
  test.each([
    ["an activity born verified", activity(", 'VERIFIED', 'y', now()"), "activity_starts_reported"],
    ["a day outside", activity().replace("2018-01-01", "2022-01-01"), "activity_outside_campaign"],
    [
      "one in a closed campaign",
      activity().replace(code, "cao-diem-ben-tre-2020").replace("2018-01-01", "2020-05-01"),
      "campaign_not_open",
    ],
    [
      "a report in another's name",
      activity().replace("'x', 'x', now()", "'x', 'z', now()"),
      "activity_starts_reported",
    ],
    [
      "a report verified by its author",
      `${activity()}; UPDATE campaign_activity SET state = 'VERIFIED', decided_by = 'x', decided_at = now() WHERE reported_by = 'x'`,
      "activity_four_eyes",
    ],
    [
      "a report rewritten",
      `${activity()}; UPDATE campaign_activity SET quantity = 9, state = 'WITHDRAWN' WHERE reported_by = 'x'`,
      "activity_is_fixed",
    ],
    ["a page as a picture", evidence("image/png", "<svg", 4), "evidence_content"],
    ["a wrong size", evidence("application/pdf", "%PDF-1.7", 9), "evidence_size"],
    [
      "evidence changed",
      `${evidence("application/pdf", "%PDF-1.7", 8)}; UPDATE campaign_evidence SET name = 'b'`,
      "permission denied",
    ],
    ["an activity deleted", "DELETE FROM campaign_activity", "permission denied"],
  ])("%s is refused", async (_what, sql, sign) => {
    await expect(asApplication(sql)).rejects.toThrow(sign);
  });

  test("control: what keeps to them is accepted", async () => {
    await expect(
      asApplication(evidence("application/pdf", "%PDF-1.7", 8).replaceAll("00000001", "00000002")),
    ).resolves.toBeUndefined();
  });
});
