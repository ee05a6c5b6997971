import { afterAll, beforeAll, expect, test } from "vitest";
import { getOrganisation } from "@/lib/agencies/queries";
import { can } from "@/lib/auth/permissions";
import { day } from "@/lib/core/day";
import { lastDay } from "@/lib/core/period";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const september2022 = lastDay({ year: 2022, month: 12 });

test("a successor's staff read what its predecessors reported, and its predecessors' districts", async () => {
  const actor = await createActor(db, { role: "LEADER", agency: "thads-ha-noi" });
  const organisation = await getOrganisation();
  expect(can(actor, "results.read", { agency: "cuc-ha-noi", day: september2022 }, organisation)).toBe(true);
  expect(actor.reach).toContain("cuc-ha-noi");
  expect(can(actor, "results.read", { agency: "cuc-hung-yen", day: september2022 }, organisation)).toBe(
    false,
  );
  expect(actor.reach).not.toContain("cuc-hung-yen");
});

test("a predecessor's staff do not read their successor", async () => {
  const actor = await createActor(db, { role: "LEADER", agency: "cuc-ha-noi" });
  const organisation = await getOrganisation();
  expect(can(actor, "results.read", { agency: "thads-ha-noi", day: day("2026-09-30") }, organisation)).toBe(
    false,
  );
  expect(can(actor, "results.read", { agency: "cuc-ha-noi", day: september2022 }, organisation)).toBe(true);
});

test("a district's clerk sees the own unit, not a sibling nor the province", async () => {
  const organisation = await getOrganisation();
  const districts = [...organisation.versions.values()]
    .flat()
    .filter(({ parent }) => parent === "cuc-hung-yen");
  const [own, sibling] = districts.map(({ agency }) => agency);
  if (!own || !sibling) throw new Error("Hưng Yên has no districts");
  const actor = await createActor(db, { role: "CLERK", agency: own });
  const reads = (agency: string) => can(actor, "results.read", { agency, day: september2022 }, organisation);
  expect([own, sibling, "cuc-hung-yen"].map(reads)).toEqual([true, false, false]);
  expect(actor.reach).toEqual([own]);
});

test("the General Department and auditors reach every row, an administrator none", async () => {
  const reachOf = async (role: "LEADER" | "GENERAL_STAFF" | "AUDITOR" | "ADMIN", agency: string) =>
    (await createActor(db, { role, agency })).reach;
  const { rows } = await db.owner.query(
    "SELECT code FROM agency WHERE kind = 'GENERAL_DEPARTMENT' ORDER BY code",
  );
  const department: string = rows[0].code;
  expect(await reachOf("LEADER", department)).toBe("*");
  expect(await reachOf("GENERAL_STAFF", department)).toBe("*");
  expect(await reachOf("AUDITOR", department)).toBe("*");
  expect(await reachOf("ADMIN", department)).toEqual([]);
});

test("only assignments in force today count, an acting head's until the last day", async () => {
  const agency = "cuc-hung-yen";
  const assignmentsOf = async (traits: { validFrom?: string; validUntil?: string; acting?: boolean }) =>
    (await createActor(db, { role: "APPROVER", agency, ...traits })).assignments;
  expect(await assignmentsOf({ validUntil: "2020-01-01" })).toEqual([]);
  expect(await assignmentsOf({ validFrom: "2099-01-01" })).toEqual([]);
  expect(await assignmentsOf({ validUntil: "2099-01-01", acting: true })).toEqual([
    { role: "APPROVER", agency, acting: true },
  ]);
});
