import { describe, expect, it } from "vitest";
import { readHungYen2021, readPublished2022 } from "@/prisma/seed/reference";
import type { PublishedSeed } from "@/prisma/seed/types";
import { agencies, basisPoints, derived, MEASURES, report2022, reports2022, totals } from "./support";

const provinces = [...agencies.values()]
  .filter((a) => a.kind === "PROVINCE" && a.validTo !== null)
  .map((a) => a.code);
const percent = (part: bigint, whole: bigint): number => Number(basisPoints(part, whole)) / 100;

/** What a published row prints against what the generated units add up to. */
function comparison(row: PublishedSeed): { published: unknown[]; generated: unknown[] } {
  const sums = totals(reports2022, row.measure, row.month, row.scope === "tc" ? undefined : row.scope);
  const pairs: [bigint | null, bigint][] = [
    [row.carriedOver, sums.carriedOver],
    [row.newlyAccepted, sums.newlyAccepted],
    [row.acceptedTotal, sums.c01],
    [row.total, sums.c07],
    [row.eligible, sums.c08],
    [row.suspended, sums.postponedOrSuspendedOther],
    [row.done, sums.done],
    [row.ratePct === null ? null : BigInt(row.ratePct.replace(".", "")), basisPoints(sums.done, sums.c08)],
  ];
  const printed = pairs.filter(([published]) => published !== null);
  return {
    published: printed.map(([published]) => published),
    generated: printed.map(([, generated]) => generated),
  };
}

describe("generated 2022 against what was published", () => {
  it.each(readPublished2022().map((row) => [`${row.scope} month ${row.month} ${row.measure}`, row] as const))(
    "equals %s exactly",
    (_, row) => {
      const { published, generated } = comparison(row);
      expect(published.length).toBeGreaterThan(0);
      expect(generated).toEqual(published);
    },
  );

  it("meets the national figures of the brief", () => {
    const year = totals(reports2022, "cases", 12);
    expect([year.carriedOver, year.newlyAccepted, year.c01, year.c07, year.c08, year.done]).toEqual([
      349_412n,
      547_121n,
      896_533n,
      861_529n,
      653_719n,
      539_290n,
    ]);
    const half = totals(reports2022, "cases", 6);
    expect([half.c07, half.c08, half.done]).toEqual([587_739n, 410_615n, 202_015n]);
    const money = totals(reports2022, "money", 6);
    expect([money.c07, money.c08, money.done]).toEqual([
      292_475_365_061_000n,
      159_795_801_768_000n,
      35_183_572_922_000n,
    ]);
  });

  it("ends the year of money between 41 and 45 %, above the target", () => {
    const [half, year] = [totals(reports2022, "money", 6), totals(reports2022, "money", 12)];
    expect(percent(year.done, year.c08)).toBeGreaterThan(41);
    expect(percent(year.done, year.c08)).toBeLessThan(45);
    expect(year.c08).toBeGreaterThan(half.c08);
    expect(year.carriedOver).toBe(half.carriedOver);
  });

  it("hands over the 299.096 cases published as carried over to 2023", () => {
    const year = totals(reports2022, "cases", 12);
    expect(year.c18 - year.separateRegister).toBe(299_096n);
  });

  it("opens Hưng Yên where 2021 ended, unit by unit", () => {
    for (const closing of readHungYen2021().filter((report) => report.month === 12)) {
      for (const measure of MEASURES) {
        const { c18 } = derived(closing.figures[measure]);
        const opening = report2022(closing.agency, 1)?.figures[measure].carriedOver;
        expect(opening).toBe(c18 - closing.figures[measure].separateRegister);
      }
    }
  });
});

describe("spread of the generated year", () => {
  const year = new Map(provinces.map((code) => [code, totals(reports2022, "cases", 12, code)]));
  const rates = [...year.values()].map((sums) => percent(sums.done, sums.c08));

  it("has most provinces between 76 and 93 % and some below the target", () => {
    expect(rates.filter((rate) => rate >= 76 && rate <= 93).length).toBeGreaterThanOrEqual(58);
    const below = rates.filter((rate) => rate <= 81.5).length;
    expect(below).toBeGreaterThanOrEqual(8);
    expect(below).toBeLessThanOrEqual(32);
  });

  it("has large and small provinces and districts", () => {
    const bySize = [...year].toSorted(([, a], [, b]) => Number(b.c07 - a.c07)).map(([code]) => code);
    expect(bySize.slice(0, 4)).toEqual(["cuc-ho-chi-minh", "cuc-ha-noi", "cuc-binh-duong", "cuc-dong-nai"]);
    const units = reports2022
      .filter((report) => report.month === 12)
      .map((report) => derived(report.figures.cases).c07);
    expect(units.filter((size) => size <= 50n)).toEqual([]);
    expect(units.some((size) => size > 5000n)).toBe(true);
  });

  it("has money rates on both sides of 40.10 %", () => {
    const money = provinces.map((code) => totals(reports2022, "money", 12, code));
    const below = money.filter((sums) => percent(sums.done, sums.c08) <= 40.1).length;
    expect(below).toBeGreaterThanOrEqual(8);
    expect(below).toBeLessThanOrEqual(40);
  });
});
