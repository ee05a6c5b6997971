import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getComparison } from "@/lib/comparisons/queries";
import { comparedYears, flowOf, ratioIn, yearChange } from "@/lib/comparisons/rules";
import { comparisonExport } from "@/lib/comparisons/tables/view";
import { COMPARED_PARTS } from "@/lib/comparisons/types";
import { comparisonTitle } from "@/lib/comparisons/view";
import { getStatedProof } from "@/lib/proofs/queries";
import { isProven } from "@/lib/proofs/rules";
import { readHungYen2021 } from "@/prisma/seed/reference";
import { loadReports, loadTargets, simpleReport } from "@/tests/factories/loaded-reports";
import { readerAt } from "@/tests/factories/reader";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
const year = { year: 2021, month: 12, measure: "cases" } as const;
const pair = ["cuc-hung-yen", "cc-325"];
const leader = () => readerAt("LEADER", "tc");

beforeAll(async () => {
  db = await testDatabase();
  await loadReports(db.owner, readHungYen2021());
  const before = (month: number, done: bigint) =>
    simpleReport(
      { agency: "cc-325", year: 2020, month },
      { cases: { done, eligible: 100n }, money: { done, eligible: 100n } },
    );
  await loadReports(db.owner, [before(6, 30n), before(12, 80n)]);
  await loadTargets(db.owner, [
    { agency: "cuc-hung-yen", year: 2021, indicator: "R_C", comparison: "above", basisPoints: 8300 },
  ]);
}, 300_000);
afterAll(() => db.close());

describe("agencies side by side", () => {
  test("keep their order, and each rate is that of its proof, this year's month by month too", async () => {
    const reader = await leader();
    const comparison = await getComparison(reader, { agencies: pair, ...year });
    expect(comparison.chosen.map(({ board }) => board.root.agency)).toEqual(pair);
    for (const compared of comparison.chosen) {
      const { agency } = compared.board.root;
      for (const month of [1, 6, 12]) {
        const place = { agency, year: 2021, month };
        const proof = await getStatedProof(reader, { ...place, indicator: "R_C", own: false });
        expect(isProven(proof)).toBe(true);
        expect(ratioIn(compared, { year: 2021, month })).toEqual(proof.shown);
      }
      expect(compared.board.root.cases.ratio).toEqual(ratioIn(compared, comparison.period));
    }
  });

  test("show the golden figure and say who is highest", async () => {
    const comparison = await getComparison(await leader(), { agencies: pair, ...year });
    expect(comparison.chosen[0]?.board.root.cases).toMatchObject({
      ratio: { numerator: 4316n, denominator: 5135n },
      points: "1.05",
      verdict: "MET",
    });
    expect(comparisonTitle(comparison, "vi")).toMatch(/cao nhất về việc với .*thấp nhất/);
  });

  test("are set against the same months of earlier years where enough had reported, else left empty", async () => {
    const { chosen, period } = await getComparison(await leader(), { agencies: pair, ...year });
    const [province, district] = chosen;
    if (!province || !district) throw new Error("two are compared");
    expect(ratioIn(district, { year: 2020, month: 12 })).toEqual({ numerator: 80n, denominator: 100n });
    // One unit of eleven says nothing about the province.
    expect(ratioIn(province, { year: 2020, month: 12 })).toBeNull();
    expect([yearChange(province, period), yearChange(district, period)?.d]).toEqual([
      null,
      expect.any(BigInt),
    ]);
    expect(comparedYears(period)).toEqual([2017, 2018, 2019, 2020, 2021]);
  });

  test("have a flow that obeys the form: handed on is what was to resolve less what left", async () => {
    const { chosen } = await getComparison(await leader(), { agencies: pair, ...year });
    for (const compared of chosen) {
      const flow = flowOf(compared, "cases", null);
      const figures = compared.sums?.cases ?? {};
      const docket = (figures.carriedOver ?? 0n) + (figures.newlyAccepted ?? 0n);
      expect(flow.docket).toBe(docket);
      expect(flow.load).toBeNull();
      expect(flow.change?.change).toBe((flow.handedOn ?? 0n) - (flow.handedDown ?? 0n));
    }
    const [first] = chosen;
    expect(first && flowOf(first, "cases", 10).load).not.toBeNull();
  });

  test("leave as files that hold every agency and say what they are", async () => {
    const comparison = await getComparison(await leader(), { agencies: pair, ...year });
    for (const part of COMPARED_PARTS) {
      const file = comparisonExport(comparison, part, "vi", new Date("2021-10-20T00:00:00Z"));
      expect(file.rows.length, part).toBeGreaterThan(1);
      for (const row of file.rows) expect(row.length, part).toBe(file.columns.length);
      expect(file.notes.join(" ")).toContain("Số liệu minh họa");
    }
  });
});

describe("who may see", () => {
  test("only some of them sees those, and foreign ones are named like missing ones", async () => {
    const reader = await readerAt("LEADER", "cuc-hung-yen");
    const asked = ["cc-325", "cuc-ha-noi", "khong-co"];
    const comparison = await getComparison(reader, { agencies: asked, ...year });
    expect(comparison.chosen.map(({ board }) => board.root.agency)).toEqual(["cc-325"]);
    expect(comparison.missing).toEqual(["cuc-ha-noi", "khong-co"]);
    await expect(getComparison(reader, { agencies: ["cuc-ha-noi"], ...year })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("finds only what they may read, by name without diacritics", async () => {
    const q = "huyen an thi";
    const mine = await getComparison(await readerAt("LEADER", "cuc-hung-yen"), { agencies: [], ...year, q });
    expect(mine.found[0]?.name).toContain("Ân Thi");
    const foreign = await getComparison(await readerAt("LEADER", "cuc-hung-yen"), {
      agencies: [],
      ...year,
      q: "ha noi",
    });
    expect(foreign.found).toEqual([]);
    expect(
      (await getComparison(await leader(), { agencies: [], ...year, q: "ha noi" })).found[0]?.name,
    ).toContain("Hà Nội");
  });
});
