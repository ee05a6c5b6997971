import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { groupedUnder } from "@/lib/metrics/series/lineage";
import { rebase } from "@/lib/metrics/series/rebase";
import type { Report } from "@/lib/metrics/series/types";
import { lineage } from "./lineages";

const report = (
  agency: string,
  year: number,
  month: number,
  completed: bigint,
  eligible: bigint,
): Report => ({
  agency,
  period: { year, month },
  completed,
  eligible,
});

describe("breaks", () => {
  const moved = lineage([
    ["a", null, "2010-01-01", null],
    ["b", null, "2010-01-01", null],
    ["x", "a", "2010-01-01", "2022-03-01"],
    ["x", "b", "2022-03-01", null],
  ]);
  const reports = [1, 5, 6, 7].map((month) => report("x", 2022, month, 1n, 2n));
  const group = groupedUnder(moved, new Set(["a", "b"]));

  test("a unit that moves breaks the series of both heads then, and neither when re-based", () => {
    const own = [1, 5, 6, 7].flatMap((month) => [
      report("a", 2022, month, 1n, 1n),
      report("b", 2022, month, 1n, 1n),
    ]);
    const then = rebase([...reports, ...own], moved, { base: "then", group }).points;
    expect(
      then.filter(({ isBreak }) => isBreak).map(({ agency, period }) => `${agency} ${period.month}`),
    ).toEqual(["a 6", "b 6"]);
    const today = rebase([...reports, ...own], moved, { base: day("2022-09-30"), group }).points;
    expect(today.some(({ isBreak }) => isBreak)).toBe(false);
    expect(today.filter(({ agency }) => agency === "b").map(({ eligible }) => eligible)).toEqual([
      3n,
      3n,
      3n,
      3n,
    ]);
  });

  test("a new name is no break", () => {
    const renamed = lineage([
      ["x", "a", "2010-01-01", "2022-03-01"],
      ["x", "a", "2022-03-01", null],
    ]);
    for (const base of ["then", day("2022-09-30")] as const)
      expect(rebase(reports, renamed, { base }).points.some(({ isBreak }) => isBreak)).toBe(false);
  });

  test("an agency that takes over another is broken on that day on every map, also after a silent month", () => {
    const absorbed = lineage(
      [
        ["x", null, "2010-01-01", null],
        ["y", null, "2010-01-01", "2022-02-01"],
      ],
      [["y", "x", "2022-02-01"]],
    );
    for (const base of ["then", day("2022-09-30")] as const) {
      const found = rebase([...reports.slice(0, 1), ...reports.slice(2)], absorbed, { base }).points;
      expect(found.map(({ isBreak }) => isBreak)).toEqual([false, true, false]);
    }
  });
});

describe("allocations", () => {
  const split = lineage(
    [
      ["x", null, "2010-01-01", "2022-02-01"],
      ["y", null, "2022-02-01", null],
      ["z", null, "2022-02-01", null],
    ],
    [
      ["x", "y", "2022-02-01"],
      ["x", "z", "2022-02-01"],
    ],
  );
  const options = (...weights: [string, bigint, bigint][]) => ({
    base: day("2022-09-30"),
    allocations: [
      {
        agency: "x",
        on: day("2022-02-01"),
        weights: weights.map(([agency, n, d]) => ({ agency, weight: { n, d } })),
      },
    ],
  });

  test("divide a split by largest remainder and mark it estimated", () => {
    const { points } = rebase([report("x", 2022, 1, 10n, 15n)], split, options(["y", 1n, 3n], ["z", 2n, 3n]));
    expect(points).toMatchObject([
      { agency: "y", completed: 3n, eligible: 5n, isEstimated: true, reporters: ["x"] },
      { agency: "z", completed: 7n, eligible: 10n, isEstimated: true },
    ]);
  });

  test.each([
    [
      "less than 1",
      [
        ["y", 1n, 3n],
        ["z", 1n, 3n],
      ],
    ],
    [
      "a part below zero",
      [
        ["y", 4n, 3n],
        ["z", -1n, 3n],
      ],
    ],
    [
      "the same agency twice",
      [
        ["y", 1n, 2n],
        ["y", 1n, 2n],
      ],
    ],
    [
      "an agency that has no part in it",
      [
        ["y", 1n, 2n],
        ["q", 1n, 2n],
      ],
    ],
  ] satisfies [string, [string, bigint, bigint][]][])("with %s are refused", (_name, weights) => {
    expect(() => rebase([report("x", 2022, 1, 1n, 1n)], split, options(...weights))).toThrow(RangeError);
  });

  test("an agency abolished without a successor has no place later", () => {
    const gone = lineage([["x", null, "2010-01-01", "2022-02-01"]]);
    const only = report("x", 2022, 1, 1n, 1n);
    expect(rebase([only], gone, { base: day("2022-09-30") })).toEqual({ points: [], unplaced: [only] });
  });
});
