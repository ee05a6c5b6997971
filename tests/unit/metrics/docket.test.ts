import { describe, expect, test } from "vitest";
import { percent } from "@/lib/core/ratio";
import { carryOverChange, clearance, dispositionDays, loadPerOfficer } from "@/lib/metrics/docket";

test("clearance is finished over newly accepted, above 100 % when the docket shrinks", () => {
  expect(percent(clearance(576_933n, 547_121n))).toBe("105.45");
  expect(percent(clearance(3n, 0n))).toBeNull();
});

describe("disposition time", () => {
  test("counts the days of the cumulative period, leap day included", () => {
    expect(dispositionDays(100n, 200n, { year: 2022, month: 12 })).toEqual({ n: 365n, d: 2n });
    expect(dispositionDays(100n, 200n, { year: 2024, month: 12 })).toEqual({ n: 183n, d: 1n });
    expect(dispositionDays(10n, 10n, { year: 2022, month: 1 })).toEqual({ n: 31n, d: 1n });
    expect(dispositionDays(1n, 1n, { year: 2022, month: 6 })).toEqual({ n: 182n, d: 1n });
  });

  test("is unknown while nothing is done, and 0 when nothing is open", () => {
    expect(dispositionDays(5n, 0n, { year: 2022, month: 1 })).toBeNull();
    expect(dispositionDays(0n, 5n, { year: 2022, month: 1 })).toEqual({ n: 0n, d: 1n });
  });
});

test("the change of the carry-over is negative when fewer are handed on", () => {
  expect(carryOverChange(95n, 100n)).toEqual({ change: -5n, share: { n: -1n, d: 20n } });
  expect(carryOverChange(5n, 0n)).toEqual({ change: 5n, share: null });
});

describe("load per officer", () => {
  test("is exact", () => expect(loadPerOfficer(826n, 4)).toEqual({ n: 413n, d: 2n }));
  test("is unknown with officers unknown or none", () => {
    expect(loadPerOfficer(826n, null)).toBeNull();
    expect(loadPerOfficer(826n, 0)).toBeNull();
  });
  test.each([-1, 1.5])("refuses %d officers", (officers) =>
    expect(() => loadPerOfficer(1n, officers)).toThrow(RangeError),
  );
});
