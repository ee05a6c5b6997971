import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import { previewAgencyEvent } from "@/lib/agencies/events/queries";
import { recordAgencyEvent } from "@/lib/agencies/operations";
import { getOrganisation, listAgencyEvents } from "@/lib/agencies/queries";
import { agencyAsOf, relation } from "@/lib/agencies/rules";
import { type Actor, systemActor } from "@/lib/auth/actor";
import { actorOfUser } from "@/lib/auth/queries";
import { day } from "@/lib/core/day";
import { getReport } from "@/lib/results/queries";
import { approved, createOffice, setPeriod } from "@/tests/factories/reports";
import { createActor, createUser } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const operator = systemActor("test");
const decision = { decisionNumber: "12/QĐ-BTP", decisionDate: "2022-09-01", effectiveOn: "2022-10-01" };
const [eve, morrow] = [day("2022-09-30"), day("2022-10-01")];
let db: TestDatabase;
let admin: Actor;

beforeAll(async () => {
  db = await testDatabase();
  admin = await createActor(db, { role: "ADMIN", agency: "tc" });
});
afterAll(() => db.close());

const record = (event: Record<string, unknown>, by: Actor = admin) =>
  perform(recordAgencyEvent, by, { ...decision, ...event });
const versionsOf = async (code: string) =>
  (
    await db.owner.query(
      `SELECT name, parent_code, valid_from::text, valid_until::text FROM agency_version
       WHERE agency_code = $1 ORDER BY valid_from`,
      [code],
    )
  ).rows;

describe("the database", () => {
  const insert = (from: string, until: string | null, parent = "cuc-hung-yen") =>
    db.owner.query(
      `WITH line AS MATERIALIZED (SELECT audit_append('organisation', 'test', 'version', 'x', '{}'))
       INSERT INTO agency_version (id, agency_code, name, search_name, parent_code, valid_from, valid_until)
       SELECT gen_random_uuid(), 'cc-329', 'Chi cục', 'chi cuc', $3, $1::date, $2::date FROM line`,
      [from, until, parent],
    );
  test("refuses a version that overlaps another by a day, and takes one that does not", async () => {
    await expect(insert("2025-06-30", null)).rejects.toThrow("agency_version_no_overlap");
    await expect(insert("2005-01-01", "2009-11-02")).rejects.toThrow("agency_version_no_overlap");
    await insert("2005-01-01", "2009-11-01");
    expect(await versionsOf("cc-329")).toHaveLength(2);
  });
  test("refuses a version without a day, and an agency under itself", async () => {
    await expect(insert("2004-01-01", "2004-01-01")).rejects.toThrow("agency_version_not_empty");
    await expect(insert("2004-01-01", "2004-01-02", "cc-329")).rejects.toThrow(
      "agency_version_not_own_parent",
    );
  });
});

test("a new name leaves the old one readable, and is written in the chain of the organisation", async () => {
  const [before] = await versionsOf("cc-001");
  const { eventId } = await record({ kind: "RENAME", agency: "cc-001", name: "Chi cục Thử Đổi Tên" });
  const organisation = await getOrganisation();
  expect(agencyAsOf(organisation, "cc-001", eve)?.name).toBe(before?.name);
  expect(agencyAsOf(organisation, "cc-001", morrow)?.name).toBe("Chi cục Thử Đổi Tên");
  expect(await versionsOf("cc-001")).toMatchObject([
    { valid_until: "2022-10-01" },
    { valid_from: "2022-10-01", valid_until: before?.valid_until },
  ]);
  const audit = await db.owner.query(
    "SELECT action, actor_id, payload FROM audit_entry WHERE chain = 'organisation' AND subject = $1",
    [`event:${eventId}`],
  );
  expect(audit.rows).toMatchObject([
    { action: "agency.event", actor_id: admin.userId, payload: { kind: "RENAME", agencies: ["cc-001"] } },
  ]);
  const events = await listAgencyEvents("cc-001");
  expect(events.map(({ kind, effectiveOn }) => [kind, effectiveOn])).toEqual([
    ["RENAME", morrow],
    ["MERGE", "2025-07-01"],
  ]);
});

