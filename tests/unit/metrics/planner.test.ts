import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { sumRatios } from "@/lib/core/ratio";
import { plan, remainingWeeks } from "@/lib/metrics/planner";
import { cheapestMix, type UnitWork } from "@/lib/metrics/planner-mix";
import { evenly, shares } from "@/lib/metrics/shares";
import { isMet, type Target } from "@/lib/metrics/target";

const sum = (list: readonly bigint[]) => list.reduce((total, each) => total + each, 0n);
const above = (basisPoints: bigint): Target => ({ comparison: "above", basisPoints });
const targets: fc.Arbitrary<Target> = fc
  .tuple(
    fc.constantFrom("above" as const, "atLeast" as const, "equal" as const),
    fc.bigInt({ min: 0n, max: 20n }),
  )
  .map(([comparison, steps]) => ({ comparison, basisPoints: steps * 500n }));

describe("shares", () => {
  test("add up to the total and stay within one of the exact part", () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), weights, (total, list) => {
        fc.pre(sum(list) > 0n);
        const parts = shares(total, list);
        expect(sum(parts)).toBe(total);
        for (const [index, part] of parts.entries()) {
          const off = part * sum(list) - total * (list[index] ?? 0n);
          expect(off < sum(list) && off > -sum(list)).toBe(true);
        }
      }),
    );
  });
  test("without any weight, or with one below zero, are refused", () => {
    expect(() => shares(1n, [0n])).toThrow(RangeError);
    expect(() => shares(1n, [2n, -1n])).toThrow(RangeError);
  });
  test("over weeks put the larger first", () => {
    expect(evenly(7n, 3)).toEqual([3n, 2n, 2n]);
    expect(evenly(7n, 0)).toEqual([]);
  });
});

describe("remainingWeeks", () => {
  test.each([
    ["2022-09-30", 1],
    ["2022-09-24", 1],
    ["2022-09-23", 2],
    ["2022-10-01", 0],
    ["2021-10-01", 53],
    ["2020-01-01", 53],
  ])("from %s", (today, weeks) => expect(remainingWeeks(day(today), 2022)).toBe(weeks));
});

describe("plan", () => {
  test("one case is missing for Hưng Yên at 4262 of 5135", () =>
    expect(plan({ numerator: 4262n, denominator: 5135n }, above(8_300n), 2)).toEqual({
      needed: 1n,
      open: 873n,
      isReachable: true,
      weekly: [1n, 0n],
    }));
  test("says when the target is out of reach, and when nothing is due", () => {
    expect(plan({ numerator: 3n, denominator: 3n }, above(10_000n), 1).isReachable).toBe(false);
    expect(plan({ numerator: 0n, denominator: 0n }, above(5_000n), 1)).toMatchObject({
      isReachable: null,
      needed: 0n,
    });
    expect(
      plan({ numerator: 0n, denominator: 3n }, { comparison: "equal", basisPoints: 5_000n }, 1).isReachable,
    ).toBe(false);
  });
  test("is the least that passes, by trying every number", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(30),
        targets,
        fc.integer({ min: 1, max: 9 }),
        (d, n, target, weeks) => {
          fc.pre(n <= d);
          const ratio = { numerator: BigInt(n), denominator: BigInt(d) };
          const found = plan(ratio, target, weeks);
          const passing = Array.from({ length: d - n + 1 }, (_, more) => BigInt(more)).find((more) =>
            isMet({ numerator: ratio.numerator + more, denominator: ratio.denominator }, target),
          );
          expect(found.isReachable).toBe(passing !== undefined);
          if (passing !== undefined) expect(found.needed).toBe(passing);
          expect(sum(found.weekly)).toBe(found.needed);
        },
      ),
    );
  });
});

const unit: fc.Arbitrary<Omit<UnitWork, "agency">> = fc
  .record({
    done: fc.bigInt({ min: 0n, max: 6n }),
    easy: fc.bigInt({ min: 0n, max: 3n }),
    hard: fc.bigInt({ min: 0n, max: 3n }),
    idle: fc.bigInt({ min: 0n, max: 2n }),
    costs: fc.tuple(fc.bigInt({ min: 0n, max: 3n }), fc.bigInt({ min: 0n, max: 3n })),
    target: fc.option(targets, { nil: undefined }),
  })
  .map(({ done, easy, hard, idle, costs, target }) => ({
    ratio: { numerator: done, denominator: done + easy + hard + idle },
    tiers: [
      { cost: costs[0], available: easy },
      { cost: costs[1], available: hard },
    ],
    ...(target === undefined ? {} : { target }),
  }));
const provinces = fc
  .array(unit, { minLength: 1, maxLength: 3 })
  .map((units) => units.map((each, index): UnitWork => ({ agency: `cc-${index}`, ...each })));

