import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { councilOperations as councils } from "@/lib/councils/operations";
import { listCouncils } from "@/lib/councils/queries";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let head: Actor;
let member: Actor;

beforeAll(async () => {
  db = await testDatabase();
  head = await createActor(db, { role: "APPROVER", agency: "cuc-hung-yen" });
  member = await createActor(db, { role: "CLERK", agency: "cuc-hung-yen" });
});
afterAll(() => db.close());

const refusal = (code: string) => expect.objectContaining({ code });
const agency = "cuc-hung-yen";
const found = { agency, level: "AGENCY", name: "Hội đồng Cục", decision: "12/QĐ", validFrom: "2022-01-01" };

test("the head founds the council, seats people from a day until a day, and the chain of the agency says so", async () => {
  const { council } = await perform(councils.create, head, found);
  await expect(perform(councils.create, head, found), "one at a time").rejects.toEqual(refusal("conflict"));
  const seat = { agency, council, validFrom: "2022-02-01" };
  await perform(councils.seat, head, { ...seat, login: head.login, role: "CHAIR" });
  const { seat: given } = await perform(councils.seat, head, {
    ...seat,
    login: member.login,
    role: "SECRETARY",
  });
  const again = { ...seat, login: member.login, role: "MEMBER" };
  await expect(perform(councils.seat, head, again)).rejects.toEqual(refusal("conflict"));
  const [seen] = await listCouncils(member);
  expect(seen).toMatchObject({ id: council, mayManage: false, runs: true });
  expect(seen?.seats.map(({ role }) => role)).toEqual(["CHAIR", "SECRETARY"]);
  const early = { agency, council, seat: given, validUntil: "2022-01-15" };
  await expect(perform(councils.endSeat, head, early)).rejects.toEqual(refusal("invalid"));
  await perform(councils.endSeat, head, { ...early, validUntil: "2022-03-01" });
  await perform(councils.seat, head, { ...again, validFrom: "2022-03-01" });
  expect(await listCouncils(member)).toMatchObject([{ runs: false }]);
  const { rows } = await db.owner.query(
    "SELECT action FROM audit_entry WHERE chain = $1 AND subject = $2 ORDER BY seq",
    [agency, `council:${council}`],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    ...["council.create", "council.seat", "council.seat", "council.endSeat", "council.seat"],
  ]);
});

test("a council of the Ministry sits at the General Department, and a council of another agency is as none", async () => {
  const central = { ...found, level: "MINISTRY" };
  await expect(perform(councils.create, head, central)).rejects.toEqual(refusal("invalid"));
  const staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
  const { council } = await perform(councils.create, staff, { ...central, agency: "tc" });
  const foreign = { agency, council, login: member.login, role: "MEMBER" };
  await expect(perform(councils.seat, head, foreign)).rejects.toEqual(refusal("not-found"));
  expect((await listCouncils(head)).some(({ id }) => id === council)).toBe(false);
});

test("auditors and administrators, who read every ballot's audit, sit on no council", async () => {
  const staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
  const { council } = await perform(councils.create, staff, { ...found, agency: "tc" });
  for (const role of ["AUDITOR", "ADMIN"] as const) {
    const { login } = await createActor(db, { role, agency: "tc" });
    const seat = { agency: "tc", council, login, role: "MEMBER" };
    await expect(perform(councils.seat, staff, seat)).rejects.toEqual(refusal("precondition"));
  }
});
