import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, dayOfInstant, daysBetween, formatDay, isDay, weekday } from "@/lib/core/day";

const days = fc
  .date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe("isDay", () => {
  test.each(["2022-02-28", "2024-02-29", "2000-02-29", "2022-12-31", "0001-01-01", "9999-12-31"])(
    "accepts %s",
    (text) => expect(isDay(text)).toBe(true),
  );
  test.each([
    "2022-02-30",
    "2022-02-29",
    "1900-02-29",
    "2022-04-31",
    "2022-09-31",
    "2022-00-10",
    "2022-13-01",
    "2022-01-00",
    "2022-01-32",
    "0000-01-01",
    "2022-1-01",
    "2022-01-01T00:00",
    " 2022-01-01",
    "",
  ])("refuses %j", (text) => expect(isDay(text)).toBe(false));

  test("agrees with the calendar of the platform on every date text of a year", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.nat(13), fc.nat(33), (y, m, d) => {
        const text = `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
        const at = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
        expect(isDay(text)).toBe(exists);
      }),
      { numRuns: 500 },
    );
  });
});

describe("day", () => {
  test("keeps the text of a real day", () => expect(day("2022-09-30")).toBe("2022-09-30"));
  test("throws on the misprint 30/2/2022 of seed 001, line 35", () =>
    expect(() => day("2022-02-30")).toThrow(RangeError));
});

describe("addDays", () => {
  test.each([
    ["2022-02-28", 1, "2022-03-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2021-12-31", 1, "2022-01-01"],
    ["2022-01-01", -1, "2021-12-31"],
    ["2022-03-01", 0, "2022-03-01"],
    ["2021-10-01", 364, "2022-09-30"],
  ])("%s plus %i is %s", (from, n, to) => expect(addDays(day(from), n)).toBe(to));

  test("agrees with the platform's UTC calendar", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -800, max: 800 }), (from, n) => {
        const expected = new Date(Date.parse(`${from}T00:00:00Z`) + n * 86_400_000);
        fc.pre(expected.getUTCFullYear() >= 1 && expected.getUTCFullYear() <= 9999);
        expect(addDays(from, n)).toBe(expected.toISOString().slice(0, 10));
      }),
    );
  });

  test.each([
    ["9999-12-31", 1],
    ["0001-01-01", -1],
    ["2022-01-01", 0.5],
    ["2022-01-01", Number.NaN],
    ["2022-01-01", Number.POSITIVE_INFINITY],
  ])("refuses %s plus %d", (from, n) => expect(() => addDays(day(from), n)).toThrow(`Cannot add ${n} days`));
});

describe("weekday", () => {
  test.each([
    ["2022-03-31", 4],
    ["2022-04-04", 1],
    ["2022-04-03", 7],
  ])("%s is day %i of the week", (text, expected) => expect(weekday(day(text))).toBe(expected));

  test("agrees with the platform, Sunday being 7", () => {
    fc.assert(
      fc.property(days, (d) => {
        expect(weekday(d) % 7).toBe(new Date(`${d}T00:00:00Z`).getUTCDay());
      }),
    );
  });
});

describe("formatDay", () => {
  test("writes dd/MM/yyyy", () => expect(formatDay(day("2022-09-30"))).toBe("30/09/2022"));
});

describe("dayOfInstant", () => {
  test.each([
    ["2022-09-30T16:59:59.999Z", "2022-09-30"],
    ["2022-09-30T17:00:00.000Z", "2022-10-01"],
    ["2022-10-01T16:59:59.999Z", "2022-10-01"],
  ])("%s is on %s in Vietnam", (instant, expected) => expect(dayOfInstant(new Date(instant))).toBe(expected));
});

describe("daysBetween", () => {
  test("counts a leap day and the turn of a year", () => {
    expect(daysBetween(day("2024-02-28"), day("2024-03-01"))).toBe(2);
    expect(daysBetween(day("2021-12-31"), day("2022-01-01"))).toBe(1);
    expect(daysBetween(day("2022-09-30"), day("2021-10-01"))).toBe(-364);
  });

  test("undoes addDays", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -300, max: 300 }), (from, n) => {
        fc.pre(from > "0002-01-01" && from < "9998-01-01");
        expect(daysBetween(from, addDays(from, n))).toBe(n);
      }),
    );
  });
});
