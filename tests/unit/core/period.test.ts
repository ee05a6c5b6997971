import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day } from "@/lib/core/day";
import {
  calendarMonth,
  comparePeriods,
  firstDay,
  formatPeriod,
  isPeriod,
  lastDay,
  nextPeriod,
  type Period,
  periodContaining,
  periodKey,
  previousPeriod,
} from "@/lib/core/period";
import { parsePeriodKey } from "@/lib/core/period-key";

const periods: fc.Arbitrary<Period> = fc.record({
  year: fc.integer({ min: 1900, max: 2100 }),
  month: fc.integer({ min: 1, max: 12 }),
});

describe("a statistical year", () => {
  test("starts on 1 October of the year before", () => expect(firstDay(2022)).toBe("2021-10-01"));

  test.each([
    [1, "2021-10-31"],
    [2, "2021-11-30"],
    [3, "2021-12-31"],
    [4, "2022-01-31"],
    [5, "2022-02-28"],
    [6, "2022-03-31"],
    [11, "2022-08-31"],
    [12, "2022-09-30"],
  ])("has %i months by %s", (month, last) => expect(lastDay({ year: 2022, month })).toBe(last));

  test("counts 29 February in a leap year", () =>
    expect(lastDay({ year: 2024, month: 5 })).toBe("2024-02-29"));

  test("is followed at once by the next one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), (year) => {
        expect(addDays(lastDay({ year, month: 12 }), 1)).toBe(firstDay(year + 1));
      }),
    );
  });
});

describe("periodContaining", () => {
  test.each([
    ["2021-09-30", { year: 2021, month: 12 }],
    ["2021-10-01", { year: 2022, month: 1 }],
    ["2021-12-31", { year: 2022, month: 3 }],
    ["2022-01-01", { year: 2022, month: 4 }],
    ["2022-09-30", { year: 2022, month: 12 }],
  ])("places %s", (text, period) => expect(periodContaining(day(text))).toEqual(period));

  test("finds a period from its last day, and its successor from the day after", () => {
    fc.assert(
      fc.property(periods, (period) => {
        expect(periodContaining(lastDay(period))).toEqual(period);
        expect(periodContaining(addDays(lastDay(period), 1))).toEqual(nextPeriod(period));
      }),
    );
  });
});

describe("neighbours and order", () => {
  test("month 1 has no previous period, because accumulation restarts", () => {
    expect(previousPeriod({ year: 2022, month: 1 })).toBeNull();
    expect(previousPeriod({ year: 2022, month: 2 })).toEqual({ year: 2022, month: 1 });
  });

  test("month 12 is followed by month 1 of the next year", () =>
    expect(nextPeriod({ year: 2022, month: 12 })).toEqual({ year: 2023, month: 1 }));

  test("periods, their last days and their keys sort alike", () => {
    fc.assert(
      fc.property(periods, periods, (a, b) => {
        const order = Math.sign(comparePeriods(a, b));
        expect(Number(lastDay(a) > lastDay(b)) - Number(lastDay(a) < lastDay(b))).toBe(order);
        expect(Number(periodKey(a) > periodKey(b)) - Number(periodKey(a) < periodKey(b))).toBe(order);
      }),
    );
  });

  test("a period ends in its calendar month", () => {
    expect(calendarMonth({ year: 2022, month: 3 })).toEqual({ year: 2021, month: 12 });
    expect(calendarMonth({ year: 2022, month: 4 })).toEqual({ year: 2022, month: 1 });
    fc.assert(
      fc.property(periods, (period) => {
        const { year, month } = calendarMonth(period);
        expect(lastDay(period).slice(0, 7)).toBe(`${year}-${String(month).padStart(2, "0")}`);
      }),
    );
  });
});

describe("keys", () => {
  test("are statistical year and cumulative months", () =>
    expect(periodKey({ year: 2022, month: 6 })).toBe("2022-06"));
  test("read back to the same period", () => {
    fc.assert(
      fc.property(periods, (period) => {
        expect(parsePeriodKey(periodKey(period))).toEqual(period);
      }),
    );
  });
  test.each(["2022-00", "2022-13", "2022-6", "2022-06-01", "abc", "", "0000-01"])("refuse %j", (key) =>
    expect(parsePeriodKey(key)).toBeNull(),
  );
});

describe("isPeriod", () => {
  test.each([1, 12])("accepts month %i", (month) => expect(isPeriod({ year: 2022, month })).toBe(true));
  test.each([
    { year: 2022, month: 0 },
    { year: 2022, month: 13 },
    { year: 2022, month: 1.5 },
    { year: 2022.5, month: 1 },
    { year: 999, month: 1 },
    { year: "2022", month: 1 },
    { year: 2022 },
    { month: 1 },
    null,
    "2022-01",
  ])("refuses %j", (x) => expect(isPeriod(x)).toBe(false));
});

describe("formatPeriod", () => {
  test.each([
    [1, "1 tháng năm 2022", "1 month of 2022"],
    [6, "6 tháng năm 2022", "6 months of 2022"],
    [12, "Năm 2022", "Year 2022"],
  ])("says %i months", (month, vi, en) => {
    expect(formatPeriod({ year: 2022, month }, "vi")).toBe(vi);
    expect(formatPeriod({ year: 2022, month }, "en")).toBe(en);
  });
});