/** Every way to work, with what it costs and how much each unit completes. */
function* everyMix(units: readonly UnitWork[]): Generator<{ cost: bigint; amounts: bigint[] }> {
  const [first, ...others] = units;
  if (first === undefined) return yield { cost: 0n, amounts: [] };
  const [easy, hard] = first.tiers ?? [];
  for (let a = 0n; a <= (easy?.available ?? 0n); a += 1n)
    for (let b = 0n; b <= (hard?.available ?? 0n); b += 1n)
      for (const rest of everyMix(others)) {
        const cost = a * (easy?.cost ?? 0n) + b * (hard?.cost ?? 0n) + rest.cost;
        yield { cost, amounts: [a + b, ...rest.amounts] };
      }
}

function meets({ ratio }: UnitWork, amount: bigint, target: Target): boolean {
  return isMet({ numerator: ratio.numerator + amount, denominator: ratio.denominator }, target) !== false;
}

function canMeetOwn(unit: UnitWork): boolean {
  const most = sum((unit.tiers ?? []).map(({ available }) => available));
  const ways = Array.from({ length: Number(most) + 1 }, (_, amount) => BigInt(amount));
  return unit.target === undefined || ways.some((amount) => unit.target && meets(unit, amount, unit.target));
}

/** An exact target may not be overshot: the planner counts up to it, so the search does the same. */
const atLeast = (target: Target): Target =>
  target.comparison === "equal" ? { ...target, comparison: "atLeast" } : target;

function leastCost(units: readonly UnitWork[], target: Target, keepOwn: boolean): bigint | null {
  const whole = sumRatios(units.map(({ ratio }) => ratio));
  let least: bigint | null = null;
  for (const { cost, amounts } of everyMix(units)) {
    const total = { ratio: whole, agency: "cuc" };
    const own = units.every(
      (each, index) =>
        !keepOwn ||
        each.target === undefined ||
        !canMeetOwn(each) ||
        meets(each, amounts[index] ?? 0n, atLeast(each.target)),
    );
    if (own && meets(total, sum(amounts), atLeast(target)) && (least === null || cost < least)) least = cost;
  }
  return least;
}

describe("cheapestMix", () => {
  test.each([false, true])(
    "costs as little as the best of all mixes (own targets kept: %s)",
    (keepOwnTargets) => {
      fc.assert(
        fc.property(provinces, targets, (units, target) => {
          const mix = cheapestMix(units, target, { weeks: 3, keepOwnTargets });
          const best = leastCost(units, target, keepOwnTargets);
          expect(mix.short > 0n).toBe(best === null);
          if (best !== null) expect(mix.cost).toBe(best);
          for (const [index, share] of mix.units.entries()) {
            const most = sum((units[index]?.tiers ?? []).map(({ available }) => available));
            expect(share.amount <= most && sum(share.weekly) === share.amount).toBe(true);
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  test("passes, and one completion less does not", () => {
    const units = [
      { agency: "cc-1", ratio: { numerator: 40n, denominator: 100n } },
      { agency: "cc-2", ratio: { numerator: 80n, denominator: 100n } },
    ];
    const mix = cheapestMix(units, above(8_000n), { weeks: 4, keepOwnTargets: false });
    expect(mix).toMatchObject({ needed: 41n, short: 0n, cost: 41n });
    expect(mix.units.map(({ amount }) => amount)).toEqual([31n, 10n]);
    expect(mix.units[0]?.weekly).toEqual([8n, 8n, 8n, 7n]);
  });

  test("a unit beyond reach of its own target is not worked for nothing", () => {
    const units: UnitWork[] = [
      { agency: "cc-1", ratio: { numerator: 9n, denominator: 10n } },
      {
        agency: "cc-2",
        ratio: { numerator: 1n, denominator: 10n },
        target: above(9_000n),
        tiers: [{ cost: 1n, available: 3n }],
      },
    ];
    const mix = cheapestMix(units, above(1_000n), { weeks: 1, keepOwnTargets: true });
    expect(mix.units.map(({ amount, meetsOwn }) => [amount, meetsOwn])).toEqual([
      [0n, null],
      [0n, false],
    ]);
  });

  test("says how much is missing when all that is open is not enough", () => {
    const units: UnitWork[] = [
      { agency: "cc-1", ratio: { numerator: 0n, denominator: 10n }, tiers: [{ cost: 2n, available: 4n }] },
    ];
    expect(cheapestMix(units, above(5_000n), { weeks: 0, keepOwnTargets: false })).toMatchObject({
      needed: 6n,
      short: 2n,
      cost: 8n,
    });
  });

  test("more open work than is eligible and not done is refused", () => {
    const units: UnitWork[] = [
      { agency: "cc-1", ratio: { numerator: 9n, denominator: 10n }, tiers: [{ cost: 1n, available: 2n }] },
    ];
    expect(() => cheapestMix(units, above(1n), { weeks: 1, keepOwnTargets: false })).toThrow(RangeError);
  });
});
