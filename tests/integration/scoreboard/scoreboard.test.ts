import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getScoreboard } from "@/lib/scoreboard/queries";
import { ratesBody } from "@/lib/scoreboard/rates/view";
import { readHungYen2021 } from "@/prisma/seed/reference";
import { loadReports, loadTargets, simpleReport } from "@/tests/factories/loaded-reports";
import { readerAt } from "@/tests/factories/reader";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
const big = 7_301_304_089_000_000n;

const ask = { includeSubmitted: false, withYear: true };
const hungYen = { ...ask, agency: "cuc-hung-yen", year: 2021, month: 12 };

beforeAll(async () => {
  db = await testDatabase();
  await loadReports(db.owner, readHungYen2021());
  await loadReports(db.owner, [
    simpleReport(
      { agency: "cuc-thai-binh", year: 2021, month: 12 },
      { cases: { done: 9n, eligible: 10n }, money: { done: big, eligible: big * 2n } },
    ),
    simpleReport(
      { agency: "cc-336", year: 2021, month: 12 },
      { cases: { done: 0n, eligible: 0n }, money: { done: 0n, eligible: 0n } },
    ),
  ]);
  await loadTargets(db.owner, [
    { agency: "tc", year: 2021, indicator: "R_C", comparison: "above", basisPoints: 8150 },
    { agency: "cuc-hung-yen", year: 2021, indicator: "R_C", comparison: "above", basisPoints: 8300 },
    { agency: "cuc-hung-yen", year: 2021, indicator: "R_M", comparison: "above", basisPoints: 4010 },
    {
      agency: "cuc-hung-yen",
      year: 2022,
      indicator: "R_C",
      comparison: "higherThanBaseline",
      basisPoints: 0,
    },
  ]);
}, 300_000);
afterAll(() => db.close());

test("Hưng Yên 2021 meets both targets, exactly as published", async () => {
  const body = ratesBody(await getScoreboard(await readerAt("LEADER", "tc"), hungYen), false);
  expect(body).toEqual({
    agency: "cuc-hung-yen",
    year: 2021,
    month: 12,
    cases: {
      completed: "4316",
      eligible: "5135",
      ratePct: "84.05",
      targetPct: "83.00",
      comparison: "above",
      points: "1.05",
      verdict: "MET",
      remaining: "0",
      inheritedFrom: null,
    },
    money: {
      completed: "400582000000",
      eligible: "951501187648",
      ratePct: "42.10",
      targetPct: "40.10",
      comparison: "above",
      points: "2.00",
      verdict: "MET",
      remaining: "0",
      inheritedFrom: null,
    },
    coverage: { reported: 11, expected: 11 },
    illustrative: true,
    adjusted: false,
  });
});

test("the province's own office and its districts are listed and add up to it", async () => {
  const board = await getScoreboard(await readerAt("LEADER", "tc"), hungYen);
  expect(board.children).toHaveLength(11);
  expect(board.children.filter(({ own }) => own).map(({ agency }) => agency)).toEqual(["cuc-hung-yen"]);
  const sum = board.children.reduce((total, { cases }) => total + (cases.ratio?.numerator ?? 0n), 0n);
  expect(sum).toBe(4316n);
  const district = board.children.find(({ agency }) => agency === "cc-323");
  expect(district?.cases.target?.inheritedFrom).toBe("cuc-hung-yen");
  expect(district?.coverage).toEqual({ reported: 1, expected: 1 });
});

