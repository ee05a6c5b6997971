import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import type { Ratio } from "@/lib/core/ratio";
import { findIndicator } from "@/lib/indicators/rules";
import { type AskedRow, standingOf, tally } from "@/lib/standings/rules";
import type { Standing } from "@/lib/standings/types";
import { askedText } from "@/lib/standings/view";

const on = day("2022-03-31");
const row = (indicator: string, known: Partial<AskedRow> = {}): AskedRow => ({
  ...{ agencyCode: "tc", indicator, comparison: "equal", basisPoints: 10_000, baselineYear: null },
  ...{ source: "KH", countValue: null, ...known },
});
const judge = (
  code: string,
  stated: { ratio?: Ratio; count?: bigint },
  asked: AskedRow | null,
  { month = 6, baseline = null }: { month?: number; baseline?: Ratio | null } = {},
) =>
  standingOf(
    {
      indicator: findIndicator(code) as Standing["indicator"],
      stated: { ratio: stated.ratio ?? null, count: stated.count ?? null, reports: 1 },
      ...{ row: asked, baseline, self: "cc-325", nameOf: () => "Tổng cục" },
    },
    { year: 2022, month },
    on,
  );
const ratio = (numerator: bigint, denominator: bigint): Ratio => ({ numerator, denominator });

describe("a verdict within the year", () => {
  test("asks a completion rate for its part of the target, a rate over counts for all of it", () => {
    const half = row("R_C", { comparison: "above", basisPoints: 8000 });
    expect(judge("R_C", { ratio: ratio(41n, 100n) }, half).verdict).toBe("ON_SCHEDULE");
    expect(judge("D02/D01", { ratio: ratio(60n, 100n) }, row("D02/D01")).verdict).toBe("BEHIND");
    expect(judge("D02/D01", { ratio: ratio(100n, 100n) }, row("D02/D01")).verdict).toBe("MET");
  });
  test("fails nobody before the year's end", () => {
    const asked = row("K02/K01", { comparison: "atLeast", basisPoints: 9700 });
    expect(judge("K02/K01", { ratio: ratio(1n, 2n) }, asked, { month: 11 }).verdict).toBe("BEHIND");
    expect(judge("K02/K01", { ratio: ratio(1n, 2n) }, asked, { month: 12 }).verdict).toBe("NOT_MET");
  });
  test("is not there without an input, without a demand, and without the year to be better than", () => {
    expect(judge("D02/D01", {}, row("D02/D01"))).toMatchObject({ verdict: null, remaining: null });
    expect(judge("D02/D01", { ratio: ratio(1n, 2n) }, null)).toMatchObject({ verdict: null, asked: null });
    const better = row("S_CREDIT.R_C", { comparison: "higherThanBaseline", baselineYear: 2021 });
    expect(judge("S_CREDIT.R_C", { ratio: ratio(1n, 2n) }, better).verdict).toBeNull();
    const known = judge("S_CREDIT.R_C", { ratio: ratio(51n, 100n) }, better, {
      month: 12,
      baseline: ratio(1n, 2n),
    });
    expect(known).toMatchObject({
      verdict: "MET",
      points: "1.00",
      asked: { pct: "50.00", baselineYear: 2021 },
    });
  });
  test("with nothing to divide by is not applicable, and counts neither way", () => {
    const none = judge("H02/H01", { ratio: ratio(0n, 0n) }, row("H02/H01"));
    expect(none.verdict).toBe("NOT_APPLICABLE");
    expect(tally([none])).toEqual({ met: 0, judged: 0, unknown: 0 });
  });
});

test("a count is measured against the count asked for, month by month", () => {
  const asked = row("N02", { comparison: "atLeast", countValue: 21n, basisPoints: 0 });
  expect(judge("N02", { count: 11n }, asked)).toMatchObject({ verdict: "ON_SCHEDULE", remaining: 10n });
  expect(judge("N02", { count: 21n }, asked)).toMatchObject({ verdict: "MET", remaining: 0n });
  expect(judge("N02", { count: 20n }, asked, { month: 12 }).verdict).toBe("NOT_MET");
  const standing = judge("N02", { count: 20n }, asked);
  expect(standing.asked && askedText(standing.asked, "vi")).toBe("từ 21");
});
