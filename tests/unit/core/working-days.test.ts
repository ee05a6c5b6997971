import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { addWorkingDays, type CalendarExceptions, deadline, isWorkingDay } from "@/lib/core/working-days";

const plain: CalendarExceptions = new Map();
const nationalDay: CalendarExceptions = new Map([
  [day("2022-09-01"), "HOLIDAY"],
  [day("2022-09-02"), "HOLIDAY"],
]);
const march = { year: 2022, month: 6 };
const august = { year: 2022, month: 11 };

describe("isWorkingDay", () => {
  test("is Monday to Friday", () => {
    expect(isWorkingDay(day("2022-04-01"), plain)).toBe(true);
    expect(isWorkingDay(day("2022-04-02"), plain)).toBe(false);
    expect(isWorkingDay(day("2022-04-03"), plain)).toBe(false);
    expect(isWorkingDay(day("2022-04-04"), plain)).toBe(true);
  });

  test("follows the calendar for holidays and worked Saturdays", () => {
    expect(isWorkingDay(day("2022-09-02"), nationalDay)).toBe(false);
    expect(isWorkingDay(day("2022-04-02"), new Map([[day("2022-04-02"), "WORKING"]]))).toBe(true);
  });
});

describe("addWorkingDays", () => {
  test("counts from the next day and leaves the day alone for 0", () => {
    expect(addWorkingDays(day("2022-04-02"), 0, plain)).toBe("2022-04-02");
    expect(addWorkingDays(day("2022-04-01"), 1, plain)).toBe("2022-04-04");
  });
  test("counts a worked Saturday", () =>
    expect(addWorkingDays(day("2022-04-01"), 1, new Map([[day("2022-04-02"), "WORKING"]]))).toBe(
      "2022-04-02",
    ));
  test.each([-1, 0.5, Number.NaN])("refuses %d", (n) =>
    expect(() => addWorkingDays(day("2022-04-01"), n, plain)).toThrow(RangeError),
  );
});

describe("deadlines in working days after the end (domain.md §1.3)", () => {
  test.each([
    ["Chấp hành viên", 1, "2022-04-01"],
    ["Chi cục", 2, "2022-04-04"],
    ["Cục", 4, "2022-04-06"],
  ])("%s: 31/03/2022 plus %i is %s", (_sender, count, due) =>
    expect(deadline(march, { kind: "workingDaysAfterEnd", count }, plain)).toBe(due),
  );

  test.each([
    ["Chấp hành viên", 1, "2022-09-05"],
    ["Chi cục", 2, "2022-09-06"],
    ["Cục", 4, "2022-09-08"],
  ])("%s: 31/08/2022 plus %i is %s after the holidays", (_sender, count, due) =>
    expect(deadline(august, { kind: "workingDaysAfterEnd", count }, nationalDay)).toBe(due),
  );
});

describe("deadlines before a day of the next month", () => {
  test.each([
    ["before 02 is until the end of Friday 1 April", 2, "2022-04-01"],
    ["before 04 falls on Sunday 3 April and moves to Monday", 4, "2022-04-04"],
    ["before 07 is Wednesday 6 April", 7, "2022-04-06"],
    ["before 01 is the last day of the period", 1, "2022-03-31"],
  ])("%s", (_rule, count, due) =>
    expect(deadline(march, { kind: "dayOfNextMonth", count }, plain)).toBe(due),
  );

  test("moves over holidays and the weekend after them", () =>
    expect(deadline(august, { kind: "dayOfNextMonth", count: 2 }, nationalDay)).toBe("2022-09-05"));

  test.each([0, 29, 1.5])("refuses day %d", (count) =>
    expect(() => deadline(march, { kind: "dayOfNextMonth", count }, plain)).toThrow(RangeError),
  );
});
