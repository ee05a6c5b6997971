import { describe, expect, test } from "vitest";
import { assertAssignable, linesInForce } from "@/lib/targets/rules";
import { setTargetsInput } from "@/lib/targets/schema";
import { nation } from "../agencies/organisations";

const row = (agencyCode: string, indicator: string, basisPoints: number, comparison = "above") => ({
  agencyCode,
  indicator,
  comparison,
  basisPoints,
  source: "QĐ 1",
});

describe("the line in force", () => {
  test("is one's own before any superior's, indicator by indicator", () => {
    const rows = [row("tc", "R_C", 8150), row("tc", "R_M", 4010), row("cuc-a", "R_C", 8300)];
    const { R_C, R_M } = linesInForce(rows, ["cuc-a", "tc"]);
    expect(R_C).toEqual({ comparison: "above", pct: "83.00", source: "QĐ 1", inheritedFrom: null });
    expect(R_M).toMatchObject({ pct: "40.10", inheritedFrom: "tc" });
  });
  test("is the nearest superior's when there are several", () => {
    const rows = [row("tc", "R_C", 8150), row("cuc-a", "R_C", 8300)];
    expect(linesInForce(rows, ["cc-1", "cuc-a", "tc"]).R_C).toMatchObject({
      pct: "83.00",
      inheritedFrom: "cuc-a",
    });
  });
  test("is missing, not zero, where nobody assigned one, and without a number above a baseline", () => {
    expect(linesInForce([], ["cc-1", "tc"])).toEqual({ R_C: null, R_M: null });
    expect(linesInForce([row("tc", "R_C", 0, "higherThanBaseline")], ["tc"]).R_C?.pct).toBeNull();
  });
});

test("targets are for agencies that exist at some time of the year", () => {
  expect(() => assertAssignable(nation, "cuc-a", 2025)).not.toThrow();
  expect(() => assertAssignable(nation, "cuc-a", 2026)).toThrow("2026");
  expect(() => assertAssignable(nation, "thads-a", 2024)).toThrow("thads-a");
});

describe("inputs", () => {
  const one = { agency: "cuc-a", year: 2021, R_C: { comparison: "above", pct: "83.00" } };
  test.each(["83.00", "83,00", "83", "100", "0", "83.5"])("take the percentage %s", (pct) => {
    expect(setTargetsInput.safeParse({ ...one, R_C: { comparison: "above", pct } }).success).toBe(true);
  });
  test.each(["100.01", "-1", "83.005", "", "1e1", "83%"])("refuse the percentage %j", (pct) => {
    expect(setTargetsInput.safeParse({ ...one, R_C: { comparison: "above", pct } }).success).toBe(false);
  });
  test.each([
    ["no indicator", { agency: "cuc-a", year: 2021 }],
    ["an unknown comparison", { ...one, R_C: { comparison: "over", pct: "83.00" } }],
    ["a comparison without its number", { ...one, R_C: { comparison: "above" } }],
    ["an unknown indicator", { ...one, R_X: { comparison: "above", pct: "1" } }],
    ["a year unknown to the statistics", { ...one, year: 2009 }],
  ])("refuse %s", (_name, input) => {
    expect(setTargetsInput.safeParse(input).success).toBe(false);
  });
  test("need no number above a baseline", () => {
    expect(setTargetsInput.safeParse({ ...one, R_C: { comparison: "higherThanBaseline" } }).success).toBe(
      true,
    );
  });
});
