import { describe, expect, test } from "vitest";
import type { Ratio } from "@/lib/core/ratio";
import { currentRow, lessonsOf, wholeYears, yearMeans } from "@/lib/metrics/forecast/features";
import { logOdds } from "@/lib/metrics/forecast/log-odds";
import type { Peer, RateYear } from "@/lib/metrics/forecast/types";
import { ratio } from "./profiles";

/** A year with figures at month 6 and at the end only, of 1 000 eligible at both unless said otherwise. */
function year(
  at: number,
  half: number,
  end: number,
  eligible: [bigint, bigint] = [1_000n, 1_000n],
): RateYear {
  const of = (rate: number, all: bigint): Ratio => ratio(BigInt(Math.round(rate * Number(all))), all);
  const months = new Array<Ratio | null>(12).fill(null);
  months[5] = of(half, eligible[0]);
  months[11] = of(end, eligible[1]);
  return { year: at, months };
}
const odds = (rate: number) => logOdds(ratio(BigInt(Math.round(rate * 1_000)), 1_000n));

const good: Peer = {
  agency: "good",
  years: [year(2020, 0.5, 0.9), year(2021, 0.6, 0.8), year(2022, 0.4, 0.7)],
};
const poor: Peer = { agency: "poor", years: [year(2021, 0.3, 0.6), year(2020, 0.4, 0.7)] };

describe("year means", () => {
  test("are those of each earlier year over the peers that have it whole", () => {
    const means = yearMeans([good, poor], 2022, 6);
    expect([...means.keys()].sort()).toEqual([2020, 2021]);
    expect(means.get(2020)?.at).toBeCloseTo((odds(0.5) + odds(0.4)) / 2, 12);
    expect(means.get(2020)?.end).toBeCloseTo((odds(0.9) + odds(0.7)) / 2, 12);
    expect(means.get(2021)?.end).toBeCloseTo((odds(0.8) + odds(0.6)) / 2, 12);
  });

  test("leave out months without a docket", () => {
    const idle: Peer = { agency: "idle", years: [{ year: 2020, months: new Array(12).fill(ratio(0n, 0n)) }] };
    expect(yearMeans([idle], 2022, 6).size).toBe(0);
    expect(wholeYears(idle.years, 2022, 6)).toBe(0);
    expect(wholeYears(good.years, 2022, 6)).toBe(2);
    expect(wholeYears(good.years, 2022, 7)).toBe(0);
  });
});

describe("the row of an agency", () => {
  const means = yearMeans([good, poor], 2022, 6);
  const deviation = (pick: "at" | "end", at: number, rate: number) =>
    odds(rate) - (means.get(at)?.[pick] ?? 0);

  test("is the rate now, its usual lead at the end and at the month, its last end, and how full the docket is", () => {
    const found = currentRow(ratio(250n, 500n), poor.years, { year: 2022, month: 6 }, means);
    const ends = [deviation("end", 2020, 0.7), deviation("end", 2021, 0.6)] as const;
    const ats = [deviation("at", 2020, 0.4), deviation("at", 2021, 0.3)] as const;
    const expected = [1, 0, (ends[0] + ends[1]) / 2, (ats[0] + ats[1]) / 2, ends[1], Math.log(0.5)];
    expect(found?.size).toBe(1_000);
    expect(found?.row).toHaveLength(6);
    expected.forEach((value, index) => {
      expect(found?.row[index]).toBeCloseTo(value, 12);
    });
  });

  test("does not exist without an earlier year, or one that the peers know nothing of", () => {
    const period = { year: 2020, month: 6 };
    expect(currentRow(ratio(1n, 2n), good.years, period, means)).toBeNull();
    expect(currentRow(ratio(1n, 2n), [year(2015, 0.5, 0.9)], { year: 2022, month: 6 }, means)).toBeNull();
  });
});

describe("lessons", () => {
  const crowd = Array.from({ length: 10 }, (_, i) => ({
    agency: `a-${i}`,
    years: [2019, 2020, 2021].map((at) => year(at, 0.4 + i / 100, 0.8, [900n, 1_200n])),
  }));

  test("need an earlier year of the agency and ten agencies in the year", () => {
    const means = yearMeans(crowd, 2022, 6);
    const lessons = lessonsOf(crowd, 2022, 6, means);
    expect([...lessons.keys()]).toEqual([2020, 2021]);
    expect(lessons.get(2020)?.lessons).toHaveLength(10);
    expect(lessonsOf(crowd.slice(1), 2022, 6, means).size).toBe(0);
    expect([...lessonsOf(crowd, 2021, 6, means).keys()]).toEqual([2020]);
  });

  test("say how the year ended and how large the agency was the year before", () => {
    const [lesson] = lessonsOf(crowd, 2022, 6, yearMeans(crowd, 2022, 6)).get(2021)?.lessons ?? [];
    expect(lesson).toMatchObject({ year: 2021, size: 1_200 });
    expect(lesson?.end).toBeCloseTo(logOdds(ratio(960n, 1_200n)), 12);
    expect(lesson?.row[5]).toBeCloseTo(Math.log(900 / 1_200), 12);
  });
});
