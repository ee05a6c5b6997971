import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { freezeStandings } from "@/lib/campaigns/frozen/operations";
import { getFrozen, readWhole } from "@/lib/campaigns/frozen/queries";
import { changesSince, frozenRows } from "@/lib/campaigns/frozen/rules";
import { getCampaign } from "@/lib/campaigns/queries";
import { Failure } from "@/lib/core/failure";
import { loadCampaigns } from "@/prisma/seed/load-campaigns";
import { audited, loadReports, simpleReport } from "@/tests/factories/loaded-reports";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let staff: Actor;
let hash: string;

const key = { agency: "tc", code: "cao-diem-thads-2022", startsOn: "2022-04-01", phase: 1 };
const report = (agency: string, done: bigint) =>
  simpleReport(
    { agency, year: 2022, month: 9 },
    { cases: { done, eligible: 1_000n }, money: { done, eligible: 2_000n } },
  );
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );

beforeAll(async () => {
  db = await testDatabase();
  staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
  await audited(db.owner, (client) => loadCampaigns(client as never));
  expect(await codeOf(perform(freezeStandings, staff, key))).toBe("precondition");
  await loadReports(db.owner, [
    report("cuc-hung-yen", 800n),
    report("cuc-nghe-an", 749n),
    report("cc-325", 700n),
  ]);
  ({ hash } = await perform(freezeStandings, staff, key));
  // A correction: Nghệ An had finished one case more, and reaches its band.
  await audited(db.owner, async (client) => {
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(
      "UPDATE report_figures SET completed = 750, in_progress = 250 WHERE agency_code = 'cuc-nghe-an' AND measure = 'cases'",
    );
  });
}, 300_000);
afterAll(() => db.close());

test("what was signed stays, word for word, with every report it rests on and its hash in the audit", async () => {
  const { rows } = await db.owner.query("SELECT snapshot, hash FROM campaign_freeze");
  expect(createHash("sha256").update(rows[0].snapshot).digest("hex")).toBe(hash);
  const [frozen] = await getFrozen(staff, key.code);
  expect(frozen?.hash).toBe(hash);
  const line = frozen?.snapshot.standings.find(({ agency }) => agency === "cuc-nghe-an")?.lines[1];
  expect(line).toMatchObject({ numerator: "749", denominator: "1000", verdict: "NOT_MET" });
  expect(frozen?.snapshot.inputs.map(({ agency, casesDone }) => [agency, casesDone])).toEqual([
    ["cc-325", "700"],
    ["cuc-hung-yen", "800"],
    ["cuc-nghe-an", "749"],
  ]);
  const audit = await db.owner.query("SELECT payload FROM audit_entry WHERE action = 'campaign.freeze'");
  expect(audit.rows.map(({ payload }) => payload.hash)).toEqual([hash]);
});

test("the difference that is shown is what computing again gives", async () => {
  const [frozen] = await getFrozen(staff, key.code);
  const { campaign, live } = await getCampaign(staff, key.code);
  const again = await readWhole(campaign, 1);
  expect(again && live && frozenRows(again)).toEqual(live && frozenRows(live));
  expect(frozen?.changes).toEqual(
    changesSince(frozen?.snapshot.standings ?? [], live ? frozenRows(live) : []),
  );
  expect(frozen?.changes).toContainEqual({
    ...{ agency: "cuc-nghe-an", name: "Cục Thi hành án dân sự tỉnh Nghệ An", line: 1 },
    ...{ before: "749/1000 = 74.90 % NOT_MET", after: "750/1000 = 75.00 % MET" },
  });
});

test("a second signature, another's campaign and a phase that is not there are refused", async () => {
  expect(await codeOf(perform(freezeStandings, staff, key))).toBe("conflict");
  expect(await codeOf(perform(freezeStandings, staff, { ...key, phase: 7 }))).toBe("not-found");
  expect(await codeOf(perform(freezeStandings, staff, { ...key, code: "ke-hoach-thi-dua-2022" }))).toBe(
    "not-found",
  );
  const head = await createActor(db, { role: "APPROVER", agency: "cuc-hung-yen" });
  expect(await codeOf(perform(freezeStandings, head, key))).toBe("forbidden");
});

test("a province sees its own row of what was signed and no other", async () => {
  const clerk = await createActor(db, { role: "CLERK", agency: "cuc-hung-yen" });
  const [frozen] = await getFrozen(clerk, key.code);
  expect(frozen?.snapshot.standings.map(({ agency }) => agency)).toEqual(["cuc-hung-yen"]);
  expect(frozen?.snapshot.inputs.map(({ agency }) => agency)).toEqual(["cc-325", "cuc-hung-yen"]);
  expect(frozen?.changes.every(({ agency }) => agency === "cuc-hung-yen")).toBe(true);
});

test("the database keeps it: nothing changed, deleted, signed outside a review or with another hash", async () => {
  const asApplication = (sql: string) =>
    audited(db.owner, async (client) => {
      await client.query("SET LOCAL ROLE thads_app; SET LOCAL app.scope = '*'; SET LOCAL app.actor = 'x'");
      await client.query(sql);
    });
  const insert = (code: string, by = "x", sum = "sha256('{}')") =>
    `INSERT INTO campaign_freeze (campaign_code, phase, snapshot, hash, frozen_by, frozen_at)
     VALUES ('${code}', 0, '{}', encode(${sum}, 'hex'), '${by}', now())`;
  await expect(db.owner.query("UPDATE campaign_freeze SET snapshot = '{}'")).rejects.toThrow("append_only");
  await expect(asApplication("DELETE FROM campaign_freeze")).rejects.toThrow("permission denied");
  await expect(asApplication(insert("ke-hoach-thi-dua-2022"))).rejects.toThrow("freeze_outside_review");
  await expect(asApplication(insert(key.code, "y"))).rejects.toThrow("freeze_outside_review");
  await expect(asApplication(insert(key.code, "x", "sha256('x')"))).rejects.toThrow("freeze_hash");
  await expect(asApplication(insert(key.code))).resolves.toBeUndefined();
  await audited(db.owner, async (client) => {
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query("DELETE FROM campaign_freeze WHERE phase = 0");
  });
});
