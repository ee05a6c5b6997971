import { expect, test } from "vitest";
import { caseloadBand, PLAN_895 } from "@/lib/targets/bands/rules";

test.each([
  [500n, 7500n],
  [5_000n, 7500n],
  [5_001n, 7400n],
  [10_000n, 7400n],
  [10_001n, 7200n],
  [15_000n, 7200n],
])("a docket of %s cases is asked for %s basis points", (cases, basisPoints) => {
  expect(caseloadBand(PLAN_895, cases)?.basisPoints).toBe(basisPoints);
});

test.each([[0n], [499n], [15_001n]])("the plan sets nothing for %s cases", (cases) => {
  expect(caseloadBand(PLAN_895, cases)).toBeNull();
});

test("its bands follow each other without gap or overlap", () => {
  const [first, ...rest] = PLAN_895.bands;
  let until = first?.upTo;
  for (const band of rest) {
    expect(band.over).toBe(until);
    until = band.upTo;
  }
});
