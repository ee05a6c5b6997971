import { describe, expect, it } from "vitest";
import { type InputColumn, MEASURES } from "@/lib/form/columns";
import { validate } from "@/lib/form/rules";
import { formVersionFor } from "@/lib/form/version";
import { units2022 } from "@/prisma/seed/demo/units";
import { inventedAgencies } from "@/prisma/seed/history/agencies";
import { type AgencyYear, generateHistory } from "@/prisma/seed/history/generate";
import type { Figures } from "@/prisma/seed/types";
import { derived } from "./support";

const years = [2019, 2020, 2021, 2022];
const history = [...generateHistory({ seed: 11, agencies: 60, years })];
const of = (agency: string, year: number) =>
  history.find((one) => one.agency === agency && one.year === year);

/** A generated form leaves nothing out. */
const whole = (figures: unknown) => figures as Figures;

function issuesOf({ agency, year, months }: AgencyYear) {
  const yearEnd = of(agency, year - 1)?.months[11];
  return months.flatMap((figures, index) => {
    const period = { year, month: index + 1 };
    const previous = months[index - 1];
    return validate({
      version: formVersionFor(period),
      period,
      agencyKind: "DISTRICT",
      figures: { total: figures },
      previous: previous === undefined ? null : { total: previous },
      previousYearEnd: yearEnd === undefined ? null : { total: yearEnd },
      history: [],
      previousAccepted: index === 0 ? null : true,
      today: null,
    });
  });
}

/** Completed of a month over those of the year, summed over all agencies: 0 to 1. */
function share(measure: "cases" | "money", year: number, month: number): number {
  const sum = (at: number) =>
    history
      .filter((one) => one.year === year)
      .reduce((total, one) => total + derived(whole(one.months[at - 1]?.[measure])).done, 0n);
  return Number((sum(month) * 10_000n) / sum(12)) / 10_000;
}

describe("a generated history", () => {
  it("has twelve months for every agency and year asked for, agency after agency", () => {
    expect(history).toHaveLength(60 * 4);
    expect(history.every(({ months }) => months.length === 12)).toBe(true);
    expect(history.slice(0, 5).map(({ agency, year }) => `${agency} ${year}`)).toEqual([
      "h-0001 2019",
      "h-0001 2020",
      "h-0001 2021",
      "h-0001 2022",
      "h-0002 2019",
    ]);
  });

  it("breaks no rule, and warns only of what honest big files do to money or one month to a small agency", () => {
    const issues = history.flatMap(issuesOf);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const rules = new Set(issues.map(({ rule }) => rule));
    for (const rule of rules) expect(["V12", "V13", "V14", "V15"]).toContain(rule);
  });

  it("opens each year with 18 minus 19 of the year before, and keeps column 02 all year", () => {
    for (const { agency, year, months } of history) {
      const before = of(agency, year - 1)?.months[11];
      for (const measure of MEASURES) {
        const opening = months[0]?.[measure].carriedOver;
        expect(months.every((month) => month[measure].carriedOver === opening)).toBe(true);
        if (before === undefined) continue;
        const end = whole(before[measure]);
        expect(opening).toBe(derived(end).c18 - end.separateRegister);
      }
    }
  });

  it("never lets a flow fall (V10) nor a column go below zero", () => {
    const flows: InputColumn[] = [
      "newlyAccepted",
      "entrustedOut",
      "withdrawnOrCancelled",
      "pulledUpByProvince",
      "completed",
      "terminated",
      "reduced",
    ];
    for (const { months } of history)
      for (const measure of MEASURES)
        months.forEach((month, index) => {
          const now = whole(month[measure]);
          const before = index === 0 ? null : whole(months[index - 1]?.[measure]);
          expect(Object.values(now).every((value) => value >= 0n)).toBe(true);
          if (before !== null) expect(flows.every((flow) => now[flow] >= before[flow])).toBe(true);
        });
  });

  it("runs slowly in October and pushes in September", () => {
    for (const measure of MEASURES)
      for (const year of [2019, 2020, 2022]) {
        const september = 1 - share(measure, year, 11);
        expect(share(measure, year, 1)).toBeLessThan(1 / 12);
        expect(september).toBeGreaterThan(1.3 / 12);
        expect(september).toBeGreaterThan(share(measure, year, 1) * 1.5);
      }
  });

  it("has one bad summer, in 2021", () => {
    const summer = (year: number) => share("cases", year, 11) - share("cases", year, 7);
    expect(summer(2021)).toBeLessThan(Math.min(summer(2019), summer(2020), summer(2022)) - 0.02);
  });

  it("is the same again, for any company of agencies, and another with another seed", () => {
    const alone = inventedAgencies(60, 11).slice(7, 8);
    const first = alone[0]?.code ?? "";
    const expected = history.filter(({ agency }) => agency === first);
    expect([...generateHistory({ seed: 11, agencies: alone, years })]).toEqual(expected);
    expect([...generateHistory({ seed: 12, agencies: alone, years })]).not.toEqual(expected);
  });

  it("takes the units of the demonstration, and a year without the pandemic", () => {
    const units = units2022(1).slice(0, 2);
    const plan = { seed: 1, agencies: units, years: [2021] };
    const calm = [...generateHistory({ ...plan, pandemicYear: null })];
    expect(calm.map(({ agency }) => agency)).toEqual(units.map(({ code }) => code));
    const struck = [...generateHistory(plan)];
    const done = (one: AgencyYear[], month: number) => one[0]?.months[month - 1]?.cases.completed;
    expect(done(struck, 7)).toBe(done(calm, 7));
    expect(done(struck, 11)).not.toBe(done(calm, 11));
  });
});
