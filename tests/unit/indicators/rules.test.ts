import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import type { Figures } from "@/lib/form/columns";
import { COUNT_CODES } from "@/lib/form/counts";
import {
  definitionOn,
  findIndicator,
  INDICATORS,
  indicatorCount,
  indicatorRatio,
  rollUpRatios,
} from "@/lib/indicators/rules";
import { INDICATOR_CODES } from "@/lib/indicators/types";

const on = day("2022-09-30");
const cases: Figures = {
  ...{ carriedOver: 100n, newlyAccepted: 60n, entrustedOut: 5n, withdrawnOrCancelled: 1n },
  ...{ pulledUpByProvince: 4n, completed: 70n, terminated: 10n, inProgress: 30n, postponedByAgreement: 5n },
  ...{ suspendedEligible: 3n, otherEligible: 2n, noCondition: 25n, postponedOrSuspendedOther: 5n },
};
const money: Figures = { ...cases, reduced: 6n, inProgress: 24n };
const figures = { total: { cases, money }, credit: { cases: { ...cases, terminated: 0n }, money } };

describe("the catalogue", () => {
  test("holds every code once, named in both languages", () => {
    expect(INDICATORS.map(({ code }) => code)).toEqual([...INDICATOR_CODES]);
    expect(INDICATORS.filter(({ name }) => name.vi.length < 5 || name.en.length < 5)).toEqual([]);
  });
  test("defines every ratio with both its sides, every count with one, and no qualitative task at all", () => {
    const shape = (kind: string) =>
      INDICATORS.filter((each) => each.kind === kind).map(({ definitions }) =>
        definitions.map(({ numerator, denominator }) => [numerator.length > 0, denominator.length > 0]),
      );
    expect(new Set(shape("ratio").map(String))).toEqual(new Set(["true,true"]));
    expect(new Set(shape("count").map(String))).toEqual(new Set(["true,false"]));
    expect(new Set(shape("qualitative").map(String))).toEqual(new Set([""]));
  });
  test("gives every definition a version, a validity and a source", () => {
    const definitions = INDICATORS.flatMap(({ definitions: list }) => list);
    expect(definitions.filter(({ version, source }) => version === "" || source.length < 10)).toEqual([]);
    const oldest = findIndicator("R_C");
    expect(oldest && definitionOn(oldest, day("2015-09-30"))?.version).toBe("1");
  });
});

test("rates are completed, terminated and reduced over eligible, as worked by hand", () => {
  expect(indicatorRatio("R_C", on, figures, {})).toEqual({ numerator: 80n, denominator: 120n });
  expect(indicatorRatio("R_M", on, figures, {})).toEqual({ numerator: 86n, denominator: 120n });
  expect(indicatorRatio("R2_C", on, figures, {})).toEqual({ numerator: 120n, denominator: 150n });
  expect(indicatorRatio("S_CREDIT.R_C", on, figures, {})).toEqual({ numerator: 70n, denominator: 110n });
});

test("a slice, a column or a count that was not stated leaves the ratio unknown, not zero", () => {
  expect(indicatorRatio("S_BUDGET.R_C", on, figures, {})).toBeNull();
  const { terminated: _, ...rest } = cases;
  expect(indicatorRatio("R_C", on, { total: { cases: rest, money } }, {})).toBeNull();
  expect(indicatorRatio("K02/K01", on, {}, { K02: 5n })).toBeNull();
  expect(indicatorCount("N01", on, {})).toBeNull();
});

test("counts make ratios, nothing due stays nothing due, and a count is no ratio", () => {
  expect(indicatorRatio("D02/D01", on, {}, { D01: 12n, D02: 11n })).toEqual({
    numerator: 11n,
    denominator: 12n,
  });
  expect(indicatorRatio("H02/H01", on, {}, { H01: 0n, H02: 0n })?.denominator).toBe(0n);
  expect(indicatorCount("N01", on, { N01: 3n })).toBe(3n);
  expect(indicatorRatio("N01", on, {}, { N01: 3n })).toBeNull();
  expect(indicatorRatio("T02", on, figures, {})).toBeNull();
  expect(indicatorRatio("khong-co", on, figures, {})).toBeNull();
});

test("every count of the form goes into some indicator", () => {
  const used = INDICATORS.flatMap(({ definitions }) =>
    definitions.flatMap(({ numerator, denominator }) => [...numerator, ...denominator]),
  ).flatMap((input) => (input.form === "counts" ? [input.code] : []));
  expect(new Set(used)).toEqual(new Set(COUNT_CODES));
});

test("many ratios roll up by their inputs, in any grouping, and tell how many stated them", () => {
  const ratio = fc.record({ numerator: fc.bigInt(0n, 10n ** 15n), denominator: fc.bigInt(0n, 10n ** 15n) });
  const list = fc.array(fc.option(ratio), { maxLength: 12 });
  fc.assert(
    fc.property(list, list, (left, right) => {
      const whole = rollUpRatios([...left, ...right]);
      const parts = rollUpRatios([rollUpRatios(left).ratio, rollUpRatios(right).ratio]);
      expect(parts.ratio).toEqual(whole.ratio);
      expect(whole.stated).toBe([...left, ...right].filter((each) => each !== null).length);
      expect(whole.asked).toBe(left.length + right.length);
    }),
  );
  expect(rollUpRatios([null, null])).toEqual({ ratio: null, stated: 0, asked: 2 });
});
