import { describe, expect, test } from "vitest";
import { type Paced, paceChange, paceGap, paceLoss } from "@/lib/metrics/pace-change";

const twoPoints = { n: 2n, d: 100n };
const at = (month: number, done: bigint, year = 2022, basisPoints = 6000n): Paced => ({
  ratio: { numerator: done, denominator: 1000n },
  target: { comparison: "above", basisPoints },
  period: { year, month },
});
const change = (before: Paced, after: Paced) => paceChange(before, after, twoPoints);

test("the gap is the rate minus what is due by the month, exact", () => {
  // 60 % × 6 / 12 = 30 %.
  expect(paceGap(at(6, 335n))).toEqual({ n: 7n, d: 200n });
  expect(paceGap(at(6, 300n))).toEqual({ n: 0n, d: 1n });
  expect(paceGap({ ...at(6, 0n), ratio: { numerator: 0n, denominator: 0n } })).toBeNull();
});

describe("between two boards", () => {
  test.each([
    ["on schedule to behind, same period", at(6, 301n), at(6, 300n), "FELL"],
    ["on schedule to behind, next month", at(6, 301n), at(7, 350n), "FELL"],
    ["met to not met at the year's end", at(11, 601n), at(12, 600n), "FELL"],
    ["met last year, two points behind in the new one", at(12, 601n), at(1, 30n, 2023), "FELL"],
    ["met last year, a little behind in the new one", at(12, 601n), at(1, 31n, 2023), null],
    ["not met last year, far behind in the new one", at(12, 500n), at(1, 10n, 2023), null],
    ["behind to on schedule", at(6, 300n), at(6, 301n), "CAME_BACK"],
    ["not met last year, on schedule in the new one", at(12, 500n), at(1, 51n, 2023), null],
    ["behind and two points worse, on the edge", at(6, 250n), at(6, 230n), "SLIPPED"],
    ["behind and just short of two points worse", at(6, 250n), at(6, 231n), null],
    ["ahead but two points less so", at(6, 340n), at(6, 320n), "SLIPPED"],
    ["behind and better", at(6, 250n), at(6, 280n), null],
    ["a month on at the same pace", at(6, 310n), at(7, 360n), null],
    ["nothing changed", at(6, 310n), at(6, 310n), null],
    ["far lower at the start of the next year, as every year", at(12, 900n), at(1, 60n, 2023), null],
  ] as const)("%s", (_name, before, after, expected) => expect(change(before, after)).toBe(expected));

  test("where nothing is due there is nothing to say", () => {
    const nothing = { ...at(6, 0n), ratio: { numerator: 0n, denominator: 0n } };
    expect(change(nothing, at(6, 100n))).toBeNull();
    expect(change(at(6, 400n), nothing)).toBeNull();
    expect(paceLoss(nothing, at(6, 100n))).toBeNull();
    expect(paceLoss(at(12, 600n), at(1, 100n, 2023))).toBeNull();
  });
});
