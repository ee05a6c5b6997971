import { describe, expect, test } from "vitest";
import { earlierOf, monthsBack, outlookOf, wholeYears, yearsOf } from "@/lib/overview/history/rules";
import { nodeOf } from "@/tests/unit/scoreboard/boards";

const row = (node: string, year: number, month: number, done: bigint, reports = 2) => ({
  ...{ node, year, month, measure: "cases", reports },
  done: String(done),
  eligible: "100",
});
const period = { year: 2022, month: 6 };

test("five years are looked back, this month and the year's end of each", () => {
  expect(monthsBack(period)).toEqual({ from: 2017, to: 2021, months: [6, 12] });
  expect(monthsBack({ year: 2022, month: 12 }).months).toEqual([12]);
});

describe("an earlier year", () => {
  const rows = [row("a", 2021, 6, 40n), row("a", 2021, 12, 80n), row("a", 2020, 12, 70n, 1)];

  test("counts only in months that everybody reported, and only in its own measure", () => {
    const years = yearsOf(rows, () => 2, "cases").get("a") ?? [];
    expect(years.map(({ year }) => year)).toEqual([2021]);
    expect(years[0]?.months[5]).toEqual({ numerator: 40n, denominator: 100n });
    expect(yearsOf(rows, () => 2, "money").size).toBe(0);
  });

  test("of the whole is known only when every agency's is", () => {
    const years = yearsOf([...rows, row("b", 2021, 12, 60n)], () => 2, "cases");
    const [whole] = wholeYears(years, 2);
    expect(whole?.months[11]).toEqual({ numerator: 140n, denominator: 200n });
    expect(whole?.months[5]).toBeNull();
  });
});

describe("the outlook", () => {
  const node = nodeOf({ agency: "a", name: "A", cases: [45n, 100n] }, 6);

  test("is refused with its reason where history is too short, and the season where there is none", () => {
    const { learnt } = earlierOf(new Map(), period);
    const look = outlookOf(node, "cases", period, { own: [], learnt });
    expect(look.forecast).toMatchObject({ kind: "refusal", reason: "too-few-peers" });
    expect(look).toMatchObject({ seasonalShare: null, earlierYears: 0 });
  });

  test("takes the season from the agency's own years and, at the year's end, the figure itself", () => {
    const own = yearsOf([row("a", 2021, 6, 40n), row("a", 2021, 12, 80n)], () => 2, "cases").get("a") ?? [];
    const { learnt } = earlierOf(new Map([["a", own]]), period);
    expect(outlookOf(node, "cases", period, { own, learnt })).toMatchObject({
      seasonalShare: { n: 1n, d: 2n },
      earlierYears: 1,
    });
    const end = { year: 2022, month: 12 };
    const final = outlookOf(nodeOf({ agency: "a", name: "A", cases: [81n, 100n] }), "cases", end, {
      own,
      learnt: earlierOf(new Map([["a", own]]), end).learnt,
    });
    expect(final.forecast).toMatchObject({ kind: "forecast", method: "final", point: 0.81 });
  });
});
