import { describe, expect, test } from "vitest";
import { GATES_2015, type GateTarget, gradesOpen } from "@/lib/metrics/rank-gate";

const met: GateTarget = { isMet: true, shortBy: { n: 0n, d: 1n } };
const short = (n: bigint, d: bigint): GateTarget => ({ isMet: false, shortBy: { n, d } });
const grades = (points: bigint, ...targets: GateTarget[]) => gradesOpen(GATES_2015, points, targets);

describe("the ranks of 2015", () => {
  test("A asks for 180 points and all three targets", () => {
    expect(grades(18_000n, met, met, met)).toEqual(["A"]);
    expect(grades(17_999n, met, met, met)).toEqual(["B"]);
    expect(grades(18_000n, met, met, short(1n, 100n))).toEqual(["C", "D"]);
  });

  test("B asks for 160 points and two targets with the third at most 15 % short", () => {
    expect(grades(16_000n, met, met, short(15n, 100n))).toEqual(["B"]);
    expect(grades(15_999n, met, met, met)).toEqual(["C", "D"]);
    expect(grades(17_000n, met, met, short(1_501n, 10_000n))).toEqual(["C", "D"]);
  });

  test("or one target with the others at most 5 % short", () => {
    expect(grades(17_000n, met, short(5n, 100n), short(1n, 20n))).toEqual(["B"]);
    expect(grades(17_000n, met, short(5n, 100n), short(501n, 10_000n))).toEqual(["C", "D"]);
    expect(grades(17_000n, short(1n, 100n), short(1n, 100n), short(1n, 100n))).toEqual(["C", "D"]);
  });

  test("ask for exactly three targets", () => expect(() => grades(18_000n, met, met)).toThrow(RangeError));
});
