import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fraction, Ratio } from "@/lib/core/ratio";
import { type Child, contributions } from "@/lib/metrics/contribution";
import { minus, plus, ZERO } from "@/lib/metrics/fractions";

const ratio = (numerator: bigint, denominator: bigint): Ratio => ({ numerator, denominator });
const child = (item: string, before: Ratio | null, after: Ratio | null): Child<string> => ({
  item,
  before,
  after,
});
const sum = (parts: readonly Fraction[]) => parts.reduce(plus, ZERO);

const ratios = fc.option(
  fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.bigInt({ min: 0n, max: 10n ** 15n }))
    .map(([done, open]) => ratio(done, done + open)),
  { nil: null },
);
const families = fc.array(fc.tuple(ratios, ratios), { maxLength: 12 });

describe("contributions", () => {
  test("of a child that alone did more are completions only", () => {
    const found = contributions([
      child("a", ratio(50n, 100n), ratio(60n, 100n)),
      child("b", ratio(30n, 100n), ratio(30n, 100n)),
    ]);
    expect(found?.change).toEqual({ n: 1n, d: 20n });
    expect(found?.children[0]).toEqual({
      item: "a",
      completions: { n: 1n, d: 20n },
      denominator: ZERO,
      mix: ZERO,
      total: { n: 1n, d: 20n },
    });
    expect(found?.children[1]?.total).toEqual(ZERO);
  });

  test("of a lone child with more to do are its denominator, without mix", () => {
    const found = contributions([child("a", ratio(50n, 100n), ratio(50n, 200n))]);
    expect(found?.children[0]).toMatchObject({
      completions: ZERO,
      denominator: { n: -1n, d: 4n },
      mix: ZERO,
    });
  });

  test("of growth at an unchanged rate are the mix, up for the better and down for the worse", () => {
    const found = contributions([
      child("good", ratio(90n, 100n), ratio(180n, 200n)),
      child("poor", ratio(10n, 100n), ratio(10n, 100n)),
    ]);
    const [good, poor] = found?.children ?? [];
    expect(good?.mix.n).toBeGreaterThan(0n);
    expect(poor?.mix.n).toBeGreaterThan(0n);
    expect(plus(good?.completions ?? ZERO, good?.denominator ?? ZERO)).toEqual(ZERO);
    expect(found?.change).toEqual(minus({ n: 190n, d: 300n }, { n: 1n, d: 2n }));
  });

  test("of a child that appears are its mix", () => {
    const found = contributions([
      child("old", ratio(1n, 2n), ratio(1n, 2n)),
      child("new", null, ratio(2n, 2n)),
    ]);
    expect(found?.children[1]).toMatchObject({ completions: ZERO, denominator: ZERO });
    expect(found?.children[1]?.mix.n).toBeGreaterThan(0n);
  });

  test("do not exist when the parent had or has nothing to divide by", () => {
    expect(contributions([])).toBeNull();
    expect(contributions([child("a", null, ratio(1n, 2n))])).toBeNull();
    expect(contributions([child("a", ratio(1n, 2n), ratio(0n, 0n))])).toBeNull();
  });

  test.each([ratio(1n, 0n), ratio(0n, -1n)])("refuse completed without eligible", (broken) =>
    expect(() => contributions([child("a", ratio(1n, 2n), broken)])).toThrow(RangeError),
  );

  test("add up to the parent's change exactly, each total to its parts, in any order", () => {
    fc.assert(
      fc.property(families, (family) => {
        const children = family.map(([before, after], index) => child(String(index), before, after));
        const found = contributions(children);
        const totals = (pick: "before" | "after") =>
          children.reduce(
            (all, one) =>
              ratio(
                all.numerator + (one[pick]?.numerator ?? 0n),
                all.denominator + (one[pick]?.denominator ?? 0n),
              ),
            ratio(0n, 0n),
          );
        const [before, after] = [totals("before"), totals("after")];
        if (before.denominator === 0n || after.denominator === 0n) {
          expect(found).toBeNull();
          return;
        }
        const change = minus(
          { n: after.numerator, d: after.denominator },
          { n: before.numerator, d: before.denominator },
        );
        expect(found?.change).toEqual(change);
        expect(sum((found?.children ?? []).map(({ total }) => total))).toEqual(change);
        for (const { completions, denominator, mix, total } of found?.children ?? [])
          expect(sum([completions, denominator, mix])).toEqual(total);
      }),
    );
  });

  test("turn their signs when the periods are exchanged", () => {
    fc.assert(
      fc.property(families, (family) => {
        const forth = contributions(family.map(([before, after]) => ({ item: 0, before, after })));
        const back = contributions(
          family.map(([before, after]) => ({ item: 0, before: after, after: before })),
        );
        expect(forth === null).toBe(back === null);
        forth?.children.forEach((one, index) => {
          const other = back?.children[index];
          for (const part of ["completions", "denominator", "mix", "total"] as const)
            expect(plus(one[part], other?.[part] ?? ZERO)).toEqual(ZERO);
        });
      }),
    );
  });
});
