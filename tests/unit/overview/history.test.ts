import { describe, expect, test } from "vitest";
import { monthsBack, seasonOf, yearsOf } from "@/lib/overview/history/rules";

const row = (year: number, month: number, done: bigint, reports = 2) => ({
  ...{ year, month, measure: "cases", reports },
  done: String(done),
  eligible: "100",
});
const period = { year: 2022, month: 6 };

test("five years are looked back, this month and the year's end of each", () => {
  expect(monthsBack(period)).toEqual({ from: 2017, to: 2021, months: [6, 12] });
  expect(monthsBack({ year: 2022, month: 12 }).months).toEqual([12]);
});

describe("an earlier year", () => {
  const rows = [row(2021, 12, 80n), row(2021, 6, 40n), row(2020, 6, 30n, 1), row(2020, 12, 70n)];

  test("counts only in months that everybody reported, and only in its own measure", () => {
    const years = yearsOf(rows, () => 2, "cases");
    expect(years.map(({ year }) => year)).toEqual([2020, 2021]);
    expect(years[0]?.months[5]).toBeNull();
    expect(years[1]?.months[5]).toEqual({ numerator: 40n, denominator: 100n });
    expect(yearsOf(rows, () => 2, "money")).toEqual([]);
  });

  test("makes the season with both its months, and none without", () => {
    expect(
      seasonOf(
        yearsOf(rows, () => 2, "cases"),
        period,
      ),
    ).toEqual({ share: { n: 1n, d: 2n }, years: 1 });
    expect(seasonOf([], period)).toEqual({ share: null, years: 0 });
  });
});
