import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getOverview } from "@/lib/overview/queries";
import { getScoreboard } from "@/lib/scoreboard/queries";
import { readHungYen2021 } from "@/prisma/seed/reference";
import { loadReports, loadTargets, simpleReport } from "@/tests/factories/loaded-reports";
import { readerAt } from "@/tests/factories/reader";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
const year = { agency: "cuc-hung-yen", year: 2021, month: 12 };

beforeAll(async () => {
  db = await testDatabase();
  await loadReports(db.owner, readHungYen2021());
  await loadTargets(db.owner, [
    { agency: "tc", year: 2021, indicator: "R_C", comparison: "above", basisPoints: 8150 },
  ]);
}, 300_000);
afterAll(() => db.close());

const leader = () => readerAt("LEADER", "tc");
const report = (agency: string, of: number, month: number, done: bigint, eligible: bigint) =>
  simpleReport(
    { agency, year: of, month },
    { cases: { done, eligible }, money: { done: done * 1_000n, eligible: eligible * 1_000n } },
  );

test("the page's figures are those of the leaders' table, to the case and the đồng", async () => {
  const [overview, board] = [
    await getOverview(await leader(), year),
    await getScoreboard(await leader(), { ...year, includeSubmitted: false, withYear: true }),
  ];
  expect(overview.board.root).toEqual(board.root);
  expect(overview.board.children).toEqual(board.children);
  expect(overview.board.root.cases.ratio).toEqual({ numerator: 4316n, denominator: 5135n });
});

test("the month before is what the leaders' table says of that month, for the whole and for each below", async () => {
  const { monthBefore } = await getOverview(await leader(), year);
  const board = await getScoreboard(await leader(), {
    ...{ ...year, month: 11 },
    includeSubmitted: false,
    withYear: false,
  });
  expect(monthBefore?.whole).toEqual({ cases: board.root.cases.ratio, money: board.root.money.ratio });
  expect(monthBefore?.children.size).toBe(board.children.length);
  for (const { agency, cases } of board.children) {
    expect(monthBefore?.children.get(agency)?.cases).toEqual(cases.ratio);
  }
});

test("the docket's columns add up to the numerator and the denominator of the rate", async () => {
  const { docket, board } = await getOverview(await leader(), year);
  const sum = (...columns: (keyof typeof docket.cases)[]) =>
    columns.reduce((total, column) => total + (docket.cases[column] ?? 0n), 0n);
  expect(sum("completed", "terminated", "reduced")).toBe(board.root.cases.ratio?.numerator);
  expect(
    sum(
      ...(["completed", "terminated", "reduced", "inProgress"] as const),
      ...(["postponedByAgreement", "suspendedEligible", "otherEligible"] as const),
    ),
  ).toBe(board.root.cases.ratio?.denominator);
});

test("every unit below the agency is counted once among those who reported", async () => {
  const { timeliness, board } = await getOverview(await leader(), year);
  expect(timeliness.counts).toMatchObject({ expected: 11, approved: 11, missing: 0 });
  expect(board.root.coverage).toEqual({ reported: 11, expected: 11 });
});

test("without earlier years the forecast is refused, and the year before is unknown rather than zero", async () => {
  const { forecasts, season, yearBefore, yearLineBefore } = await getOverview(await leader(), {
    ...year,
    month: 6,
  });
  expect(forecasts.cases.kind).toBe("refusal");
  expect(season.cases).toEqual({ share: null, years: 0 });
  expect([yearBefore, yearLineBefore]).toEqual([null, []]);
});

