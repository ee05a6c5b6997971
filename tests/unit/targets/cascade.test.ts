import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCascade, propose } from "@/lib/targets/cascade/rules";
import { CASCADE_METHODS, type Candidate, type Child, type Demand } from "@/lib/targets/cascade/types";

const above = (basisPoints: bigint): Demand => ({ comparison: "above", basisPoints });
const child = (agency: string, eligible: bigint, demand: Demand | null): Child => ({
  agency,
  eligible,
  demand,
});

describe("the check, by hand", () => {
  test("two provinces of 300 and 100 eligible reach 81,50 % with 82 % and 80 %: 81,50 % exactly, both strict", () => {
    const check = checkCascade(above(8150n), [
      child("a", 300n, above(8200n)),
      child("b", 100n, above(8000n)),
    ]);
    expect(check).toEqual({ weighted: { n: 163n, d: 200n }, reaches: true, together: 0n, alone: [] });
  });
  test("the same with “at least” below a strict parent just misses, by a hundredth of a point", () => {
    const atLeast = (basisPoints: bigint): Demand => ({ comparison: "atLeast", basisPoints });
    const children = [child("a", 300n, atLeast(8200n)), child("b", 100n, atLeast(8000n))];
    const check = checkCascade(above(8150n), children);
    expect(check.reaches).toBe(false);
    expect(check.together).toBe(1n);
    expect(check.alone).toEqual([
      { agency: "a", from: 8200n, to: 8201n },
      { agency: "b", from: 8000n, to: 8001n },
    ]);
    expect(checkCascade(atLeast(8150n), children).reaches).toBe(true);
  });
  test("a shortfall names who alone would have to rise to what; the small one cannot close it at all", () => {
    const check = checkCascade(above(8150n), [child("a", 900n, above(8000n)), child("b", 50n, above(8000n))]);
    expect(check.together).toBe(150n);
    // 900 × 8000 + 50 × 8000 is 1.425 × 100 short of 950 × 8150: 142.500 / 900 = 158,33 points.
    expect(check.alone).toEqual([
      { agency: "a", from: 8000n, to: 8159n },
      { agency: "b", from: 8000n, to: null },
    ]);
  });
  test("who has no demand of its own counts with the parent's; nothing eligible cannot be judged", () => {
    expect(checkCascade(above(8150n), [child("a", 10n, null), child("b", 5n, above(8100n))]).reaches).toBe(
      false,
    );
    expect(checkCascade(above(8150n), [child("a", 10n, null)]).reaches).toBe(true);
    expect(checkCascade(above(8150n), [child("a", 0n, above(0n))]).reaches).toBeNull();
  });
});

describe("proposals, by hand", () => {
  const candidates: Candidate[] = [
    { agency: "a", eligible: 300n, baseline: { numerator: 240n, denominator: 300n }, weight: 240n },
    { agency: "b", eligible: 100n, baseline: { numerator: 90n, denominator: 100n }, weight: 90n },
  ];
  const points = (list: readonly Child[] | null) => list?.map(({ demand }) => demand?.basisPoints);
  test("copying gives everybody the parent's", () => {
    expect(points(propose("copy", above(8400n), candidates))).toEqual([8400n, 8400n]);
  });
  test("equal points: 80 % and 90 % rise by 1,50 each to reach 84 % of 400", () => {
    // 300 × 80 + 100 × 90 is 82,50 % of 400; 1,50 more is 84,00 %.
    expect(points(propose("points", above(8400n), candidates))).toEqual([8150n, 9150n]);
  });
  test("equal points also lower, when last year was better than the parent asks", () => {
    expect(points(propose("points", above(8000n), candidates))).toEqual([7750n, 8750n]);
  });
  test("an agency without a last result gets the parent's target", () => {
    const newcomer: Candidate = { agency: "c", eligible: 100n, baseline: null, weight: 0n };
    expect(points(propose("points", above(8400n), [...candidates, newcomer]))).toEqual([8150n, 9150n, 8400n]);
  });
  test("by weight: 337 completions are divided 240 to 90 and rounded up to whole basis points", () => {
    // 84 % of 400 is 336, strictly above is 337: 245 and 92.
    expect(points(propose("weight", above(8400n), candidates))).toEqual([8167n, 9200n]);
  });
  test("by weight nobody is asked for more than everything; the rest goes to the others", () => {
    const heavy: Candidate[] = [
      { agency: "a", eligible: 300n, baseline: null, weight: 1n },
      { agency: "b", eligible: 10n, baseline: null, weight: 100n },
    ];
    // 81,50 % of 310 is 252,65, so 253: all 10 of b, 243 of a.
    expect(propose("weight", above(8150n), heavy)?.map(({ demand }) => demand)).toEqual([
      above(8100n),
      { comparison: "atLeast", basisPoints: 10_000n },
    ]);
  });
  test("what cannot be reached is not proposed", () => {
    const stuck: Candidate[] = [{ agency: "a", eligible: 10n, baseline: null, weight: 0n }];
    expect(propose("weight", above(8150n), stuck)).toBeNull();
  });
});

const demand = fc.record({
  comparison: fc.constantFrom("above", "atLeast", "equal" as const),
  basisPoints: fc.bigInt(0n, 9_999n),
});
const candidate = fc
  .record({
    eligible: fc.bigInt(1n, 10n ** 13n),
    done: fc.bigInt(0n, 10n ** 13n),
    weight: fc.bigInt(1n, 10n ** 6n),
  })
  .map(({ eligible, done, weight }) => ({
    eligible,
    weight,
    baseline: { numerator: done % (eligible + 1n), denominator: eligible },
  }));
const candidates = fc
  .array(candidate, { minLength: 1, maxLength: 12 })
  .map((list) => list.map((each, at): Candidate => ({ agency: `a${at}`, ...each })));

test("every proposal passes the check, and by equal points one point less for all would not", () => {
  fc.assert(
    fc.property(demand, candidates, (parent: Demand, list) => {
      for (const method of CASCADE_METHODS) {
        const proposed = propose(method, parent, list);
        expect(proposed && checkCascade(parent, proposed).reaches).toBe(true);
      }
      const lower = propose("points", parent, list)?.map((each) => ({
        ...each,
        demand: each.demand && { ...each.demand, basisPoints: each.demand.basisPoints - 1n },
      }));
      const isInside = lower?.every(
        ({ demand: each }) => each && each.basisPoints >= 0n && each.basisPoints < 9_999n,
      );
      if (lower && isInside) expect(checkCascade(parent, lower).reaches).toBe(false);
    }),
  );
});

test("the what-if is least: with it the parent is reached, with a hundredth less it is not", () => {
  const children = fc
    .array(fc.record({ eligible: fc.bigInt(0n, 10n ** 9n), demand }), { minLength: 1, maxLength: 8 })
    .map((list) => list.map((each, at): Child => ({ agency: `a${at}`, ...each })));
  fc.assert(
    fc.property(demand, children, (parent: Demand, list) => {
      const with_ = (agency: string, to: bigint) =>
        list.map((each) =>
          each.agency === agency && each.demand
            ? { ...each, demand: { ...each.demand, basisPoints: to } }
            : each,
        );
      for (const { agency, from, to } of checkCascade(parent, list).alone) {
        if (to === null || to === 10_000n) continue;
        expect(to).toBeGreaterThan(from);
        expect(checkCascade(parent, with_(agency, to)).reaches).toBe(true);
        expect(checkCascade(parent, with_(agency, to - 1n)).reaches).toBe(false);
      }
    }),
  );
});