test("the year's line holds twelve cumulative months that end at the rate", async () => {
  const { year } = await getScoreboard(await readerAt("LEADER", "tc"), hungYen);
  expect(year.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(year.at(-1)?.cases).toEqual({ numerator: 4316n, denominator: 5135n });
  expect(year[5]?.cases).not.toBeNull();
});

test("the provinces sum to the nation, beyond what a double holds", async () => {
  const board = await getScoreboard(await readerAt("GENERAL_STAFF", "tc"), {
    ...ask,
    agency: "tc",
    year: 2021,
    month: 12,
  });
  expect(board.children).toHaveLength(63);
  const sum = board.children.reduce((total, { money }) => total + (money.ratio?.denominator ?? 0n), 0n);
  expect(board.root.money.ratio?.denominator).toBe(sum);
  expect(sum).toBe(951_501_187_648n + big * 2n);
  expect(board.root.coverage).toEqual({ reported: 13, expected: 768 });
});

test("nothing reported is null and not applicable, never zero", async () => {
  const board = await getScoreboard(await readerAt("LEADER", "tc"), {
    ...ask,
    agency: "cuc-ha-giang",
    year: 2021,
    month: 12,
  });
  const { cases, coverage } = ratesBody(board, false);
  expect(cases).toMatchObject({
    completed: null,
    eligible: null,
    ratePct: null,
    points: null,
    verdict: "NOT_APPLICABLE",
    remaining: null,
  });
  expect(cases).toMatchObject({ targetPct: "81.50", inheritedFrom: "tc" });
  expect(coverage.reported).toBe(0);
});

test("a zero denominator is kept as zero and judged not applicable", async () => {
  const board = await getScoreboard(await readerAt("LEADER", "tc"), {
    ...ask,
    agency: "cc-336",
    year: 2021,
    month: 12,
  });
  expect(ratesBody(board, true)).toMatchObject({
    cases: { completed: "0", eligible: "0", ratePct: null, verdict: "NOT_APPLICABLE" },
    money: { targetPct: null, comparison: null, verdict: "NOT_APPLICABLE" },
    children: [],
  });
});

test("“higher than last year” is measured on the agency's own last year", async () => {
  const board = await getScoreboard(await readerAt("LEADER", "tc"), {
    ...ask,
    agency: "cuc-hung-yen",
    year: 2022,
    month: 1,
  });
  expect(board.root.cases).toMatchObject({ targetPct: "84.05", ratio: null, verdict: "NOT_APPLICABLE" });
});

describe("submitted figures", () => {
  const place = { agency: "cuc-lao-cai", year: 2020, month: 12 };
  const report = (done: bigint) =>
    simpleReport(place, { cases: { done, eligible: 100n }, money: { done, eligible: 100n } });
  const cases = async (includeSubmitted: boolean) =>
    (await getScoreboard(await readerAt("LEADER", "tc"), { ...ask, ...place, includeSubmitted })).root;

  test("count only when asked for, replace an older approved revision, and mark the result adjusted", async () => {
    await loadReports(db.owner, [report(50n)]);
    expect((await cases(true)).cases.ratio?.numerator).toBe(50n);
    expect((await cases(false)).adjusted).toBe(false);
    await loadReports(db.owner, [report(60n)], { status: "SUBMITTED", revision: 2 });
    expect((await cases(false)).cases.ratio?.numerator).toBe(50n);
    const counted = await cases(true);
    expect(counted.cases.ratio?.numerator).toBe(60n);
    expect(counted.adjusted).toBe(true);
    expect(counted.coverage.reported).toBe(1);
  });
});

describe("who sees what", () => {
  const allowed = async (role: Parameters<typeof readerAt>[0], home: string, agency: string, year = 2021) => {
    const reader = await readerAt(role, home);
    return getScoreboard(reader, { ...ask, agency, year, month: 12 }).then(
      () => "seen",
      (error) => error.code,
    );
  };

  test("a province's people see their province and its districts, and nothing else", async () => {
    expect(await allowed("CLERK", "cuc-hung-yen", "cuc-hung-yen")).toBe("seen");
    expect(await allowed("CLERK", "cuc-hung-yen", "cc-323")).toBe("seen");
    expect(await allowed("CLERK", "cuc-hung-yen", "tc")).toBe("not-found");
    expect(await allowed("LEADER", "cuc-hung-yen", "cuc-thai-binh")).toBe("not-found");
  });

  test("a Chi cục's people see only themselves", async () => {
    expect(await allowed("CLERK", "cc-323", "cc-323")).toBe("seen");
    expect(await allowed("APPROVER", "cc-323", "cc-325")).toBe("not-found");
    expect(await allowed("APPROVER", "cc-323", "cuc-hung-yen")).toBe("not-found");
  });

  test("a successor's people read the past of both predecessors, and an administrator reads nothing", async () => {
    expect(await allowed("LEADER", "thads-hung-yen", "cuc-thai-binh")).toBe("seen");
    expect(await allowed("ADMIN", "tc", "tc")).toBe("not-found");
  });

  test("an agency that did not exist in the period is refused like a foreign one", async () => {
    expect(await allowed("GENERAL_STAFF", "tc", "thads-hung-yen")).toBe("not-found");
    expect(await allowed("GENERAL_STAFF", "tc", "no-such")).toBe("not-found");
    expect(await allowed("GENERAL_STAFF", "tc", "cql", 2026)).toBe("seen");
  });

  test("without an agency each reader starts at their own, without a period at the newest", async () => {
    const start = async (home: string) =>
      (await getScoreboard(await readerAt("CLERK", home), ask)).root.agency;
    expect(await start("cc-323")).toBe("cc-323");
    expect(await start("cuc-hung-yen")).toBe("cuc-hung-yen");
    expect((await getScoreboard(await readerAt("LEADER", "tc"), ask)).period).toEqual({
      year: 2021,
      month: 12,
    });
  });

  test("what one reader was shown is not shown to another", async () => {
    expect(await allowed("LEADER", "tc", "tc")).toBe("seen");
    expect(await allowed("CLERK", "cuc-hung-yen", "tc")).toBe("not-found");
    expect(await allowed("LEADER", "tc", "tc")).toBe("seen");
  });
});

test("an unchanged board is the same object, and a write is seen at once", async () => {
  const reader = await readerAt("LEADER", "tc");
  const query = { ...ask, agency: "cuc-yen-bai", year: 2021, month: 3 };
  const first = await getScoreboard(reader, query);
  expect(await getScoreboard(reader, query)).toBe(first);
  const totals = { cases: { done: 1n, eligible: 2n }, money: { done: 1n, eligible: 2n } };
  await loadReports(db.owner, [simpleReport({ agency: query.agency, year: 2021, month: 3 }, totals)]);
  expect((await getScoreboard(reader, query)).root.cases.ratio?.numerator).toBe(1n);
});
