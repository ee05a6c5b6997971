import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { remainingUnder } from "@/lib/metrics/scenario";
import { isMet, remaining, type Target } from "@/lib/metrics/target";

const docket = { numerator: 4_262n, denominator: 5_135n };
const above83: Target = { comparison: "above", basisPoints: 8_300n };
const still = { newlyEligible: 0n, reclassified: 0n };

describe("remainingUnder", () => {
  test("is today's remainder while nothing happens", () =>
    expect(remainingUnder(docket, above83, still)).toEqual({ ratio: docket, remaining: 1n, change: 0n }));

  test("asks for more with new cases and with cases found eligible, alike", () => {
    const more = { ratio: { numerator: 4_262n, denominator: 5_235n }, remaining: 84n, change: 83n };
    expect(remainingUnder(docket, above83, { ...still, newlyEligible: 100n })).toEqual(more);
    expect(remainingUnder(docket, above83, { ...still, reclassified: 100n })).toEqual(more);
    expect(remainingUnder(docket, above83, { newlyEligible: 40n, reclassified: 60n })).toEqual(more);
  });

  test("asks for less with cases out, down to nothing", () => {
    expect(remainingUnder(docket, above83, { ...still, reclassified: -1n })).toMatchObject({
      remaining: 0n,
      change: -1n,
    });
  });

  test("takes out what is undone and no more", () => {
    expect(remainingUnder(docket, above83, { ...still, reclassified: -873n })?.ratio.denominator).toBe(
      4_262n,
    );
    expect(remainingUnder(docket, above83, { ...still, reclassified: -874n })).toBeNull();
    expect(remainingUnder({ numerator: 0n, denominator: 0n }, above83, still)?.remaining).toBe(0n);
  });

  test("refuses fewer than no new cases", () =>
    expect(() => remainingUnder(docket, above83, { ...still, newlyEligible: -1n })).toThrow(RangeError));

  test("is the least count that meets the target in the docket of the scenario", () => {
    const counts = fc.bigInt({ min: 0n, max: 5_000n });
    fc.assert(
      fc.property(
        counts,
        counts,
        counts,
        fc.bigInt({ min: -5_000n, max: 5_000n }),
        (done, open, added, moved) => {
          const ratio = { numerator: done, denominator: done + open };
          const result = remainingUnder(ratio, above83, { newlyEligible: added, reclassified: moved });
          if (open + added + moved < 0n) expect(result).toBeNull();
          else if (result !== null && result.ratio.denominator > 0n) {
            const { denominator } = result.ratio;
            expect(denominator).toBe(done + open + added + moved);
            expect(isMet({ numerator: done + result.remaining, denominator }, above83)).toBe(true);
            expect(result.change).toBe(result.remaining - remaining(ratio, above83));
          }
        },
      ),
    );
  });
});
