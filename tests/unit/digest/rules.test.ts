import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import type { CalendarExceptions } from "@/lib/core/working-days";
import { instantOfMorning, morningAt, morningsOf, morningUpTo } from "@/lib/digest/rules";

const exceptions: CalendarExceptions = new Map([
  [day("2022-09-01"), "HOLIDAY"],
  [day("2022-09-02"), "HOLIDAY"],
  [day("2022-11-05"), "WORKING"],
]);

test("a morning is 07:00 in Vietnam", () => {
  expect(instantOfMorning(day("2022-11-03")).toISOString()).toBe("2022-11-03T00:00:00.000Z");
});

test.each([
  ["2022-11-03", "2022-11-03"],
  ["2022-11-06", "2022-11-05"],
  ["2022-09-04", "2022-08-31"],
])("up to %s the last working morning is %s", (asked, found) => {
  expect(morningUpTo(day(asked), exceptions)).toBe(found);
});

test.each([
  ["2022-11-07T06:59:59.999+07:00", "2022-11-05"],
  ["2022-11-07T07:00:00.000+07:00", "2022-11-07"],
  ["2022-11-06T12:00:00.000+07:00", "2022-11-05"],
])("at %s the newest morning is %s", (instant, found) => {
  expect(morningAt(new Date(instant), exceptions)).toBe(found);
});

test("a Monday reaches back to Friday, over holidays too; what is to come is not told yet", () => {
  const newest = day("2022-12-30");
  const around = (asked: string) => morningsOf(day(asked), newest, exceptions);
  expect(around("2022-11-14")).toEqual({ day: "2022-11-14", before: "2022-11-11", next: "2022-11-15" });
  expect(around("2022-09-05")).toEqual({ day: "2022-09-05", before: "2022-08-31", next: "2022-09-06" });
  expect(around("2023-05-01")).toEqual({ day: "2022-12-30", before: "2022-12-29", next: "2023-01-02" });
});