describe("across the mergers of 1/7/2025", () => {
  beforeAll(async () => {
    await loadReports(db.owner, [
      report("cuc-hung-yen", 2025, 9, 50n, 100n),
      report("cuc-thai-binh", 2025, 9, 30n, 100n),
      report("thads-hung-yen", 2025, 10, 90n, 200n),
    ]);
  });

  test("the month before of a successor is the sum of its predecessors, placed on today's organisation", async () => {
    const { monthBefore, yearLine } = await getOverview(await readerAt("LEADER", "cql"), {
      ...{ agency: "thads-hung-yen", year: 2025, month: 10 },
    });
    expect(monthBefore?.whole.cases).toEqual({ numerator: 80n, denominator: 200n });
    expect(monthBefore?.children.get("thads-hung-yen")?.cases).toEqual({ numerator: 80n, denominator: 200n });
    expect(yearLine.map(({ month }) => month)).toEqual([10, 11, 12]);
  });

  test("the nation's provinces before the merger are added up under the provinces after it", async () => {
    const { monthBefore, board } = await getOverview(await readerAt("LEADER", "cql"), {
      agency: "cql",
      year: 2025,
      month: 10,
    });
    expect(board.children).toHaveLength(34);
    expect(monthBefore?.children.get("thads-hung-yen")?.money).toEqual({
      numerator: 80_000n,
      denominator: 200_000n,
    });
  });
});

describe("earlier years", () => {
  test("teach a season and a last year's line only when everybody reported", async () => {
    const places = await db.owner.query<{ code: string }>(
      `SELECT agency_code AS code FROM agency_version WHERE (agency_code = 'cuc-ha-nam' OR parent_code = 'cuc-ha-nam')
         AND valid_from <= '2019-09-30' AND (valid_until IS NULL OR valid_until > '2019-09-30')`,
    );
    const all = places.rows.map(({ code }) => code);
    const months = [6, 12].flatMap((month) =>
      all.map((code) => report(code, 2019, month, BigInt(month) * 5n, 100n)),
    );
    await loadReports(db.owner, [...months, report(all[0] ?? "", 2020, 6, 40n, 100n)]);
    const partial = await getOverview(await leader(), { agency: "cuc-ha-nam", year: 2021, month: 6 });
    expect(partial.yearBefore).toMatchObject({ reported: 1, expected: all.length });
    expect(partial.yearLineBefore).toEqual([]);
    const { season, yearLineBefore } = await getOverview(await leader(), {
      ...{ agency: "cuc-ha-nam", year: 2020, month: 6 },
    });
    expect(season.cases).toEqual({ share: { n: 1n, d: 2n }, years: 1 });
    expect(yearLineBefore.map(({ month }) => month)).toEqual([6, 12]);
  });

  test("are the same for whoever asks about an agency they may see", async () => {
    const ask = { agency: "cuc-ha-nam", year: 2020, month: 6 };
    const own = await getOverview(await readerAt("LEADER", "cuc-ha-nam"), ask);
    const nation = await getOverview(await leader(), ask);
    expect([own.season, own.forecasts]).toEqual([nation.season, nation.forecasts]);
  });
});

describe("who sees what", () => {
  const answer = async (home: string, agency: string) =>
    getOverview(await readerAt("LEADER", home), { ...year, agency }).then(
      ({ board }) => board.root.agency,
      (error) => [error.code, error.message],
    );

  test("a province's leader sees the province and below; foreign and missing are refused alike", async () => {
    expect(await answer("cuc-hung-yen", "cuc-hung-yen")).toBe("cuc-hung-yen");
    expect(await answer("cuc-hung-yen", "cc-323")).toBe("cc-323");
    const foreign = await answer("cuc-hung-yen", "cuc-ha-nam");
    expect(foreign).toEqual(await answer("cuc-hung-yen", "cuc-khong-co"));
    expect(foreign).toEqual(await answer("cuc-hung-yen", "tc"));
  });

  test("without an agency each starts at their own", async () => {
    const start = await getOverview(await readerAt("LEADER", "cc-323"), { year: 2021, month: 12 });
    expect(start.board.root.agency).toBe("cc-323");
    expect(start.board.children).toEqual([]);
  });
});

test("an unchanged overview is the same object, and a write is seen at once", async () => {
  const reader = await leader();
  const ask = { agency: "cuc-yen-bai", year: 2021, month: 3 };
  const first = await getOverview(reader, ask);
  expect(await getOverview(reader, ask)).toBe(first);
  await loadReports(db.owner, [report("cuc-yen-bai", 2021, 3, 1n, 2n)]);
  expect((await getOverview(reader, ask)).board.root.cases.ratio?.numerator).toBe(1n);
});
