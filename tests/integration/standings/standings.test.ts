import { afterAll, beforeAll, expect, test } from "vitest";
import type { Counts } from "@/lib/form/counts";
import { getNamedProof, getStatedProof } from "@/lib/proofs/queries";
import { isProven } from "@/lib/proofs/rules";
import { getStandings } from "@/lib/standings/queries";
import { standingsExport, standingsTitle } from "@/lib/standings/view";
import { readHungYen2021 } from "@/prisma/seed/reference";
import { loadCounts, loadSlice } from "@/tests/factories/loaded-parts";
import { audited, loadReports, simpleReport } from "@/tests/factories/loaded-reports";
import { readerAt } from "@/tests/factories/reader";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
const period = { year: 2021, month: 12 };
const place = { agency: "cuc-hung-yen", ...period };
const leader = () => readerAt("LEADER", "tc");

/** A repeatable stream of small whole numbers. */
function stream(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return BigInt(Math.floor((state / 2_147_483_648) * below));
  };
}

beforeAll(async () => {
  db = await testDatabase();
  const reports = readHungYen2021().filter(({ month }) => month === 12);
  await loadReports(db.owner, reports);
  await loadReports(db.owner, [
    simpleReport(
      { agency: "cc-325", year: 2020, month: 12 },
      { cases: { done: 1n, eligible: 2n }, money: { done: 1n, eligible: 2n } },
    ),
  ]);
  const next = stream(7);
  for (const { agency } of reports) {
    if (next(4) === 0n) continue;
    const [due, asked, complaints] = [20n + next(80), 5n + next(9), next(6)];
    const counts: Counts = {
      ...{ D01: due, D02: due - next(3), G01: asked, G02: asked - next(2), K01: complaints, CC1: next(9) },
      // Some state a part of what an indicator needs: they are left out of it, not taken as zero.
      ...(next(3) === 0n ? {} : { K02: complaints, G03: asked }),
    };
    await loadCounts(db.owner, { agency, ...period }, counts);
    if (next(2) === 0n)
      await loadSlice(db.owner, { agency, ...period }, "credit", { done: next(9), open: next(9) });
  }
  await audited(db.owner, async (client) => {
    await client.query(
      `INSERT INTO target (agency_code, year, indicator, comparison, basis_points, baseline_year, source) VALUES
         ('cuc-hung-yen', 2021, 'R_C', 'above', 8300, NULL, 'QĐ 1'), ('tc', 2021, 'D02/D01', 'equal', 10000, NULL, 'KH'),
         ('tc', 2021, 'S_CREDIT.R_C', 'higherThanBaseline', 0, 2020, 'KH'), ('tc', 2021, 'H02/H01', 'equal', 10000, NULL, 'KH')`,
    );
  });
}, 300_000);
afterAll(() => db.close());

test("every figure on the page is the figure of its proof, and the proof holds", async () => {
  const reader = await leader();
  for (const agency of ["cuc-hung-yen", "cc-325", "tc"]) {
    const { standings } = await getStandings(reader, { agency, ...period });
    expect(standings.length).toBe(24);
    for (const { indicator, ratio, count } of standings) {
      const proof = await getStatedProof(reader, {
        agency,
        ...period,
        indicator: indicator.code,
        own: false,
      });
      expect(isProven(proof), `${agency} ${indicator.code}`).toBe(true);
      const shown = ratio ?? (count === null ? null : { numerator: count, denominator: null });
      expect(shown, `${agency} ${indicator.code}`).toEqual(proof.shown);
    }
  }
});

test("a proof with one input less no longer holds", async () => {
  const proof = await getStatedProof(await leader(), { ...place, indicator: "D02/D01", own: false });
  expect(isProven(proof)).toBe(true);
  expect(isProven({ ...proof, inputs: proof.inputs.slice(1) })).toBe(false);
});

test("the golden figure of Hưng Yên stands against its own target with the others in one table", async () => {
  const found = await getStandings(await leader(), place);
  const of = (code: string) => found.standings.find(({ indicator }) => indicator.code === code);
  expect(of("R_C")).toMatchObject({
    ratio: { numerator: 4316n, denominator: 5135n },
    asked: { pct: "83.00", comparison: "above", inheritedName: null },
    verdict: "MET",
    points: "1.05",
    remaining: 0n,
  });
  expect(of("D02/D01")).toMatchObject({
    asked: { pct: "100.00", inheritedName: expect.stringContaining("Tổng cục") },
  });
  expect(of("H02/H01")).toMatchObject({ ratio: null, verdict: null, remaining: null, reports: 0 });
  // The year it must be better than was reported by one unit of eleven: not known, so no verdict.
  expect(of("S_CREDIT.R_C")).toMatchObject({ asked: { pct: null, baselineYear: 2020 }, verdict: null });
  expect(standingsTitle(found, "vi")).toContain("Hưng Yên");
  const file = standingsExport(found, "vi", new Date("2021-10-15T00:00:00Z"));
  expect(file.rows.find(([code]) => code === "R_C")?.slice(2, 5)).toEqual([
    4316n,
    5135n,
    { decimal: "84.05" },
  ]);
});

test("tasks without a number are followed and never judged, the superior's too", async () => {
  await audited(db.owner, async (client) => {
    await client.query(
      `WITH issued AS (
         INSERT INTO target_set (id, year, version, number, state, drafted_by, drafted_at, issued_by, issued_at)
         VALUES (gen_random_uuid(), 2021, 1, '1/QĐ', 'ISSUED', 'test', now(), 'test', now()) RETURNING id)
       INSERT INTO target_line (set_id, position, agency_code, indicator, comparison, wording)
       SELECT id, 1, 'tc', 'T02', 'tracked', 'Phân loại chính xác' FROM issued`,
    );
  });
  const { tracked, standings } = await getStandings(await leader(), { agency: "cc-325", ...period });
  expect(tracked).toMatchObject([{ indicator: "T02", wording: "Phân loại chính xác" }]);
  expect(standings.some(({ indicator }) => String(indicator.code) === "T02")).toBe(false);
});

test("another province's reader finds nothing, and the same nothing as for an agency that is not there", async () => {
  const stranger = await readerAt("LEADER", "cuc-ha-noi");
  const ask = (agency: string) =>
    getStandings(stranger, { agency, ...period }).catch((error: { code: string; message: string }) => error);
  const [foreign, missing] = [await ask("cuc-hung-yen"), await ask("khong-co")];
  expect(foreign).toMatchObject({ code: "not-found" });
  expect(missing).toMatchObject({ code: "not-found" });
  await expect(
    getNamedProof(stranger, { ...place, indicator: "D02/D01", asOf: undefined }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("a proof names its people and units", async () => {
  const { agencies, proof } = await getNamedProof(await leader(), {
    ...place,
    indicator: "D02/D01",
    asOf: undefined,
  });
  for (const { agency } of proof.inputs) expect(agencies.get(agency)).toContain("hành án dân sự");
});
