import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST } from "@/app/api/v1/target-sets/[year]/issue/route";
import { GET, PUT } from "@/app/api/v1/target-sets/[year]/route";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { setTargets } from "@/lib/targets/operations";
import { getTargets } from "@/lib/targets/queries";
import { cascadeTargets, draftTargetSet, issueTargetSet, putTargetSet } from "@/lib/targets/sets/operations";
import { getTargetSet, listTargetSets } from "@/lib/targets/sets/queries";
import { above, signed } from "@/tests/factories/target-sets";
import { tokenFor } from "@/tests/factories/tokens";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let staff: Actor;
let clerk: Actor;

beforeAll(async () => {
  db = await testDatabase();
  staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
  clerk = await createActor(db, { role: "CLERK", agency: "cc-325" });
});
afterAll(() => db.close());

const targetsIn = async (year: number) =>
  (
    await db.owner.query(
      `SELECT agency_code AS agency, indicator, comparison, basis_points AS points, baseline_year AS baseline,
         count_value AS count, source FROM target WHERE year = $1 ORDER BY agency_code, indicator`,
      [year],
    )
  ).rows;

describe("a set of a year", () => {
  test("is drafted, issued, and only its judged lines become targets", async () => {
    const lines = [
      above("tc", "81.50"),
      { agency: "tc", indicator: "S_CREDIT.R_C", comparison: "higherThanBaseline", baselineYear: 2018 },
      { agency: "tc", indicator: "N01", comparison: "atLeast", count: "1" },
      { agency: "tc", indicator: "T02", comparison: "tracked", wording: "Phân loại chính xác" },
      { agency: "tc", indicator: "T02", comparison: "tracked", wording: "Một việc nữa" },
    ];
    expect(await perform(putTargetSet, staff, { year: 2019, ...signed, lines })).toMatchObject({
      version: 1,
      state: "DRAFT",
    });
    expect(await targetsIn(2019)).toEqual([]);
    await perform(issueTargetSet, staff, { year: 2019 });
    expect(await targetsIn(2019)).toEqual([
      { ...target("N01", "atLeast", 0), count: "1" },
      target("R_C", "above", 8150),
      { ...target("S_CREDIT.R_C", "higherThanBaseline", 0), baseline: 2018 },
    ]);
    const { lines: kept, state } = await getTargetSet(staff, 2019);
    expect([state, kept.length, kept[4]?.wording]).toEqual(["ISSUED", 5, "Một việc nữa"]);
  });
  const target = (indicator: string, comparison: string, points: number) => ({
    ...{ agency: "tc", indicator, comparison, points, baseline: null, count: null, source: signed.number },
  });

  test("is amended by a new version, which replaces it; removed lines leave the targets", async () => {
    await perform(putTargetSet, staff, {
      year: 2018,
      ...signed,
      lines: [above("tc", "80"), above("cuc-ha-nam", "82")],
    });
    await perform(issueTargetSet, staff, { year: 2018 });
    await perform(putTargetSet, staff, {
      year: 2018,
      ...signed,
      number: "02",
      lines: [above("tc", "80.50")],
    });
    await perform(issueTargetSet, staff, { year: 2018 });
    expect((await targetsIn(2018)).map(({ agency, points }) => [agency, points])).toEqual([["tc", 8050]]);
    const versions = (await listTargetSets(staff)).filter(({ year }) => year === 2018);
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [2, "ISSUED"],
      [1, "REPLACED"],
    ]);
    expect((await getTargetSet(staff, 2018, 1)).lines).toHaveLength(2);
    const { rows } = await db.owner.query(
      "SELECT payload FROM audit_entry WHERE subject = 'target-set:2018' AND action = 'targetSet.issue' ORDER BY seq",
    );
    expect(rows).toMatchObject([
      { payload: { version: 1, replaces: null, written: 2, removed: 0 } },
      { payload: { version: 2, replaces: 1, written: 1, removed: 1 } },
    ]);
  });

  test("one agency's new target is an amendment, also beside a draft, which must be looked at again", async () => {
    await perform(putTargetSet, staff, {
      year: 2017,
      ...signed,
      lines: [above("tc", "80"), { ...above("tc", "38", "R_M"), scope: "Toàn quốc" }],
    });
    await perform(issueTargetSet, staff, { year: 2017 });
    await perform(draftTargetSet, staff, { year: 2017, ...signed });
    await perform(setTargets, staff, { agency: "tc", year: 2017, R_M: { comparison: "above", pct: "39" } });
    expect((await targetsIn(2017)).map(({ points }) => points)).toEqual([8000, 3900]);
    expect((await getTargetSet(staff, 2017)).lines[1]).toMatchObject({ pct: "39.00", scope: "Toàn quốc" });
    const early = perform(issueTargetSet, staff, { year: 2017 });
    await expect(early).rejects.toMatchObject({ code: "conflict" });
    expect((await perform(draftTargetSet, staff, { year: 2017, ...signed })).version).toBe(4);
    expect((await perform(issueTargetSet, staff, { year: 2017 })).version).toBe(4);
  });

  test("cannot be issued without a draft, nor unsigned", async () => {
    await expect(perform(issueTargetSet, staff, { year: 2016 })).rejects.toMatchObject({
      code: "precondition",
    });
    await perform(putTargetSet, staff, { year: 2016, lines: [above("tc", "80")] });
    await expect(perform(issueTargetSet, staff, { year: 2016 })).rejects.toMatchObject({
      code: "precondition",
    });
  });

  test.each([
    ["a task with a verdict", { agency: "tc", indicator: "T02", comparison: "above", pct: "1" }],
    ["a ratio without a number", { agency: "tc", indicator: "R_C", comparison: "above" }],
    ["a ratio with a count", { agency: "tc", indicator: "R_C", comparison: "above", pct: "1", count: 1 }],
    ["a count in percent", { agency: "tc", indicator: "N01", comparison: "atLeast", pct: "1" }],
    ["higher than no year", { agency: "tc", indicator: "R_C", comparison: "higherThanBaseline" }],
    [
      "higher than its own year",
      { agency: "tc", indicator: "R_C", comparison: "higherThanBaseline", baselineYear: 2015 },
    ],
    ["an unknown indicator", { agency: "tc", indicator: "R_X", comparison: "tracked" }],
    ["an unknown field", { agency: "tc", indicator: "R_C", comparison: "tracked", points: 1 }],
  ])("refuses %s", async (_, line) => {
    const refused = perform(putTargetSet, staff, { year: 2015, lines: [line] });
    await expect(refused).rejects.toMatchObject({ code: "invalid" });
  });

  test("refuses the same target twice, and agencies of another time", async () => {
    const twice = perform(putTargetSet, staff, { year: 2015, lines: [above("tc", "1"), above("tc", "2")] });
    await expect(twice).rejects.toMatchObject({ code: "invalid" });
    const nowhere = perform(putTargetSet, staff, { year: 2015, lines: [above("thads-hung-yen", "1")] });
    await expect(nowhere).rejects.toMatchObject({ code: "not-found" });
  });

  test.each(["CLERK", "APPROVER", "LEADER", "AUDITOR", "ADMIN"] as const)(
    "is written by no %s",
    async (role) => {
      const actor = await createActor(db, { role, agency: "tc" });
      const refused = (write: Promise<unknown>) => expect(write).rejects.toMatchObject({ code: "forbidden" });
      const cascade = { year: 2015, parent: "tc", indicator: "R_C", method: "copy" };
      await refused(perform(putTargetSet, actor, { year: 2015, lines: [above("tc", "1")] }));
      await refused(perform(draftTargetSet, actor, { year: 2015 }));
      await refused(perform(issueTargetSet, actor, { year: 2015 }));
      await refused(perform(cascadeTargets, actor, cascade));
    },
  );

  test("shows a district its own line and those above it, no draft, and no foreign province", async () => {
    const lines = [
      above("tc", "80"),
      above("cuc-hung-yen", "83"),
      above("cuc-ha-noi", "79"),
      above("cc-325", "84"),
    ];
    await perform(putTargetSet, staff, { year: 2014, ...signed, lines });
    await expect(getTargetSet(clerk, 2014)).rejects.toMatchObject({ code: "not-found" });
    await perform(issueTargetSet, staff, { year: 2014 });
    await perform(draftTargetSet, staff, { year: 2014 });
    const seen = await getTargetSet(clerk, 2014);
    expect(seen.lines.map(({ agency }) => agency)).toEqual(["tc", "cuc-hung-yen", "cc-325"]);
    expect(seen.versions.map(({ state }) => state)).toEqual(["ISSUED"]);
    expect((await getTargets(clerk, "cc-325", 2014)).lines.R_C?.pct).toBe("84.00");
  });
});

