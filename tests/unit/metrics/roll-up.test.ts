import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { percent } from "@/lib/core/ratio";
import { combine, ratioOf, type Standing } from "@/lib/metrics/roll-up";

const standing = (completed: bigint, eligible: bigint, reported = 1): Standing => ({
  completed,
  eligible,
  reported,
  expected: 1,
});
const amounts = fc.bigInt({ min: 0n, max: 10n ** 18n });
const standings = fc.array(
  fc.record({ completed: amounts, eligible: amounts, reported: fc.nat(1), expected: fc.constant(1) }),
);

describe("combine", () => {
  test("adds absolute figures, so the rate is that of the sums and not the mean of rates", () => {
    const total = combine([standing(9n, 10n), standing(10n, 90n)]);
    expect(total).toEqual({ completed: 19n, eligible: 100n, reported: 2, expected: 2 });
    const ratio = ratioOf(total);
    expect(ratio && percent(ratio)).toBe("19.00");
  });

  test("is the same in any grouping and order", () => {
    fc.assert(
      fc.property(standings, fc.nat(20), fc.infiniteStream(fc.nat()), (list, cut, keys) => {
        const shuffled = list
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const grouped = combine([combine(shuffled.slice(0, cut)), combine(shuffled.slice(cut))]);
        expect(grouped).toEqual(combine(list));
      }),
    );
  });

  test("of nothing has nobody reported", () =>
    expect(combine([])).toEqual({ completed: 0n, eligible: 0n, reported: 0, expected: 0 }));
});

describe("ratioOf", () => {
  test("is missing when nobody has reported, even if somebody was expected", () => {
    expect(ratioOf(combine([]))).toBeNull();
    expect(ratioOf(standing(0n, 0n, 0))).toBeNull();
  });
  test("a reported zero is a ratio with nothing to divide by, which is not missing", () =>
    expect(ratioOf(standing(0n, 0n))).toEqual({ numerator: 0n, denominator: 0n }));
});
