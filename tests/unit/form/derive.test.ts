import fc from "fast-check";
import { expect, test } from "vitest";
import { DERIVED_COLUMNS, type Figures, INPUT_COLUMNS } from "@/lib/form/columns";
import { derive, doneOf, rateInputs } from "@/lib/form/derive";
import { TT_06_2019 } from "@/lib/form/versions/tt-06-2019";
import { CASES, MONEY } from "./support";

const amount = fc.bigInt({ min: 0n, max: 10n ** 16n });
const anyFigures = fc.record(Object.fromEntries(INPUT_COLUMNS.map((column) => [column, amount])));

function added(a: Figures, b: Figures): Figures {
  return Object.fromEntries(INPUT_COLUMNS.map((column) => [column, (a[column] ?? 0n) + (b[column] ?? 0n)]));
}

test("derives 1, 7, 8, 15 and 18", () => {
  expect(derive(CASES, TT_06_2019, "cases")).toEqual({
    totalToResolve: 777n,
    totalEnforceable: 770n,
    eligible: 617n,
    notYetEligible: 153n,
    carriedForward: 409n,
  });
});

test("leaves out what depends on a missing column, and only that", () => {
  const { noCondition: _, ...without } = CASES;
  const derived = derive(without, TT_06_2019, "cases");
  expect(derived.notYetEligible).toBeUndefined();
  expect(derived.eligible).toBe(617n);
});

test("carries a missing column on through 1 and 7 to 18", () => {
  const { newlyAccepted: _, ...without } = CASES;
  expect(Object.keys(derive(without, TT_06_2019, "cases")).sort()).toEqual(["eligible", "notYetEligible"]);
});

test("counts 10b as 0 for cases and needs it for money", () => {
  const { reduced: _, ...without } = MONEY;
  expect(derive({ ...CASES, reduced: 9n }, TT_06_2019, "cases").eligible).toBe(617n);
  expect(derive(without, TT_06_2019, "money").eligible).toBeUndefined();
  expect(derive(without, TT_06_2019).eligible).toBe(61_650_000_000n);
});

test("gives numerator and denominator of the rate, or nothing", () => {
  expect(rateInputs(CASES, TT_06_2019, "cases")).toEqual({ completed: 361n, eligible: 617n });
  expect(doneOf(MONEY, "money")).toBe(36_150_000_000n);
  expect(rateInputs({ completed: 1n }, TT_06_2019, "cases")).toBeNull();
});

test("is additive: the derived columns of a sum are the sums of the derived columns", () => {
  fc.assert(
    fc.property(anyFigures, anyFigures, (a, b) => {
      const [left, right] = [derive(a, TT_06_2019, "money"), derive(b, TT_06_2019, "money")];
      const sum = derive(added(a, b), TT_06_2019, "money");
      for (const column of DERIVED_COLUMNS)
        expect(sum[column]).toBe((left[column] ?? 0n) + (right[column] ?? 0n));
    }),
  );
});