describe("the API", () => {
  const call = async (actor: Actor, method: "GET" | "PUT" | "POST", year: string, body?: unknown) => {
    const request = new Request(`http://localhost/api/v1/target-sets/${year}`, {
      method,
      headers: { authorization: `Bearer ${await tokenFor(db, actor.userId)}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await { GET, PUT, POST }[method](request, { params: Promise.resolve({ year }) });
    return { status: answer.status, body: await answer.json() };
  };

  test("takes a whole draft, checks it, issues it, and gives it back", async () => {
    const lines = [above("tc", "81.50"), above("tc", "40.10", "R_M")];
    const draft = await call(staff, "PUT", "2022", { ...signed, lines });
    expect(draft).toMatchObject({
      status: 200,
      body: { version: 1, state: "DRAFT", check: [], lineCount: 2 },
    });
    expect((await call(staff, "POST", "2022")).body).toMatchObject({ version: 1, state: "ISSUED" });
    expect((await call(clerk, "GET", "2022")).body).toMatchObject({
      state: "ISSUED",
      signedOn: "2021-09-20",
      lines: [{ pct: "81.50" }, { pct: "40.10" }],
    });
  });
  test.each([
    [{}],
    [null],
    [[]],
    [{ lines: [] }],
    [{ lines: [above("tc", "81.50")], by: "x" }],
    [{ lines: [above("tc", "181")] }],
  ])("answers 422 to %j", async (body) => {
    expect((await call(staff, "PUT", "2022", body)).status).toBe(422);
  });
  test("answers 404 alike for no set and no right, and 409 without a draft", async () => {
    const [missing, notAllowed] = [
      await call(clerk, "GET", "2027"),
      await call(clerk, "PUT", "2022", { lines: [above("cc-325", "1")] }),
    ];
    expect([missing.status, notAllowed.status]).toEqual([404, 404]);
    expect(notAllowed.body).toEqual(missing.body);
    expect((await call(staff, "POST", "2022")).status).toBe(409);
    expect((await call(staff, "GET", "nam-nay")).status).toBe(422);
  });
});
