import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as download } from "@/app/api/exports/anchors/route";
import { getAnchors } from "@/lib/audit/anchors/queries";
import { getAuditPage } from "@/lib/audit/queries";
import { auditFilter } from "@/lib/audit/schema";
import type { Actor, Role } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import { makeAnchor } from "@/lib/db/anchor-file";
import { tokenFor } from "@/tests/factories/tokens";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let auditor: Actor;

beforeAll(async () => {
  db = await testDatabase();
  auditor = await createActor(db, { role: "AUDITOR", agency: "tc", login: "kiem.toan" });
  for (let at = 1; at <= 60; at += 1) {
    await append("cc-323", `report:cc-323:2021:${at}`, "report.save");
  }
  await append("cc-325", "report:cc-325:2021:1", "report.save", auditor.userId);
});
afterAll(() => db.close());

function append(chain: string, subject: string, action: string, actor = "test") {
  const payload = '{"changed": {"total.cases.completed": ["1", "2"]}}';
  return db.owner.query("SELECT audit_append($1, $2, $3, $4, $5::jsonb)", [
    chain,
    actor,
    action,
    subject,
    payload,
  ]);
}

const ask = (search: Record<string, unknown> = {}, actor = auditor) =>
  getAuditPage(actor, auditFilter.parse(search));

test("an auditor reads the newest lines first, by chain, subject, actor and page", async () => {
  const first = await ask({ chain: "cc-323" });
  expect([first.total, first.pages, first.lines.length]).toEqual([60, 2, 50]);
  expect(first.lines.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 50 }, (_, at) => 60 - at));
  expect((await ask({ chain: "cc-323", page: "2" })).lines).toHaveLength(10);
  expect((await ask({ subject: "CC-323:2021:7" })).total).toBe(1);
  expect((await ask({ subject: "%" })).total).toBe(0);
  const own = await ask({ actor: "kiem.toan" });
  expect(own.lines.map(({ actor, chain }) => [actor, chain])).toEqual([["kiem.toan", "cc-325"]]);
});

test("days are Vietnamese days, both included", async () => {
  const { rows } = await db.owner.query(
    "SELECT business_day()::text AS today, (business_day() - 1)::text AS before",
  );
  const { today, before } = rows[0];
  expect((await ask({ chain: "cc-323", from: today, to: today })).total).toBe(60);
  expect((await ask({ chain: "cc-323", to: before })).total).toBe(0);
  expect((await ask({ chain: "cc-323", from: "nonsense" })).total).toBe(60);
});

test("an administrator reads who did what, without figures", async () => {
  const admin = await createActor(db, { role: "ADMIN", agency: "tc" });
  const seen = await ask({ chain: "cc-325" }, admin);
  expect(seen.lines[0]).toMatchObject({ action: "report.save", payload: null });
  expect(JSON.stringify(seen)).not.toContain("total.cases.completed");
  expect((await ask({ chain: "cc-325" })).lines[0]?.payload).toHaveProperty("changed");
  expect((await ask({ chain: "users" }, admin)).lines[0]?.payload).not.toBeNull();
});

test.each<Role>(["CLERK", "APPROVER", "GENERAL_STAFF", "LEADER"])(
  "is not found by the role %s",
  async (role) => {
    const actor = await createActor(db, { role, agency: "tc" });
    await expect(ask({}, actor)).rejects.toMatchObject({ code: "not-found" });
  },
);

test("says whether the chains are whole, and names the place where one was broken", async () => {
  expect((await ask()).verified).toBeNull();
  expect((await ask({ verify: "1" })).verified?.problems).toEqual([]);
  const client = await db.owner.connect();
  await client.query("ALTER TABLE audit_entry DISABLE TRIGGER ALL");
  await client.query(
    "UPDATE audit_entry SET subject = 'report:cc-323:2021:99' WHERE chain = 'cc-323' AND seq = 7",
  );
  const { verified } = await ask({ verify: "1" });
  await client.query(
    "UPDATE audit_entry SET subject = 'report:cc-323:2021:7' WHERE chain = 'cc-323' AND seq = 7",
  );
  await client.query("ALTER TABLE audit_entry ENABLE TRIGGER ALL");
  client.release();
  expect(verified?.problems).toEqual([{ chain: "cc-323", seq: "7", problem: "text" }]);
});

test("an auditor sees the newest anchor and takes the file along, others find nothing", async () => {
  expect(await getAnchors(auditor)).toMatchObject({ count: 0, last: null, verified: null });
  const { hash, n } = await makeAnchor("lock", now());
  expect(await getAnchors(auditor, {})).toMatchObject({
    count: n,
    last: { n, hash, reason: "lock" },
    verified: { anchors: n, problems: [] },
  });
  const take = async ({ userId }: Actor) =>
    download(
      new Request("http://localhost/api/exports/anchors", {
        headers: { authorization: `Bearer ${await tokenFor(db, userId)}` },
      }),
      { params: Promise.resolve({}) },
    );
  const taken = await take(auditor);
  expect(taken.headers.get("content-disposition")).toContain("attachment");
  expect((await taken.text()).trimEnd().split("\n")).toHaveLength(n);
  expect((await take(await createActor(db, { role: "LEADER", agency: "tc" }))).status).toBe(404);
});
