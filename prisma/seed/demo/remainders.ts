import { allocate, at, scale, weigh } from "./allocate";
import { cumulativePath, proportionalPath } from "./path";
import { between, streamFor } from "./prng";
import type { Stocks } from "./stocks";
import type { Unit } from "./units";

/** The two parts of the not-yet-eligible side that are set apart: column 17 by month, and the separate register. */
export type Remainder = { postponed: bigint[]; register: bigint[] };

/** "Hoãn, tạm đình chỉ 12.135" is published for 2022; the register makes 02 of 2023 the published 299.096. */
const POSTPONED_2022 = 12_135n;
const REGISTER_2022 = 23_143n;

export function caseRemainders(stocks: readonly Stocks[], units: readonly Unit[], seed: number): Remainder[] {
  const streams = units.map((unit) => streamFor(seed, `rest ${unit.code}`));
  const notYet = stocks.map(notYetEligible);
  const ends = notYet.map((path) => at(path, 11));
  const postponed = allocate(
    POSTPONED_2022,
    ends.map((end, i) => weigh(end, between(at(streams, i), 0.6, 1.4))),
  );
  const register = allocate(
    REGISTER_2022,
    ends.map((end, i) => weigh(end - at(postponed, i), between(at(streams, i), 0.5, 1.5))),
  );
  return units.map((_, i) => ({
    postponed: at(notYet, i).map((value) => (value * at(postponed, i)) / at(ends, i)),
    register: cumulativePath([{ month: 12, value: at(register, i) }], new Array<number>(12).fill(1)),
  }));
}

/** Money beside the cases: nothing where there is no case. */
export function moneyRemainders(
  stocks: readonly Stocks[],
  cases: readonly Remainder[],
  caseStocks: readonly Stocks[],
  units: readonly Unit[],
  seed: number,
): Remainder[] {
  return units.map((unit, i) => {
    const random = streamFor(seed, `rest money ${unit.code}`);
    const notYet = notYetEligible(at(stocks, i));
    const share = between(random, 0.03, 0.08);
    const { postponed, register } = at(cases, i);
    const perCase = at(notYet, 11) / at(notYetEligible(at(caseStocks, i)), 11);
    return {
      postponed: notYet.map((value, month) => (at(postponed, month) === 0n ? 0n : scale(value, share))),
      register: proportionalPath(register, scale(at(register, 11) * perCase, between(random, 0.55, 0.9))),
    };
  });
}

/** Column 15 by month. */
function notYetEligible(stocks: Stocks): bigint[] {
  return stocks.total.map((total, month) => total - at(stocks.eligible, month));
}
