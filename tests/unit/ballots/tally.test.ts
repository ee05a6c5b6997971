import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baseOf, hasQuorum, needed, rollOf, secondRound, tally } from "@/lib/ballots/tally/rules";
import type { Voices, VoteRule } from "@/lib/ballots/types";
import { eightyOfAll } from "@/tests/factories/bulletins";

const ninety = { ...eightyOfAll, numerator: 9, denominator: 10 };
const twoThirds = { ...eightyOfAll, numerator: 2, denominator: 3 };
const overHalf = { ...eightyOfAll, numerator: 1, denominator: 2, strict: true };
const none: Voices = { agree: 0, disagree: 0, none: 0 };
const voices = (agree: number, disagree = 0, blank = 0): Voices => ({ agree, disagree, none: blank });
const one = (rule: VoteRule, members: number, sheets: Voices, written = none) =>
  tally(rule, members, [{ slot: 1, sheets, written }])[0];

// Worked by hand: size of the council, then the fewest agreements of 80 %, 90 %, two thirds, more than half.
const byHand = [
  [3, 3, 3, 2, 2],
  [5, 4, 5, 4, 3],
  [7, 6, 7, 5, 4],
  [9, 8, 9, 6, 5],
  [10, 8, 9, 7, 6],
  [11, 9, 10, 8, 6],
  [12, 10, 11, 8, 7],
  [15, 12, 14, 10, 8],
  [17, 14, 16, 12, 9],
  [20, 16, 18, 14, 11],
  [21, 17, 19, 14, 11],
  [25, 20, 23, 17, 13],
  [30, 24, 27, 20, 16],
] as const;

describe.each(byHand)("a council of %i", (members, eighty, ninetieth, thirds, half) => {
  const asked = [
    [eightyOfAll, eighty],
    [ninety, ninetieth],
    [twoThirds, thirds],
    [overHalf, half],
  ] as const;

  test("asks for as many agreements as worked by hand", () => {
    expect(asked.map(([rule]) => needed(rule, members))).toEqual(asked.map(([, fewest]) => fewest));
  });

  test("one below fails, on and above the limit pass, with everybody there", () => {
    for (const [rule, fewest] of asked) {
      for (const agree of [fewest - 1, fewest, Math.min(fewest + 1, members)]) {
        const result = one(rule, members, voices(agree, members - agree));
        expect([agree, result?.verdict]).toEqual([agree, agree >= fewest ? "PASSED" : "FAILED"]);
      }
    }
  });
});

test("of all members an absent one and a blank weigh as much as a no: 80 % of 25 wants 20", () => {
  expect(one(eightyOfAll, 25, voices(20, 0, 5))?.verdict).toBe("PASSED");
  expect(one(eightyOfAll, 25, voices(19, 0, 6))?.verdict).toBe("FAILED");
  expect(one(eightyOfAll, 25, voices(19, 0, 0))?.verdict, "six stay away").toBe("FAILED");
  expect(one(eightyOfAll, 25, voices(20, 0, 0))?.verdict, "five stay away").toBe("PASSED");
});

test("of those present an absent member weighs nothing and a blank weighs as a no", () => {
  const present = { ...eightyOfAll, base: "present" as const };
  expect(one(present, 25, voices(16, 0, 4))).toMatchObject({ base: 20, needed: 16, verdict: "PASSED" });
  expect(one(present, 25, voices(16, 0, 5))).toMatchObject({ base: 21, needed: 17, verdict: "FAILED" });
});

test("of valid sheets a blank weighs nothing", () => {
  const valid = { ...eightyOfAll, base: "valid" as const };
  expect(one(valid, 25, voices(8, 2, 10))).toMatchObject({ base: 10, needed: 8, verdict: "PASSED" });
  expect(one(valid, 25, voices(7, 2, 11))).toMatchObject({ base: 9, needed: 8, verdict: "FAILED" });
  expect(one(valid, 25, voices(0, 0, 20))).toMatchObject({ base: 0, verdict: "FAILED" });
});

