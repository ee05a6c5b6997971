import { describe, expect, test } from "vitest";
import { barsByYear, rollingBars, rollingMonths } from "@/components/results/entry/bars";
import { BASE_VERSION } from "@/lib/form/version";
import { earlierOfRows } from "@/lib/results/stored/rules";

const place = { slice: "total", measure: "cases", column: "completed", version: BASE_VERSION } as const;
const form = (completed: bigint) => ({ cases: { completed }, money: {} });

describe("the last twelve months", () => {
  test("reach across the break of the statistical year", () => {
    const months = rollingMonths({ year: 2023, month: 2 });
    expect(months).toHaveLength(12);
    expect(months[0]).toEqual({ year: 2022, month: 3 });
    expect(months.at(-1)).toEqual({ year: 2023, month: 2 });
  });

  test("are one whole year in month 12", () => {
    const months = rollingMonths({ year: 2022, month: 12 });
    expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(new Set(months.map(({ year }) => year))).toEqual(new Set([2022]));
  });

  test("end with what is on the screen; a month without a report is missing, not zero", () => {
    const earlier = [{ year: 2022, month: 12, figures: { total: form(290n) } }];
    const bars = rollingBars({ year: 2023, month: 1 }, earlier, form(18n), place);
    expect(bars.at(-1)).toEqual({ year: 2023, month: 1, value: 18n });
    expect(bars.at(-2)).toEqual({ year: 2022, month: 12, value: 290n });
    expect(bars[0]).toEqual({ year: 2022, month: 2, value: null });
  });

  test("of a part show that part only", () => {
    const earlier = [{ year: 2022, month: 12, figures: { total: form(290n), credit: form(7n) } }];
    const bars = rollingBars({ year: 2023, month: 1 }, earlier, form(1n), { ...place, slice: "credit" });
    expect(bars.at(-2)?.value).toBe(7n);
  });

  test("are drawn apart by year, in order", () => {
    const bars = rollingBars({ year: 2023, month: 2 }, [], form(1n), place);
    expect(barsByYear(bars).map(({ year, bars: own }) => [year, own.length])).toEqual([
      [2022, 10],
      [2023, 2],
    ]);
  });
});

test("stored rows become months, oldest first, each with its slices", () => {
  const row = { revision: 1, standing: "EFFECTIVE", measure: "cases", slice: "total", completed: 5n };
  const months = earlierOfRows([
    { ...row, year: 2023, month: 1 },
    { ...row, year: 2022, month: 12, completed: 4 },
    { ...row, year: 2022, month: 12, slice: "credit", completed: 2 },
  ]);
  expect(months).toEqual([
    { year: 2022, month: 12, figures: { total: form(4n), credit: form(2n) } },
    { year: 2023, month: 1, figures: { total: form(5n) } },
  ]);
});
