import { describe, expect, test } from "vitest";
import type { Organisation } from "@/lib/agencies/types";
import { day } from "@/lib/core/day";
import { factsOf } from "@/lib/metrics/signals/facts";
import type { Signal } from "@/lib/metrics/signals/types";
import { evidenceHash, signalYearOf, targetLookup, type YearTarget } from "@/lib/signals/rules";

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const line = (month: number, measure: string, done = 10 * month) =>
  [month, measure, 20 * month, month, done, 300, 40, 2].join(",");
const text = months.flatMap((month) => [line(month, "cases"), line(month, "money", 900)]).join(";");
const year = signalYearOf({ agency: "cc-1", year: 2022, months: text });

describe("a year in one text", () => {
  test("becomes forms whose sums are those of the text", () => {
    const facts = factsOf(year, undefined);
    expect(facts?.cases.done[12]).toBe(120n);
    expect(facts?.cases.eligible[12]).toBe(300n);
    expect(facts?.cases.notYet[7]).toBe(40n);
    expect(facts?.cases.entrusted[12]).toBe(12n);
    expect(facts?.money.done[3]).toBe(900n);
    expect(facts?.register).toBe(2n);
  });

  test("with a month or a half missing is no complete year", () => {
    const without = (gone: string) =>
      signalYearOf({
        ...{ agency: "cc-1", year: 2022 },
        months: text
          .split(";")
          .filter((part) => !part.startsWith(gone))
          .join(";"),
      });
    expect(without("7,").months[6]).toBeNull();
    expect(factsOf(without("7,"), undefined)).toBeNull();
    expect(without("12,money").months[11]).toBeNull();
  });
});

describe("the target of an agency and year", () => {
  const version = (agency: string, parent: string | null) => ({
    ...{ agency, name: agency, parent },
    ...{ validFrom: day("2010-01-01"), validUntil: null },
  });
  const organisation: Organisation = {
    revision: 1n,
    kinds: new Map([
      ["tc", "GENERAL_DEPARTMENT"],
      ["cuc-1", "PROVINCE"],
      ["cc-1", "DISTRICT"],
    ]),
    versions: new Map([
      ["tc", [version("tc", null)]],
      ["cuc-1", [version("cuc-1", "tc")]],
      ["cc-1", [version("cc-1", "cuc-1")]],
    ]),
    predecessors: new Map(),
    successors: new Map(),
    shares: new Map(),
  };
  const target = (agencyCode: string, of: number, comparison = "above"): YearTarget => ({
    ...{
      agencyCode,
      year: of,
      indicator: "R_C",
      comparison,
      basisPoints: 8_150,
      source: "",
      baselineYear: comparison === "above" ? null : 2022,
    },
  });

  test("is the nearest one of that very year, and none where nobody assigned one", () => {
    const targetOf = targetLookup(organisation, [target("tc", 2022)], [year]);
    expect(targetOf("cc-1", 2022, "cases")).toEqual({ comparison: "above", basisPoints: 8_150n });
    expect(targetOf("cc-1", 2022, "money")).toBeNull();
    expect(targetOf("cc-1", 2021, "cases")).toBeNull();
  });

  test("higher than last year is measured on the agency's own year before", () => {
    const targets = [target("cuc-1", 2023, "higherThanBaseline")];
    expect(targetLookup(organisation, targets, [year])("cc-1", 2023, "cases")).toEqual({
      comparison: "higherThanBaseline",
      baseline: { numerator: 120n, denominator: 300n },
    });
  });
});

describe("what an answer is tied to", () => {
  const signal: Signal = {
    ...{ agency: "cc-1", year: 2022, months: [12], kind: "lateReclassification", excess: 9n, score: 500n },
    evidence: [
      { measure: "cases", column: "eligible", year: 2022, month: 12, as: "value", value: 300n },
      { measure: "cases", column: "notYetEligible", year: 2022, month: 12, as: "usual", value: 4n },
    ],
    reported: { numerator: 120n, denominator: 300n },
    counterfactual: { numerator: 120n, denominator: 309n },
  };
  const changed = (at: number) => ({
    ...signal,
    evidence: signal.evidence.map((each, index) => (index === at ? { ...each, value: 5n } : each)),
  });

  test("are the agency's own figures, whatever its peers do", () => {
    expect(evidenceHash(changed(1))).toBe(evidenceHash(signal));
    expect(evidenceHash(changed(0))).not.toBe(evidenceHash(signal));
    expect(evidenceHash({ ...signal, agency: "cc-2" })).not.toBe(evidenceHash(signal));
  });
});
