import { scale } from "../demo/allocate";
import { type Random, streamFor } from "../demo/prng";
import type { HistoryAgency } from "./agencies";
import { type BigFile, bigMonth, newFileValue } from "./big-files";
import type { CaseMonth, CaseYear } from "./cases";
import type { Climate } from "./climate";
import { around } from "./draws";

/** Money still owed: ordinary files in two heaps, big files one by one; đồng. */
export type OpenMoney = { undone: bigint; notYet: bigint; big: readonly BigFile[] };

export type MoneyMonth = Record<keyof CaseMonth, bigint>;
export type MoneyYear = { months: MoneyMonth[]; opening: OpenMoney; closing: OpenMoney; register: bigint };

/** Files that leave are worth somewhat less than the mean. */
const LEAVING_VALUE = 0.7;

export function restingMoney(agency: HistoryAgency): OpenMoney {
  const unit = BigInt(agency.size) * newFileValue(agency);
  return { undone: scale(unit, 0.8), notYet: scale(unit, 1.2), big: [] };
}

/** The eligible and the not yet eligible part of what is owed, big files included. */
export function heaps({ undone, notYet, big }: OpenMoney): { undone: bigint; notYet: bigint } {
  return {
    undone: big.reduce((sum, file) => (file.isEligible ? sum + file.owed : sum), undone),
    notYet: big.reduce((sum, file) => (file.isEligible ? sum : sum + file.owed), notYet),
  };
}

/** The money of the files that moved: nothing moves in đồng that did not move in files (V12). */
export function moneyYear(
  agency: HistoryAgency,
  opening: OpenMoney,
  cases: CaseYear,
  climate: Climate,
  stream: string,
  seed: number,
): MoneyYear {
  const random = streamFor(seed, `money ${stream}`);
  let open = opening;
  const months = cases.months.map((files, index) => {
    const { month, next } = moneyMonth(agency, open, { files, climate, index }, random);
    open = next;
    return month;
  });
  const { register, closing } = toRegister(open, cases, climate, random);
  return { months, opening, closing, register };
}

type Season = { files: CaseMonth; climate: Climate; index: number };

function moneyMonth(
  agency: HistoryAgency,
  open: OpenMoney,
  { files, climate, index }: Season,
  random: Random,
): { month: MoneyMonth; next: OpenMoney } {
  const factor = (list: readonly number[]) => list[index] ?? 0;
  const value = newFileValue(agency);
  const worthOf = (moved: number) =>
    scale(BigInt(moved) * value, around(random, 0.9 / Math.sqrt(Math.max(4, moved))));
  const newly = worthOf(files.newly);
  const newlyEligible = files.newlyEligible === 0 ? 0n : scale(newly, climate.newlyEligible.money);
  const stock = open.undone + newlyEligible;
  const leave = (moved: number) => least(scale(worthOf(moved), LEAVING_VALUE), stock / 8n);
  const ordinary = {
    newly,
    newlyEligible,
    entrusted: leave(files.entrusted),
    withdrawn: leave(files.withdrawn),
    pulled: leave(files.pulled),
    lapsed: files.lapsed === 0 ? 0n : scale(stock, factor(climate.lapse)),
    revived: files.revived === 0 ? 0n : scale(open.notYet, factor(climate.revival) * 0.8),
  };
  const left = ordinary.entrusted + ordinary.withdrawn + ordinary.pulled + ordinary.lapsed;
  const done = files.done === 0 ? 0n : scale(stock - left, factor(climate.hazard.money));
  const rates = {
    intake: files.newly === 0 ? 0 : factor(climate.intake),
    lapse: files.lapsed === 0 ? 0 : factor(climate.lapse),
    revival: files.revived === 0 ? 0 : factor(climate.revival),
    hazard: factor(climate.hazard.money),
    mayCollect: files.done > 0,
  };
  const big = bigMonth(agency, open.big, rates, random);
  const next = {
    undone: stock + ordinary.revived - left - done,
    notYet: open.notYet + newly - newlyEligible + ordinary.lapsed - ordinary.revived,
    big: big.files,
  };
  return { month: together({ ...ordinary, done }, big), next };
}

function together(
  ordinary: MoneyMonth,
  big: Omit<MoneyMonth, "entrusted" | "withdrawn" | "pulled">,
): MoneyMonth {
  return {
    ...ordinary,
    newly: ordinary.newly + big.newly,
    newlyEligible: ordinary.newlyEligible + big.newlyEligible,
    lapsed: ordinary.lapsed + big.lapsed,
    revived: ordinary.revived + big.revived,
    done: ordinary.done + big.done,
  };
}

/** At the year's end part of the not yet eligible leaves for the separate register, big files whole or not at all. */
function toRegister(open: OpenMoney, cases: CaseYear, climate: Climate, random: Random) {
  if (cases.register === 0) return { register: 0n, closing: open };
  const ordinary = scale(open.notYet, climate.register);
  const leaves = open.big.map((file) => !file.isEligible && random() < climate.register);
  const gone = open.big.filter((_, index) => leaves[index]);
  const register = gone.reduce((sum, file) => sum + file.owed, ordinary);
  const big = open.big.filter((_, index) => !leaves[index]);
  return { register, closing: { undone: open.undone, notYet: open.notYet - ordinary, big } };
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
