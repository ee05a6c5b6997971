import { describe, expect, it } from "vitest";
import { INPUT_COLUMNS, type InputColumn } from "@/lib/form/columns";
import { generateDemo2022 } from "@/prisma/seed/demo-2022";
import type { Figures, ReportSeed } from "@/prisma/seed/types";
import { agencies, derived, MEASURES, report2022, reports2022 } from "./support";

const FLOWS = [
  "newlyAccepted",
  "entrustedOut",
  "withdrawnOrCancelled",
  "pulledUpByProvince",
  "completed",
  "terminated",
  "reduced",
  "separateRegister",
] as const satisfies readonly InputColumn[];

/** Every report with the halves for which the check fails; an empty list is what every test wants. */
function offenders(
  fails: (half: Figures, report: ReportSeed, measure: "cases" | "money") => boolean,
): string[] {
  return reports2022.flatMap((report) =>
    MEASURES.filter((measure) => fails(report.figures[measure], report, measure)).map(
      (measure) => `${report.agency} ${report.month} ${measure}`,
    ),
  );
}

const previous = (report: ReportSeed): ReportSeed | undefined => report2022(report.agency, report.month - 1);

describe("generateDemo2022", () => {
  it("covers 63 Cục and 705 Chi cục × 12 months once", () => {
    expect(reports2022).toHaveLength(768 * 12);
    expect(new Set(reports2022.map((report) => `${report.agency}|${report.month}`)).size).toBe(768 * 12);
    const units = [...new Set(reports2022.map((report) => report.agency))].map(
      (code) => agencies.get(code)?.kind,
    );
    expect(units.filter((kind) => kind === "PROVINCE")).toHaveLength(63);
    expect(units.filter((kind) => kind === "DISTRICT")).toHaveLength(705);
  });

  it("marks everything as illustrative", () => {
    expect(reports2022.filter((r) => !r.illustrative || r.source !== null || r.year !== 2022)).toEqual([]);
  });

  it("is deterministic and follows its seed", () => {
    expect(generateDemo2022()).toEqual(reports2022);
    expect(generateDemo2022(7)).not.toEqual(reports2022);
  });

  it("takes less than three seconds", () => {
    const start = performance.now();
    generateDemo2022();
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe("every generated report of 2022", () => {
  it("has all fifteen columns, none negative, no 10b in cases", () => {
    expect(offenders((half) => INPUT_COLUMNS.some((column) => half[column] < 0n))).toEqual([]);
    expect(offenders((half) => Object.keys(half).length !== 15)).toEqual([]);
    expect(offenders((half, _, measure) => measure === "cases" && half.reduced !== 0n)).toEqual([]);
  });

  it("satisfies 07 = 08 + 15, done ≤ 08 ≤ 07 ≤ 01 and 18 ≥ 19", () => {
    expect(offenders((half) => derived(half).c07 !== derived(half).c08 + derived(half).c15)).toEqual([]);
    expect(
      offenders((half) => {
        const { c01, c07, c08, done } = derived(half);
        return done > c08 || c08 > c07 || c07 > c01 || done === 0n;
      }),
    ).toEqual([]);
    expect(offenders((half) => half.separateRegister > half.noCondition)).toEqual([]);
  });

  it("keeps carried over constant and no flow falling (V10, V11)", () => {
    expect(
      offenders((half, report, measure) => {
        const before = previous(report)?.figures[measure];
        return before !== undefined && FLOWS.some((column) => half[column] < before[column]);
      }),
    ).toEqual([]);
    expect(
      offenders((half, report, measure) => {
        const before = previous(report)?.figures[measure];
        return before !== undefined && half.carriedOver !== before.carriedOver;
      }),
    ).toEqual([]);
  });

  it("has files pulled up in Chi cục only", () => {
    const isCuc = (report: ReportSeed): boolean => agencies.get(report.agency)?.kind === "PROVINCE";
    expect(offenders((half, report) => isCuc(report) && half.pulledUpByProvince !== 0n)).toEqual([]);
    expect(reports2022.some((report) => report.figures.cases.pulledUpByProvince > 0n)).toBe(true);
  });

  it("has money exactly where it has cases (V12)", () => {
    const pairs = INPUT_COLUMNS.filter((column) => column !== "reduced");
    const lone = reports2022.flatMap(({ agency, month, figures }) =>
      pairs
        .filter((column) => figures.cases[column] > 0n !== figures.money[column] > 0n)
        .map((column) => `${agency} ${month} ${column}`),
    );
    expect(lone).toEqual([]);
  });

  it("jumps nowhere but in September at the six staged units (V13)", () => {
    const jumps = offenders((half, report, measure) => {
      const before = previous(report)?.figures[measure];
      return before !== undefined && jumpsBetween(before, half, report.month, measure);
    });
    const units = new Set(jumps.map((jump) => jump.split(" ")[0]));
    expect([...units].toSorted()).toEqual(["cc-019", "cc-288", "cc-482", "cc-643", "cc-741", "cc-868"]);
    expect(jumps.filter((jump) => jump.split(" ")[1] !== "12")).toEqual([]);
  });

  it("has an ordinary September: no hurried entrustment, no fall of intake (V14, V15)", () => {
    expect(
      offenders((half, report, measure) => {
        const before = previous(report)?.figures[measure];
        if (before === undefined || report.month !== 12) return false;
        const hurried = (half.entrustedOut - before.entrustedOut) * 12n > half.entrustedOut;
        return (
          hurried || (half.newlyAccepted - before.newlyAccepted) * 11n * 100n < before.newlyAccepted * 60n
        );
      }),
    ).toEqual([]);
  });
});

function jumpsBetween(before: Figures, after: Figures, month: number, measure: "cases" | "money"): boolean {
  const limit = month >= 11 ? 15n : 25n;
  const base = measure === "cases" ? 20n : 1_000_000_000n;
  return (["c08", "c15"] as const).some((column) => {
    const [from, to] = [derived(before)[column], derived(after)[column]];
    const change = to > from ? to - from : from - to;
    return from >= base && change * 100n > from * limit;
  });
}
