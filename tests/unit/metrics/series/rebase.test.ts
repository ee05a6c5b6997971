import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { type Period, periodKey } from "@/lib/core/period";
import { baselineOf } from "@/lib/metrics/series/baseline";
import { groupedUnder } from "@/lib/metrics/series/lineage";
import { rebase } from "@/lib/metrics/series/rebase";
import type { Base } from "@/lib/metrics/series/types";
import { histories } from "./histories";
import { allocationsFor, months, reportsOf, seedLineage } from "./lineages";

type Amounts = { period: Period; completed: bigint; eligible: bigint };

/** Sums of a list by period, as text, so that two lists compare. */
function totals(list: readonly Amounts[]): Record<string, string> {
  const sums = new Map<string, [bigint, bigint]>();
  for (const { period, completed, eligible } of list) {
    const [done, all] = sums.get(periodKey(period)) ?? [0n, 0n];
    sums.set(periodKey(period), [done + completed, all + eligible]);
  }
  return Object.fromEntries([...sums].sort().map(([key, [done, all]]) => [key, `${done}/${all}`]));
}

const bases: fc.Arbitrary<Base> = fc.oneof(
  fc.constant("then" as const),
  fc
    .tuple(
      fc.integer({ min: 2023, max: 2026 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, date]) => day([year, month, date].map((n) => String(n).padStart(2, "0")).join("-"))),
);

describe("over random successions", () => {
  test("every base keeps the sums of every period to the đồng, by unit and by head", () => {
    fc.assert(
      fc.property(
        histories,
        bases,
        fc.infiniteStream(fc.bigInt({ min: 0n, max: 10n ** 15n })),
        (history, base, numbers) => {
          const reports = reportsOf(history, months, () => numbers.next().value ?? 0n);
          const allocations = allocationsFor(
            history,
            (agency) => BigInt(agency.length + Number(agency.slice(1))) + 1n,
          );
          for (const group of [undefined, groupedUnder(history, new Set(["top-1", "top-2"]))]) {
            const { points, unplaced } = rebase(reports, history, {
              base,
              allocations,
              ...(group ? { group } : {}),
            });
            expect(totals([...points, ...unplaced])).toEqual(totals(reports));
            expect(points.every(({ completed, eligible }) => completed >= 0n && completed <= eligible)).toBe(
              true,
            );
            const places = points.map(({ agency, period }) => `${agency} ${periodKey(period)}`);
            expect(new Set(places).size).toBe(places.length);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test("as it was then is each agency's own reports, and every agency but a new one has a place today", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const reports = reportsOf(history, months, () => 7n);
        const then = rebase(reports, history, { base: "then" });
        expect(then.points.map(({ reporters }) => reporters).every((list) => list.length === 1)).toBe(true);
        expect(then.points.some(({ isEstimated }) => isEstimated)).toBe(false);
        const allocations = allocationsFor(history, () => 1n);
        expect(rebase(reports, history, { base: day("2026-12-31"), allocations }).unplaced).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the merger of 63 provinces into 34 on 01/07/2025", () => {
  const seed = seedLineage();
  const group = groupedUnder(seed, seed.provinces);
  const reporters = new Set(seed.reporters);
  let next = 0n;
  const reports = reportsOf(seed, months.slice(12), () => {
    next = (next * 48_271n + 11n) % 2_147_483_647n;
    return next * 1_003n;
  }).filter(({ agency }) => reporters.has(agency));
  const allocations = allocationsFor(seed, (agency) => BigInt(agency.length));
  const bases = ["then", day("2025-06-30"), day("2025-07-01"), day("2026-11-22"), day("2011-01-01")] as const;

  test("months 1–9 and 10–12 of 2025 have different reporters", () => {
    const count = (month: number) => reports.filter(({ period }) => period.month === month).length;
    expect([count(9), count(10)]).toEqual([768, 34]);
  });

  test.each(bases)("keeps every sum to the đồng on the map of %s", (base) => {
    for (const options of [
      { base, allocations },
      { base, allocations, group },
    ]) {
      const { points, unplaced } = rebase(reports, seed, options);
      expect(unplaced).toEqual([]);
      expect(totals(points)).toEqual(totals(reports));
    }
  });

  test("on today's map 34 provinces run through the year, exact, with a break in month 10", () => {
    const { points } = rebase(reports, seed, { base: day("2026-11-22"), group });
    expect(new Set(points.map(({ agency }) => agency)).size).toBe(34);
    expect(points).toHaveLength(34 * 12);
    expect(points.some(({ isEstimated }) => isEstimated)).toBe(false);
    expect(new Set(points.filter(({ isBreak }) => isBreak).map(({ period }) => period.month))).toEqual(
      new Set([10]),
    );
    expect(points.filter(({ isBreak }) => isBreak)).toHaveLength(34);
  });

  test("on the old map 63 provinces run through the year, estimated from month 10 on", () => {
    const { points } = rebase(reports, seed, { base: day("2025-06-30"), allocations, group });
    expect(points).toHaveLength(63 * 12);
    const estimated = points.filter(({ isEstimated }) => isEstimated);
    expect(new Set(estimated.map(({ period }) => period.month))).toEqual(new Set([10, 11, 12]));
    // Eleven provinces became one new province alone: what they report needs no estimate.
    expect(estimated).toHaveLength((63 - 11) * 3);
  });

  test("without an allocation the old map has no place for the new reports, and says so", () => {
    const { points, unplaced } = rebase(reports, seed, { base: day("2025-06-30"), group });
    expect(new Set(unplaced.map(({ period }) => period.month))).toEqual(new Set([10, 11, 12]));
    expect(totals([...points, ...unplaced])).toEqual(totals(reports));
  });

  test("as it was then, 63 series end in month 9 and 34 begin in month 10 with a break", () => {
    const { points } = rebase(reports, seed, { base: "then", group });
    expect(points.filter(({ period }) => period.month === 9)).toHaveLength(63);
    expect(points.filter(({ period }) => period.month === 10)).toHaveLength(34);
    expect(points.filter(({ isBreak }) => isBreak).map(({ period }) => period.month)).toEqual(
      Array(34).fill(10),
    );
  });

  test("“cao hơn năm 2021” of merged Phú Thọ sums three provinces with all their districts", () => {
    const year = reportsOf(seed, [{ year: 2021, month: 12 }], () => 5n).filter(({ agency }) =>
      reporters.has(agency),
    );
    const question = {
      agency: "thads-phu-tho",
      period: { year: 2021, month: 12 },
      asOf: day("2026-11-22"),
      expected: year.map(({ agency }) => agency),
      group,
    };
    const provinces = ["cuc-phu-tho", "cuc-vinh-phuc", "cuc-hoa-binh"];
    const own = year.filter(
      ({ agency, period: { year: y } }) => y === 2021 && provinces.includes(group(agency, day("2021-09-30"))),
    );
    const baseline = baselineOf(year, seed, question);
    expect(baseline.ratio).toEqual({
      numerator: 5n * BigInt(own.length),
      denominator: 10n * BigInt(own.length),
    });
    expect(baseline.reporters).toHaveLength(3 + 13 + 9 + 10);
    const silent = baselineOf(
      year.filter(({ agency }) => agency !== "cuc-hoa-binh"),
      seed,
      question,
    );
    expect(silent).toMatchObject({ ratio: null, missing: ["cuc-hoa-binh"] });
  });
});
