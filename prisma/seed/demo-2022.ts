import { allocatePinned, at, type Pin, weigh } from "./demo/allocate";
import type { Frame } from "./demo/chosen";
import { caseFigures, habitsOf, type Month, moneyFigures } from "./demo/figures";
import { caseOutflows, moneyOutflows } from "./demo/outflows";
import { MONTHS } from "./demo/path";
import { between, streamFor } from "./demo/prng";
import { frameOf } from "./demo/published";
import { caseRemainders, moneyRemainders, type Remainder } from "./demo/remainders";
import { buildStocks, type Stocks } from "./demo/stocks";
import { type Unit, units2022 } from "./demo/units";
import type { ReportSeed } from "./types";

export const DEMO_SEED = 2022;

type Year = { stocks: Stocks[]; remainders: Remainder[] };

/**
 * Statistical year 2022 of 63 Cục and 705 Chi cục, generated around the published figures: 768 units × 12 cumulative
 * months in agency order, all marked illustrative. The same seed gives the same year.
 */
export function generateDemo2022(seed: number = DEMO_SEED): ReportSeed[] {
  const units = units2022(seed);
  const { cases, money } = bothMeasures(units, seed);
  return units.flatMap((unit, index) => {
    const habits = { cases: habitsOf(unit.code, "cases", seed), money: habitsOf(unit.code, "money", seed) };
    return MONTHS.map((month): ReportSeed => {
      const caseColumns = caseFigures(monthOf(cases, index, month), habits.cases);
      const moneyColumns = moneyFigures(monthOf(money, index, month), habits.money, caseColumns);
      const figures = { cases: caseColumns, money: moneyColumns };
      return { agency: unit.code, year: 2022, month, figures, illustrative: true, source: null };
    });
  });
}

function bothMeasures(units: readonly Unit[], seed: number): { cases: Year; money: Year } {
  const frames = { cases: frameOf("cases", units), money: frameOf("money", units) };
  const caseTotals = totalsOf(
    frames.cases,
    units.map((unit) => BigInt(Math.round(unit.size))),
    units,
    seed,
  );
  const values = caseTotals.map((total, index) => total * BigInt(Math.round(at(units, index).caseValue)));
  const moneyTotals = totalsOf(frames.money, values, units, seed);
  const caseOut = caseOutflows(caseTotals, units, seed);
  const moneyOut = moneyOutflows(caseOut, { cases: caseTotals, money: moneyTotals }, units, seed);
  const shared = { units, seed };
  const caseStocks = buildStocks({
    ...shared,
    measure: "cases",
    frame: frames.cases,
    totals: caseTotals,
    outflows: caseOut,
  });
  const moneyStocks = buildStocks({
    ...shared,
    measure: "money",
    frame: frames.money,
    totals: moneyTotals,
    outflows: moneyOut,
  });
  const caseRest = caseRemainders(caseStocks, units, seed);
  const moneyRest = moneyRemainders(moneyStocks, caseRest, caseStocks, units, seed);
  return {
    cases: { stocks: caseStocks, remainders: caseRest },
    money: { stocks: moneyStocks, remainders: moneyRest },
  };
}

/** Column 07 of month 12; a unit whose opening figure is known keeps its size. */
function totalsOf(frame: Frame, sizes: readonly bigint[], units: readonly Unit[], seed: number): bigint[] {
  const openings = new Map(frame.pins.carried.flatMap(singleUnit));
  const weights = sizes.map((size, index) => {
    const opening = openings.get(index);
    const random = streamFor(seed, `total ${at(units, index).code}`);
    return opening === undefined ? weigh(size, 1) : weigh(opening, between(random, 0.96, 1.04));
  });
  return allocatePinned(frame.total12, weights, frame.pins.total12);
}

function singleUnit(pin: Pin): [number, bigint][] {
  return pin.units.length === 1 ? [[at(pin.units, 0), pin.total]] : [];
}

function monthOf(year: Year, unit: number, month: number): Month {
  const { stocks, remainders } = { stocks: at(year.stocks, unit), remainders: at(year.remainders, unit) };
  const value = (path: readonly bigint[]): bigint => at(path, month - 1);
  return {
    carried: stocks.carried,
    newly: value(stocks.newly),
    entrusted: value(stocks.entrusted),
    withdrawn: value(stocks.withdrawn),
    pulled: value(stocks.pulled),
    total: value(stocks.total),
    eligible: value(stocks.eligible),
    done: value(stocks.done),
    postponed: value(remainders.postponed),
    register: value(remainders.register),
  };
}
