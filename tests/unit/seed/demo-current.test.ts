import { describe, expect, it } from "vitest";
import { INPUT_COLUMNS } from "@/lib/form/columns";
import { validate } from "@/lib/form/rules";
import { formVersionFor } from "@/lib/form/version";
import { type CurrentReport, generateDemoCurrent } from "@/prisma/seed/demo-2023";
import { agencies, derived, MEASURES, report2022 } from "./support";

const current = generateDemoCurrent();
const period = { year: 2023, month: 1 };

function issuesOf({ report }: CurrentReport): { rule: string; severity: string; measure: string | null }[] {
  const yearEnd = report2022(report.agency, 12);
  return validate({
    version: formVersionFor(period),
    period,
    agencyKind: agencies.get(report.agency)?.kind ?? "DISTRICT",
    figures: { total: report.figures },
    previous: null,
    previousYearEnd: yearEnd === undefined ? null : { total: yearEnd.figures },
    history: [],
    previousAccepted: null,
    today: null,
  });
}

const checked = current.map((entry) => ({ ...entry, issues: issuesOf(entry) }));
const errors = checked.filter(({ issues }) => issues.some((issue) => issue.severity === "error"));
const warned = checked.filter(({ issues }) => issues.some((issue) => issue.severity === "warning"));
const unit = (code: string) => checked.find(({ report }) => report.agency === code);
const share = (state: string): number => current.filter((entry) => entry.state === state).length / 768;

describe("generateDemoCurrent", () => {
  it("has the wanted mix of states, once per unit", () => {
    expect(share("APPROVED")).toBeCloseTo(0.7, 2);
    expect(share("SUBMITTED")).toBeCloseTo(0.12, 2);
    expect(share("RETURNED")).toBeCloseTo(0.02, 2);
    expect(share("DRAFT")).toBeCloseTo(0.06, 2);
    expect(new Set(current.map(({ report }) => report.agency)).size).toBe(current.length);
  });

  it("is deterministic, illustrative and of month 1 of 2023", () => {
    expect(generateDemoCurrent()).toEqual(current);
    const odd = current.filter(
      ({ report: r }) => !r.illustrative || r.source !== null || r.year !== 2023 || r.month !== 1,
    );
    expect(odd).toEqual([]);
  });

  it("never has a negative figure or more done than eligible", () => {
    const odd = current.filter(({ report }) =>
      MEASURES.some((measure) => {
        const half = report.figures[measure];
        const { done, c08 } = derived(half);
        return done > c08 || INPUT_COLUMNS.some((column) => half[column] < 0n);
      }),
    );
    expect(odd).toEqual([]);
  });

  it("opens at 18 − 19 of the year before, but for the warned ones", () => {
    const odd = current.filter(({ report }) =>
      MEASURES.some((measure) => {
        const year = report2022(report.agency, 12)?.figures[measure];
        return (
          year === undefined ||
          report.figures[measure].carriedOver !== derived(year).c18 - year.separateRegister
        );
      }),
    );
    expect(odd.map(({ report }) => report.agency)).toEqual(warned.map(({ report }) => report.agency));
  });

  it("breaks V04, and nothing else, in a few drafts only", () => {
    expect(errors.length).toBeGreaterThanOrEqual(4);
    expect(errors.length).toBeLessThanOrEqual(8);
    for (const { state, issues } of errors) {
      expect(state).toBe("DRAFT");
      expect(issues.filter((issue) => issue.severity === "error").map((issue) => issue.rule)).toEqual([
        "V04",
      ]);
    }
  });

  it("warns in some submitted reports only (V11)", () => {
    expect(warned.length).toBeGreaterThanOrEqual(8);
    expect(warned.filter(({ state }) => state !== "SUBMITTED")).toEqual([]);
    expect(new Set(warned.flatMap(({ issues }) => issues.map((issue) => issue.rule)))).toEqual(
      new Set(["V11"]),
    );
  });
});

describe("Hưng Yên in October 2022", () => {
  it("has the staged states", () => {
    expect(agencies.get("cc-325")?.name).toContain("huyện Văn Lâm");
    expect([unit("cc-325")?.state, unit("cuc-hung-yen")?.state]).toEqual(["DRAFT", "DRAFT"]);
    expect([unit("cc-327")?.state, unit("cc-330")?.state]).toEqual(["SUBMITTED", "RETURNED"]);
    expect(unit("cc-323")).toBeUndefined();
  });

  it("has one V04 error in Văn Lâm and none at the Cục", () => {
    expect(unit("cc-325")?.issues.map(({ rule, measure }) => [rule, measure])).toEqual([["V04", "cases"]]);
    expect(unit("cuc-hung-yen")?.issues).toEqual([]);
    expect(unit("cc-327")?.issues).toEqual([]);
  });
});