test("a written opinion of an absent member agrees like a sheet, where the rule lets it", () => {
  expect(one(eightyOfAll, 25, voices(18), voices(2, 1))).toMatchObject({
    base: 25,
    agreed: 20,
    verdict: "PASSED",
  });
  expect(one({ ...eightyOfAll, written: false }, 25, voices(18), voices(2))).toMatchObject({
    agreed: 18,
    verdict: "FAILED",
  });
  const present = { ...eightyOfAll, base: "present" as const };
  expect(baseOf(present, 25, { slot: 1, sheets: voices(10, 5, 1), written: voices(2, 1, 1) })).toBe(20);
  expect(
    baseOf({ ...present, base: "valid" }, 25, { slot: 1, sheets: voices(9, 5, 1), written: voices(2, 1, 1) }),
  ).toBe(17);
});

test("members kept out by a conflict stay in the denominator or not, as the rule says", () => {
  const roll = [...Array(10).fill({ standing: "VOTER" }), { standing: "RECUSED" }];
  expect(rollOf(eightyOfAll, roll)).toBe(11);
  expect(rollOf({ ...eightyOfAll, countsRecused: false }, roll)).toBe(10);
});

test("the quorum is of the roll, and a written opinion is no attendance: two thirds of 25 is 17", () => {
  expect([16, 17, 18].map((sheets) => hasQuorum(eightyOfAll, 25, sheets))).toEqual([false, true, true]);
  expect(hasQuorum(eightyOfAll, 0, 0)).toBe(false);
  expect(one({ ...eightyOfAll, numerator: 1, denominator: 2 }, 25, voices(16), voices(9))?.verdict).toBe(
    "NO_QUORUM",
  );
});

test("with fewer seats than nominees over the threshold the most agreements win", () => {
  const rule = { ...eightyOfAll, numerator: 1, denominator: 2, seats: 2 };
  const agreed = (list: readonly number[]) =>
    tally(
      rule,
      10,
      list.map((agree, at) => ({ slot: at + 1, sheets: voices(agree, 10 - agree), written: none })),
    );
  const verdicts = (list: readonly number[]) => agreed(list).map(({ verdict }) => verdict);
  expect(verdicts([9, 8, 7])).toEqual(["PASSED", "PASSED", "FAILED"]);
  expect(verdicts([9, 7, 7])).toEqual(["PASSED", "TIED", "TIED"]);
  expect(verdicts([9, 9, 7])).toEqual(["PASSED", "PASSED", "FAILED"]);
  expect(verdicts([8, 8, 8, 4])).toEqual(["TIED", "TIED", "TIED", "FAILED"]);
  expect(verdicts([9, 7])).toEqual(["PASSED", "PASSED"]);
  expect(secondRound(agreed([9, 7, 7]))).toEqual([2, 3]);
  expect(secondRound(agreed([9, 8, 7]))).toEqual([]);
});

test("a second round is about everybody when too few came", () => {
  const said = [1, 2].map((slot) => ({ slot, sheets: voices(3), written: none }));
  expect(secondRound(tally(eightyOfAll, 25, said))).toEqual([1, 2]);
});

test("one more agreement never turns a pass into a failure, and nothing depends on rounding", () => {
  const share = fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
    .filter(([n, d]) => n <= d);
  fc.assert(
    fc.property(
      share,
      fc.boolean(),
      fc.integer({ min: 1, max: 200 }),
      ([numerator, denominator], strict, members) => {
        const rule = { ...eightyOfAll, numerator, denominator, strict };
        const fewest = needed(rule, members);
        const reaches = (agree: number) =>
          strict
            ? BigInt(agree) * BigInt(denominator) > BigInt(numerator) * BigInt(members)
            : BigInt(agree) * BigInt(denominator) >= BigInt(numerator) * BigInt(members);
        expect([reaches(fewest - 1), reaches(fewest)]).toEqual([false, true]);
      },
    ),
  );
});
