import { describe, expect, test } from "vitest";
import { binomialQuantileRate } from "@/lib/metrics/binomial";
import { funnelLimits, funnelPlace } from "@/lib/metrics/funnel";

const parent = { numerator: 8_200n, denominator: 10_000n };
const of = (numerator: bigint, denominator: bigint) => ({ numerator, denominator });

/** P(X ≤ successes) summed the slow way. */
function cumulative(trials: number, rate: number, successes: number): number {
  let [mass, sum] = [(1 - rate) ** trials, 0];
  for (let k = 0; k <= successes; k += 1) {
    sum += mass;
    mass *= ((trials - k) / (k + 1)) * (rate / (1 - rate));
  }
  return sum;
}

describe("binomialQuantileRate", () => {
  test.each([
    [10, 0.5, 0.025],
    [40, 0.82, 0.975],
    [300, 0.82, 0.001],
    [19, 0.1, 0.5],
    [21, 0.9, 0.999],
  ])("is the fewest whole cases of %d at %d that the share stays at or below", (trials, rate, share) => {
    const successes = Math.round(binomialQuantileRate(trials, rate, share) * trials);
    expect(binomialQuantileRate(trials, rate, share)).toBe(successes / trials);
    expect(cumulative(trials, rate, successes)).toBeGreaterThanOrEqual(share);
    expect(successes === 0 ? 0 : cumulative(trials, rate, successes - 1)).toBeLessThan(share);
  });

  test("nears the normal approximation for many cases", () => {
    const deviation = Math.sqrt((0.82 * 0.18) / 500_000);
    expect(binomialQuantileRate(500_000, 0.82, 0.975)).toBeCloseTo(0.82 + 1.959964 * deviation, 4);
    expect(binomialQuantileRate(500_000, 0.82, 0.001)).toBeCloseTo(0.82 - 3.090232 * deviation, 4);
  });

  test("has no width at 0 and 1, and refuses no trials", () => {
    expect(binomialQuantileRate(5, 0, 0.9)).toBe(0);
    expect(binomialQuantileRate(5, 1, 0.1)).toBe(1);
    expect(() => binomialQuantileRate(0, 0.5, 0.5)).toThrow(RangeError);
    expect(() => binomialQuantileRate(1.5, 0.5, 0.5)).toThrow(RangeError);
  });
});

describe("the funnel", () => {
  test("narrows with size and is wider at 99,8 % than at 95 %", () => {
    const [small, large] = [funnelLimits(parent, 50n), funnelLimits(parent, 5_000n)];
    if (small === null || large === null) throw new Error("no limits");
    expect(small.action.low).toBeLessThan(small.warning.low);
    expect(small.action.high).toBeGreaterThan(small.warning.high);
    expect(large.action.low).toBeGreaterThan(small.warning.low);
    expect(large.action.high).toBeLessThan(small.warning.high);
    expect(large.warning.low).toBeCloseTo(0.82 - 1.96 * Math.sqrt((0.82 * 0.18) / 5_000), 3);
  });

  test("places a rate inside, beyond 95 % and beyond 99,8 %, on either side", () => {
    const at = (numerator: bigint) => funnelPlace(of(numerator, 1_000n), parent);
    expect([760n, 790n, 820n, 847n, 870n].map(at)).toEqual([
      "below998",
      "below95",
      "inside",
      "above95",
      "above998",
    ]);
  });

  test("keeps a rate on its very limit inside", () => {
    expect(funnelPlace(of(9n, 9n), of(1n, 1n))).toBe("inside");
    expect(funnelPlace(of(0n, 9n), of(0n, 1n))).toBe("inside");
    expect(funnelPlace(of(8n, 9n), of(1n, 1n))).toBe("below998");
  });

  test("of a money rate has the width of its cases", () => {
    expect(funnelPlace(of(760n, 1_000n), parent, 50n)).toBe("inside");
    expect(funnelPlace(of(760n, 1_000n), parent, 1_000n)).toBe("below998");
  });

  test("exists for a single case, though nothing of it is beyond chance", () => {
    expect(funnelLimits(parent, 1n)).not.toBeNull();
    expect(funnelPlace(of(1n, 1n), parent)).toBe("inside");
  });

  test("does not exist without a docket on either side", () => {
    expect(funnelLimits(of(0n, 0n), 50n)).toBeNull();
    expect(funnelLimits(parent, 0n)).toBeNull();
    expect(funnelPlace(of(0n, 0n), parent)).toBeNull();
    expect(funnelPlace(of(1n, 2n), of(0n, 0n))).toBeNull();
  });
});
