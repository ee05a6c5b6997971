import { expect, test } from "vitest";
import { formatPoints } from "@/lib/core/format";
import { yearOverYear } from "@/lib/metrics/year-over-year";

const ratio = (numerator: bigint, denominator: bigint) => ({ numerator, denominator });

test("a count may rise while its rate falls (Đồng Tháp 2018–2019)", () => {
  const { points, completed, eligible, growth } = yearOverYear(
    ratio(19_119n, 23_118n),
    ratio(17_704n, 20_050n),
  );
  expect(completed).toBe(1_415n);
  expect(eligible).toBe(3_068n);
  expect(growth).toEqual({ n: 1_415n, d: 17_704n });
  expect(points !== null && points.n < 0n).toBe(true);
  expect(points === null ? null : formatPoints(points, "vi")).toContain("5,60");
});

test("the same again is no change", () =>
  expect(yearOverYear(ratio(3n, 4n), ratio(3n, 4n))).toEqual({
    points: { n: 0n, d: 1n },
    completed: 0n,
    eligible: 0n,
    growth: { n: 0n, d: 1n },
  }));

test("without a docket there are no points, without completions no growth", () => {
  expect(yearOverYear(ratio(0n, 0n), ratio(1n, 2n)).points).toBeNull();
  expect(yearOverYear(ratio(1n, 2n), ratio(0n, 0n))).toMatchObject({
    points: null,
    growth: null,
    completed: 1n,
  });
  expect(yearOverYear(ratio(1n, 2n), ratio(0n, 3n)).growth).toBeNull();
});
