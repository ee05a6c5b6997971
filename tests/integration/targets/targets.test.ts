import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET, PUT } from "@/app/api/v1/targets/[agency]/[year]/route";
import { perform } from "@/lib/actions/perform";
import { type Actor, systemActor } from "@/lib/auth/actor";
import { setTargets, setTargetsByForm } from "@/lib/targets/operations";
import { getTargets, listTargets } from "@/lib/targets/queries";
import { tokenFor } from "@/tests/factories/tokens";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const operator = systemActor("test");
const above = (pct: string) => ({ comparison: "above", pct });
let db: TestDatabase;
let staff: Actor;
let clerk: Actor;

beforeAll(async () => {
  db = await testDatabase();
  staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
  clerk = await createActor(db, { role: "CLERK", agency: "cc-325" });
});
afterAll(() => db.close());

const rowsOf = async (agency: string, year: number) =>
  (
    await db.owner.query(
      `SELECT indicator, comparison, basis_points, version FROM target
       WHERE agency_code = $1 AND year = $2 ORDER BY indicator`,
      [agency, year],
    )
  ).rows;

test("an agency without a line of its own sees its superior's, and whose it is", async () => {
  await perform(setTargets, staff, { agency: "tc", year: 2021, R_C: above("81.50"), R_M: above("40.10") });
  await perform(setTargets, staff, { agency: "cuc-hung-yen", year: 2021, R_C: above("83,00") });
  const { lines } = await getTargets(clerk, "cc-325", 2021);
  expect(lines).toMatchObject({
    R_C: { comparison: "above", pct: "83.00", inheritedFrom: "cuc-hung-yen" },
    R_M: { pct: "40.10", inheritedFrom: "tc" },
  });
  expect((await getTargets(staff, "cuc-hung-yen", 2021)).lines.R_C?.inheritedFrom).toBeNull();
});

test("a new assignment replaces the line, steps its version, and is audited with what stood before", async () => {
  await perform(setTargets, staff, {
    agency: "cuc-ha-nam",
    year: 2020,
    R_C: above("80.00"),
    R_M: above("38"),
  });
  await perform(setTargets, staff, {
    agency: "cuc-ha-nam",
    year: 2020,
    R_M: { comparison: "higherThanBaseline", pct: "50" },
  });
  expect(await rowsOf("cuc-ha-nam", 2020)).toEqual([
    { indicator: "R_C", comparison: "above", basis_points: 8000, version: 1 },
    { indicator: "R_M", comparison: "higherThanBaseline", basis_points: 0, version: 2 },
  ]);
  const { rows } = await db.owner.query(
    "SELECT payload FROM audit_entry WHERE chain = 'targets' AND subject = $1 ORDER BY seq",
    ["target:cuc-ha-nam:2020:R_M"],
  );
  expect(rows).toMatchObject([
    { payload: { before: null, after: { basisPoints: 3800 } } },
    { payload: { before: { basisPoints: 3800 }, after: { comparison: "higherThanBaseline" } } },
  ]);
});

test("the page's flat form assigns only the indicator that is filled in", async () => {
  await perform(setTargetsByForm, staff, { agency: "cuc-nam-dinh", year: "2019", money: "35,5" });
  expect(await rowsOf("cuc-nam-dinh", 2019)).toMatchObject([{ indicator: "R_M", basis_points: 3550 }]);
});

test("the list holds the nation and its provinces, the nation first, for those who may read them", async () => {
  const all = await listTargets(operator, 2021);
  expect(all).toHaveLength(64);
  expect(all[0]?.agency).toBe("tc");
  expect((await listTargets(clerk, 2021)).map(({ agency }) => agency)).toEqual([]);
  const leader = await createActor(db, { role: "LEADER", agency: "cuc-hung-yen" });
  expect((await listTargets(leader, 2021)).map(({ agency }) => agency)).toEqual(["cuc-hung-yen"]);
});

test("an agency outside one's scope, of another time, or of none looks the same", async () => {
  for (const [agency, year] of [
    ["cc-001", 2021],
    ["thads-hung-yen", 2021],
    ["khong-co", 2021],
  ] as const) {
    await expect(getTargets(clerk, agency, year)).rejects.toMatchObject({ code: "not-found" });
  }
  const nowhere = perform(setTargets, staff, { agency: "thads-hung-yen", year: 2021, R_C: above("80") });
  await expect(nowhere).rejects.toMatchObject({ code: "not-found" });
});

test.each(["CLERK", "APPROVER", "LEADER", "AUDITOR", "ADMIN"] as const)("lets no %s assign", async (role) => {
  const actor = await createActor(db, { role, agency: "tc" });
  const input = { agency: "cuc-hung-yen", year: 2018 };
  await expect(perform(setTargets, actor, { ...input, R_C: above("1") })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(perform(setTargetsByForm, actor, { ...input, cases: "1" })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await rowsOf("cuc-hung-yen", 2018)).toEqual([]);
});

describe("the API", () => {
  const call = async (actor: Actor, path: [string, string], body?: unknown) => {
    const [agency, year] = path;
    const request = new Request(`http://localhost/api/v1/targets/${agency}/${year}`, {
      headers: { authorization: `Bearer ${await tokenFor(db, actor.userId)}` },
      ...(body !== undefined && { method: "PUT", body: JSON.stringify(body) }),
    });
    const answer = await (body === undefined ? GET : PUT)(request, {
      params: Promise.resolve({ agency, year }),
    });
    return { status: answer.status, body: await answer.json() };
  };

  test("stores and answers what was assigned", async () => {
    const wanted = { R_C: above("83.00"), R_M: { comparison: "atLeast", pct: "40.1" } };
    const { status, body } = await call(staff, ["cuc-hung-yen", "2022"], wanted);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      agency: "cuc-hung-yen",
      year: 2022,
      R_C: { comparison: "above", pct: "83.00", inheritedFrom: null },
      R_M: { comparison: "atLeast", pct: "40.10" },
    });
    expect((await call(clerk, ["cc-325", "2022"])).body.R_C.inheritedFrom).toBe("cuc-hung-yen");
  });
  test.each([
    [{}],
    [{ R_C: { comparison: "over", pct: "1" } }],
    [{ R_C: { comparison: "above", pct: 83 } }],
    [{ R_C: above("83.00"), by: "x" }],
    [[]],
    ["R_C"],
    [null],
  ])("answers 422 to %j", async (body) => {
    expect((await call(staff, ["cuc-hung-yen", "2022"], body)).status).toBe(422);
  });
  test("answers 404 alike for what is missing and what is not one's own", async () => {
    const [missing, foreign, notAllowed] = await Promise.all([
      call(clerk, ["khong-co", "2022"]),
      call(clerk, ["cc-001", "2022"]),
      call(clerk, ["cc-325", "2022"], { R_C: above("1") }),
    ]);
    expect([missing.status, foreign.status, notAllowed.status]).toEqual([404, 404, 404]);
    expect(foreign.body).toEqual(missing.body);
    expect(notAllowed.body).toEqual(missing.body);
    expect((await call(clerk, ["cc-325", "nam-nay"])).status).toBe(422);
  });
});