test("a merger keeps the past readable: the successor's staff read what its predecessors reported", async () => {
  const key = { agency: "cc-326", year: 2022, month: 1 };
  const [office, other] = [await createOffice(db, "cc-326"), await createOffice(db, "cc-328")];
  await setPeriod(db.owner, 2022, 1, "OPEN");
  await approved(office, key);
  const successor = {
    code: "cc-moi",
    kind: "DISTRICT",
    name: "Chi cục Liên huyện",
    parent: "cuc-hung-yen",
  };
  const { eventId } = await record({ kind: "MERGE", predecessors: ["cc-326", "cc-327"], successor });
  const organisation = await getOrganisation();
  expect(agencyAsOf(organisation, "cc-326", eve)?.parent).toBe("cuc-hung-yen");
  expect(agencyAsOf(organisation, "cc-326", morrow)).toBeNull();
  expect(agencyAsOf(organisation, "cc-moi", morrow)).toMatchObject({ validUntil: "2025-07-01" });
  expect(relation(organisation, "cc-moi", "cc-326", eve)).toBe("predecessor");
  expect(organisation.successors.get("cc-327")).toContain("cc-moi");
  expect(await listAgencyEvents("cc-moi")).toMatchObject([
    { id: eventId, predecessors: ["cc-326", "cc-327"], successors: [] },
  ]);
  const { userId } = await createUser(db, { role: "CLERK", agency: "cc-moi" });
  const reader = await actorOfUser(userId, "session");
  if (!reader) throw new Error("no actor");
  expect(await getReport(reader, key)).toMatchObject({ agency: "cc-326" });
  await expect(getReport(other.clerk, key)).rejects.toMatchObject({ code: "not-found" });
});

test("a move counts from its day: the old superior keeps the past, the new one has the future", async () => {
  await record({ kind: "MOVE", agency: "cc-325", parent: "cuc-thai-binh" });
  const organisation = await getOrganisation();
  const stands = (home: string, on: typeof eve) => relation(organisation, home, "cc-325", on);
  expect([stands("cuc-hung-yen", eve), stands("cuc-thai-binh", eve)]).toEqual(["child", "none"]);
  expect([stands("cuc-hung-yen", morrow), stands("cuc-thai-binh", morrow)]).toEqual(["none", "child"]);
});

test("a refused event leaves nothing behind", async () => {
  const count = async () => (await db.owner.query("SELECT count(*)::int AS n FROM agency_event")).rows[0].n;
  const before = [await count(), await versionsOf("cuc-hung-yen")];
  await expect(record({ kind: "ABOLISH", agency: "cuc-hung-yen" })).rejects.toMatchObject({
    code: "precondition",
    message: expect.stringContaining("không còn cấp trên"),
  });
  expect([await count(), await versionsOf("cuc-hung-yen")]).toEqual(before);
});

test("two events at once are recorded one after the other, or one is refused; no gap and no overlap", async () => {
  const days = ["2023-01-01", "2023-06-01", "2023-03-01"];
  const tries = await Promise.allSettled(
    days.map((effectiveOn) =>
      record({ kind: "RENAME", agency: "cc-330", name: `Tên ${effectiveOn}`, effectiveOn }),
    ),
  );
  const refused = tries.filter((each) => each.status === "rejected");
  for (const { reason } of refused) expect(["conflict", "precondition"]).toContain(reason.code);
  expect(refused.length).toBeLessThan(3);
  const versions = await versionsOf("cc-330");
  expect(versions).toHaveLength(1 + 3 - refused.length);
  for (const [index, { valid_until }] of versions.entries()) {
    expect(valid_until).toBe(versions[index + 1]?.valid_from ?? "2025-07-01");
  }
});

test.each(["CLERK", "APPROVER", "GENERAL_STAFF", "LEADER", "AUDITOR"] as const)(
  "lets no %s change the organisation",
  async (role) => {
    const actor = await createActor(db, { role, agency: "cuc-hung-yen" });
    const event = { kind: "RENAME", agency: "cc-331", name: "Tên khác" };
    await expect(record(event, actor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(previewAgencyEvent(actor, { ...decision, ...event })).rejects.toMatchObject({
      code: "not-found",
    });
  },
);

test("the machine's operator may, and is named", async () => {
  await record({ kind: "RENAME", agency: "cc-332", name: "Tên từ dòng lệnh" }, operator);
  const { rows } = await db.owner.query(
    "SELECT recorded_by FROM agency_event ORDER BY recorded_at DESC LIMIT 1",
  );
  expect(rows).toEqual([{ recorded_by: "system:test" }]);
});
