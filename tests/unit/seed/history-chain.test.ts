import { describe, expect, it } from "vitest";
import { MEASURES } from "@/lib/form/columns";
import { inventedAgencies } from "@/prisma/seed/history/agencies";
import { historyInto, type Opening } from "@/prisma/seed/history/chain";
import { generateHistory } from "@/prisma/seed/history/generate";
import type { Figures } from "@/prisma/seed/types";
import { derived } from "./support";

const plan = { seed: 5, agencies: inventedAgencies(8, 5), years: [2018, 2019], pandemicYear: null };

/** What each agency carried into 2020 by itself, half as much again. */
const openings = new Map(
  [...generateHistory({ ...plan, years: [2020] })].map(({ agency, months }): [string, Opening] => {
    const opening = (measure: "cases" | "money") => ((months[0]?.[measure].carriedOver ?? 0n) * 3n) / 2n;
    return [agency, { cases: opening("cases"), money: opening("money") }];
  }),
);
const chained = [...historyInto({ ...plan, openings })];

describe("a history that leads into a known year", () => {
  it("ends in the opening of the year after, case by case and đồng by đồng, for every agency", () => {
    const last = chained.filter(({ year }) => year === 2019);
    expect(last).toHaveLength(8);
    for (const { agency, months } of last)
      for (const measure of MEASURES) {
        const end = months[11]?.[measure] as Figures;
        expect(derived(end).c18 - end.separateRegister).toBe(openings.get(agency)?.[measure]);
      }
  });

  it("moves to the separate register at most three tenths of what has no condition, and never back", () => {
    for (const { months } of chained)
      for (const measure of MEASURES) {
        const registers = months.map((month) => (month[measure] as Figures).separateRegister);
        const end = months[11]?.[measure] as Figures;
        expect(registers.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(registers);
        expect(end.separateRegister * 10n).toBeLessThanOrEqual(end.noCondition * 3n);
      }
  });

  it("has no answer for an agency whose opening is unknown or beyond any size", () => {
    const one = plan.agencies.slice(0, 1);
    const into = (openings: ReadonlyMap<string, Opening>) => [
      ...historyInto({ ...plan, agencies: one, openings }),
    ];
    expect(() => into(new Map())).toThrow("No opening known");
    expect(() => into(new Map([[one[0]?.code ?? "", { cases: 0n, money: -1n }]]))).toThrow("cannot be made");
  });
});
