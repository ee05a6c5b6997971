import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { cascadeTargets, putTargetSet } from "@/lib/targets/sets/operations";
import { getTargetSet, previewCascade } from "@/lib/targets/sets/queries";
import { loadReports, simpleReport } from "@/tests/factories/loaded-reports";
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

describe("handing down", () => {
  beforeAll(async () => {
    const totals = (done: bigint, eligible: bigint) => ({ done, eligible });
    await loadReports(db.owner, [
      simpleReport(
        { agency: "cuc-hung-yen", year: 2012, month: 12 },
        { cases: totals(0n, 0n), money: totals(0n, 0n) },
      ),
      simpleReport(
        { agency: "cc-325", year: 2012, month: 12 },
        { cases: totals(240n, 300n), money: totals(1n, 2n) },
      ),
      simpleReport(
        { agency: "cc-326", year: 2012, month: 12 },
        { cases: totals(90n, 100n), money: totals(1n, 2n) },
      ),
    ]);
  });
  // Tests of a file run in any order: each begins with the same draft.
  beforeEach(async () => {
    const lines = [
      above("tc", "80"),
      above("cuc-hung-yen", "84"),
      above("cc-325", "83"),
      above("cc-326", "84"),
    ];
    await perform(putTargetSet, staff, { year: 2013, ...signed, lines });
  });

  test("the check weighs the units by eligible totals and says who would have to rise to what", async () => {
    const { check, basis } = await getTargetSet(staff, 2013);
    expect(basis).toEqual({ year: 2012, month: 12 });
    const province = check.find(({ parent }) => parent === "cuc-hung-yen");
    // (300 × 83 + 100 × 84) / 400 is 83,25; 0,75 × 400 is 300 points short: 1,00 of the 300, 3,00 of the 100.
    expect(province).toMatchObject({
      pct: "84.00",
      weightedPct: "83.25",
      reaches: false,
      togetherPoints: "0.75",
    });
    const units = province?.children.filter(({ eligible }) => eligible > 0n);
    expect(units?.map(({ agency, aloneTo }) => [agency, aloneTo])).toEqual([
      ["cc-325", "84.00"],
      ["cc-326", "87.00"],
    ]);
    expect(check.find(({ parent }) => parent === "tc")?.reaches).toBe(true);
  });

  test("a preview by equal points changes nothing; applied it is in the draft and reaches", async () => {
    const input = { year: 2013, parent: "cuc-hung-yen", indicator: "R_C", method: "points" } as const;
    const preview = await previewCascade(staff, input);
    const pctOf = (agency: string) => preview?.children.find((child) => child.agency === agency)?.pct;
    expect([pctOf("cc-325"), pctOf("cc-326"), preview?.reaches]).toEqual(["81.50", "91.50", true]);
    expect((await getTargetSet(staff, 2013)).lines).toHaveLength(4);
    await perform(cascadeTargets, staff, input);
    const draft = await getTargetSet(staff, 2013);
    expect(draft.lines.find(({ agency }) => agency === "cc-325")).toMatchObject({ pct: "81.50" });
    expect(draft).toMatchObject({ number: signed.number, signedOn: signed.signedOn, version: 1 });
    expect(draft.check.find(({ parent }) => parent === "cuc-hung-yen")?.reaches).toBe(true);
  });

  test("merged agencies are weighed with the sum of their predecessors", async () => {
    const totals = { cases: { done: 8n, eligible: 10n }, money: { done: 1n, eligible: 2n } };
    const key = { year: 2025, month: 12 };
    await loadReports(db.owner, [
      simpleReport({ agency: "thads-hung-yen", ...key }, totals),
      simpleReport({ agency: "thads-ha-noi", ...key }, totals),
    ]);
    await perform(putTargetSet, staff, {
      year: 2026,
      ...signed,
      lines: [above("cql", "80"), above("thads-hung-yen", "90")],
    });
    const { check } = await getTargetSet(staff, 2026);
    // (10 × 90 + 10 × 80) / 20: the other province has none of its own and counts with the nation's.
    expect(check).toMatchObject([{ parent: "cql", weightedPct: "85.00", reaches: true }]);
  });

  test("there is nothing to hand down without a target or without units", async () => {
    for (const parent of ["cc-325", "cuc-ha-nam"]) {
      const refused = perform(cascadeTargets, staff, {
        year: 2012,
        parent,
        indicator: "R_C",
        method: "copy",
      });
      await expect(refused).rejects.toMatchObject({ code: "precondition" });
    }
  });
});
