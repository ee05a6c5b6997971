import { expect, test } from "vitest";
import { arrivals, paceAlerts } from "@/lib/scoreboard/alerts/rules";
import { ALERT_THRESHOLDS } from "@/lib/scoreboard/alerts/types";
import type { BoardNode, Scoreboard } from "@/lib/scoreboard/types";
import { boardOf, nodeOf, type Sketch } from "./boards";

const province = (agency: string, done: bigint, month: number, reported = 10): BoardNode => {
  // The money is on schedule in every month, whatever the cases do.
  const sketch: Sketch = { agency, name: agency, cases: [done, 1000n], money: [34n * BigInt(month), 1000n] };
  return { ...nodeOf(sketch, month), coverage: { reported, expected: 10 } };
};
const board = (month: number, ...children: BoardNode[]): Scoreboard =>
  boardOf(province("tc", 799n, month), children, month);
const told = (befores: Scoreboard[], after: Scoreboard) =>
  paceAlerts(befores, after, ALERT_THRESHOLDS).map(({ agency, measure, change }) => [
    agency,
    measure,
    change,
  ]);

test("says who fell, who slipped and who came back, worst first, and is silent about the rest", () => {
  const before = board(
    6,
    province("a", 410n, 6),
    province("b", 500n, 6),
    province("c", 390n, 6),
    province("d", 410n, 6),
    province("e", 450n, 6),
  );
  const after = board(
    6,
    province("a", 395n, 6),
    province("b", 450n, 6),
    province("c", 401n, 6),
    province("d", 409n, 6),
    province("e", 300n, 6),
  );
  expect(told([before], after)).toEqual([
    ["e", "cases", "FELL"],
    ["a", "cases", "FELL"],
    ["b", "cases", "SLIPPED"],
    ["c", "cases", "CAME_BACK"],
  ]);
});

test("holds an agency against the last period until half of its reports counted in this one", () => {
  const earlier = board(5, province("a", 410n, 5));
  const fewThen = board(6, province("a", 100n, 6, 4));
  const enoughThen = board(6, province("a", 390n, 6, 5));
  const after = board(6, province("a", 390n, 6, 6));
  expect(told([fewThen, earlier], after)).toEqual([["a", "cases", "FELL"]]);
  expect(paceAlerts([fewThen, earlier], after, ALERT_THRESHOLDS)[0]?.before.period.month).toBe(5);
  expect(told([enoughThen, earlier], after)).toEqual([]);
});

test("says nothing of an agency that is new, has too few reports, or was given no target", () => {
  const before = board(6, province("a", 410n, 6), province("b", 410n, 6));
  const few = province("a", 100n, 6, 4);
  const untargeted = {
    ...nodeOf({ agency: "b", name: "b", cases: [1n, 1000n] }, 6, false),
    coverage: { reported: 10, expected: 10 },
  };
  expect(told([before], board(6, few, untargeted, province("new", 1n, 6)))).toEqual([]);
});

test("refuses boards of periods that do not follow one another", () => {
  expect(() => told([board(4)], board(6))).toThrow(RangeError);
  expect(() => told([board(7)], board(6))).toThrow(RangeError);
  const october = { ...board(1), period: { year: 2023, month: 1 } };
  expect(() => told([board(12)], october)).not.toThrow();
});

test("new reports are counted against the same period only", () => {
  const before = board(6, province("a", 1n, 6, 3), province("b", 1n, 6, 10), province("gone", 1n, 6, 2));
  const after = board(6, province("a", 1n, 6, 7), province("b", 1n, 6, 10), province("c", 1n, 6, 1));
  const counts = (from: Scoreboard | null) =>
    arrivals(from, after).map(({ agency, before: was, reported }) => [agency, was, reported]);
  expect(counts(before)).toEqual([
    ["a", 3, 7],
    ["c", 0, 1],
  ]);
  expect(counts(board(5, province("a", 1n, 5, 9)))).toEqual([
    ["a", 0, 7],
    ["b", 0, 10],
    ["c", 0, 1],
  ]);
  expect(counts(null)).toHaveLength(3);
});

test("a unit without anybody under it arrives itself; an agency whose count fell back does not", () => {
  const unit = (reported: number) =>
    boardOf({ ...province("cc-325", 1n, 6), coverage: { reported, expected: 1 } }, [], 6);
  expect(arrivals(unit(0), unit(1)).map(({ agency }) => agency)).toEqual(["cc-325"]);
  expect(arrivals(unit(1), unit(1))).toEqual([]);
  expect(arrivals(unit(1), unit(0))).toEqual([]);
});
