import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjustedRate, reclassifiedOut } from "@/lib/metrics/adjusted-rate";

const month = (notYetEligible: bigint, newlyAccepted: bigint) => ({ notYetEligible, newlyAccepted });

describe("reclassifiedOut", () => {
  test("is nothing while column 15 stays, and with fewer than two months", () => {
    expect(reclassifiedOut([])).toEqual({ atLeast: 0n, atMost: 0n });
    expect(reclassifiedOut([month(50n, 10n)])).toEqual({ atLeast: 0n, atMost: 0n });
    expect(reclassifiedOut([month(50n, 10n), month(50n, 20n)])).toEqual({ atLeast: 0n, atMost: 0n });
  });

  test("is sure only of what new files cannot explain", () =>
    expect(reclassifiedOut([month(50n, 10n), month(90n, 25n)])).toEqual({ atLeast: 25n, atMost: 40n }));

  test("forgets what has come back", () => {
    const months = [month(50n, 10n), month(90n, 10n), month(60n, 10n)];
    expect(reclassifiedOut(months)).toEqual({ atLeast: 10n, atMost: 10n });
    expect(reclassifiedOut([...months, month(40n, 10n)])).toEqual({ atLeast: 0n, atMost: 0n });
  });

  test("is seen from the lowest point of the year", () =>
    expect(reclassifiedOut([month(50n, 0n), month(30n, 0n), month(45n, 0n)])).toEqual({
      atLeast: 15n,
      atMost: 15n,
    }));

  test("keeps its bounds in order while intake only grows", () => {
    const steps = fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 99n }), fc.bigInt({ min: 0n, max: 9n })));
    fc.assert(
      fc.property(steps, (list) => {
        let intake = 0n;
        const months = list.map(([stock, added]) => {
          intake += added;
          return month(stock, intake);
        });
        const { atLeast, atMost } = reclassifiedOut(months);
        expect(atLeast).toBeGreaterThanOrEqual(0n);
        expect(atMost).toBeGreaterThanOrEqual(atLeast);
      }),
    );
  });
});

test("the adjusted rate adds back to the denominator only", () => {
  expect(adjustedRate({ numerator: 80n, denominator: 90n }, 10n)).toEqual({
    numerator: 80n,
    denominator: 100n,
  });
  expect(adjustedRate({ numerator: 80n, denominator: 90n }, 0n)).toEqual({
    numerator: 80n,
    denominator: 90n,
  });
  expect(() => adjustedRate({ numerator: 1n, denominator: 2n }, -1n)).toThrow(RangeError);
});
