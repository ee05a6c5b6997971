import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { assertCalendarDay, assertStatusChange, assertUntil, deadlineOf } from "@/lib/periods/rules";
import { reopenInput, setStatusInput } from "@/lib/periods/schema";

const rules = [
  {
    legalVersion: "TT 08/2015/TT-BTP",
    agencyKind: "DISTRICT",
    kind: "dayOfNextMonth" as const,
    count: 4,
    validFrom: day("2015-06-26"),
    validUntil: day("2020-01-05"),
  },
  {
    legalVersion: "TT 06/2019/TT-BTP",
    agencyKind: "DISTRICT",
    kind: "workingDaysAfterEnd" as const,
    count: 2,
    validFrom: day("2020-01-05"),
    validUntil: null,
  },
];

describe("deadlines", () => {
  test("follow the text in force at the period's end", () => {
    const before = deadlineOf(rules, new Map(), "DISTRICT", { year: 2020, month: 3 });
    expect(before).toEqual({ day: "2020-01-03", legalVersion: "TT 08/2015/TT-BTP" });
    const after = deadlineOf(rules, new Map(), "DISTRICT", { year: 2022, month: 6 });
    expect(after).toEqual({ day: "2022-04-04", legalVersion: "TT 06/2019/TT-BTP" });
  });
  test("move with the calendar", () => {
    const holiday = new Map([[day("2022-04-04"), "HOLIDAY" as const]]);
    expect(deadlineOf(rules, holiday, "DISTRICT", { year: 2022, month: 6 })?.day).toBe("2022-04-05");
  });
  test("are unknown where no text was in force, or none for the level", () => {
    expect(deadlineOf(rules, new Map(), "DISTRICT", { year: 2012, month: 6 })).toBeNull();
    expect(deadlineOf(rules, new Map(), "PROVINCE", { year: 2022, month: 6 })).toBeNull();
  });
});

test("only a locked period refuses to change, and only to something else", () => {
  expect(() => assertStatusChange("LOCKED", "OPEN")).toThrow("đã khóa sổ");
  expect(() => assertStatusChange("LOCKED", "CLOSED")).toThrow("đã khóa sổ");
  expect(() => assertStatusChange("LOCKED", "LOCKED")).not.toThrow();
  expect(() => assertStatusChange("CLOSED", "LOCKED")).not.toThrow();
});

test("a reopening may end today, not yesterday", () => {
  expect(() => assertUntil(day("2022-10-05"), day("2022-10-05"))).not.toThrow();
  expect(() => assertUntil(day("2022-10-04"), day("2022-10-05"))).toThrow("từ hôm nay");
});

test("a weekday is no worked weekend day, a weekend day may be a holiday", () => {
  expect(() => assertCalendarDay(day("2022-04-04"), "WORKING")).toThrow("thứ Bảy hoặc Chủ nhật");
  expect(() => assertCalendarDay(day("2022-04-03"), "WORKING")).not.toThrow();
  expect(() => assertCalendarDay(day("2022-04-03"), "HOLIDAY")).not.toThrow();
});

test("inputs take numbers as forms send them, and nothing beyond the known years", () => {
  expect(setStatusInput.parse({ year: "2022", month: "9", status: "OPEN" })).toMatchObject({
    year: 2022,
    month: 9,
  });
  for (const year of ["2028", "2009", "", "2022.5", null]) {
    expect(setStatusInput.safeParse({ year, month: 9, status: "OPEN" }).success).toBe(false);
  }
  const reopening = { agency: "cc-325", year: 2022, month: 9, reason: "Sửa", until: "2022-02-30" };
  expect(reopenInput.safeParse(reopening).success).toBe(false);
  expect(reopenInput.safeParse({ ...reopening, until: "2022-02-28" }).success).toBe(true);
});
