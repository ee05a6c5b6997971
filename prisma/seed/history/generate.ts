import type { FormFigures } from "@/lib/form/columns";
import { scale } from "../demo/allocate";
import { caseFigures, type Habits, habitsOf, type Month, moneyFigures } from "../demo/figures";
import { cumulativePath } from "../demo/path";
import { type HistoryAgency, inventedAgencies } from "./agencies";
import { type CaseMonth, caseYear, restingFiles } from "./cases";
import { type Climate, climateOf, pandemicYearOf } from "./climate";
import { heaps, type MoneyMonth, moneyYear, restingMoney } from "./money";

/** One agency's statistical year: twelve cumulative forms, month 1 (October) first. */
export type AgencyYear = { agency: string; year: number; months: readonly FormFigures[] };

export type HistoryPlan = {
  seed: number;
  /** Agencies (units of prisma/seed/demo fit), or how many to invent. */
  agencies: readonly HistoryAgency[] | number;
  years: readonly number[];
  /** The year of the common shock; 2021 when among the years, else the middle one. Null: none. */
  pandemicYear?: number | null;
};

/** Years simulated before the first, so that stocks have settled. */
const SETTLING_YEARS = 2;

/**
 * Honest, illustrative statistical years, agency after agency and its years in order; the same plan gives the same
 * figures on every machine, and an agency's figures do not depend on who else is in the plan. Every month satisfies
 * V01–V06 and V10, column 02 is constant in the year and opens with 18 − 19 of the year before (V11); months between
 * or before the years asked for are simulated and not yielded. What moves the figures is written in climate.ts,
 * cases.ts, money.ts and big-files.ts; nothing here games a target, reclassifies late or holds files back.
 */
export function* generateHistory(plan: HistoryPlan): Iterable<AgencyYear> {
  const { seed, years } = plan;
  const agencies =
    typeof plan.agencies === "number" ? inventedAgencies(plan.agencies, seed) : plan.agencies.map(whole);
  const pandemicYear = plan.pandemicYear === undefined ? pandemicYearOf(years) : plan.pandemicYear;
  for (const agency of agencies) yield* agencyYears(agency, years, seed, pandemicYear ?? Number.NaN);
}

function whole(agency: HistoryAgency): HistoryAgency {
  return { ...agency, size: Math.round(agency.size), caseValue: Math.round(agency.caseValue) };
}

function* agencyYears(
  agency: HistoryAgency,
  years: readonly number[],
  seed: number,
  pandemicYear: number,
): Iterable<AgencyYear> {
  let [files, money] = [restingFiles(agency), restingMoney(agency)];
  const habits = {
    cases: habitsOf(agency.code, "cases", seed),
    money: habitsOf(agency.code, "money", seed),
  };
  for (let year = Math.min(...years) - SETTLING_YEARS; year <= Math.max(...years); year += 1) {
    const climate = climateOf(agency, year, seed, pandemicYear);
    const stream = `${agency.code} ${year}`;
    const cases = caseYear(agency, files, climate, stream, seed);
    const amounts = moneyYear(agency, money, cases, climate, stream, seed);
    if (years.includes(year)) {
      const months = forms({
        cases: {
          months: cases.months.map(asMoney),
          opening: { undone: BigInt(files.undone), notYet: BigInt(files.notYet) },
          register: BigInt(cases.register),
        },
        money: { months: amounts.months, opening: heaps(money), register: amounts.register },
        climate,
        habits,
      });
      yield { agency: agency.code, year, months };
    }
    files = { undone: cases.closing.undone, notYet: cases.closing.notYet - cases.register };
    money = amounts.closing;
  }
}

type Flows = {
  months: readonly MoneyMonth[];
  opening: { undone: bigint; notYet: bigint };
  register: bigint;
};

function forms(year: {
  cases: Flows;
  money: Flows;
  climate: Climate;
  habits: { cases: Habits; money: Habits };
}): FormFigures[] {
  const cases = cumulated(year.cases, year.climate);
  const money = cumulated(year.money, year.climate);
  return cases.flatMap((month, index) => {
    const amounts = money[index];
    if (amounts === undefined) return [];
    const counted = caseFigures(month, year.habits.cases);
    const postponed = month.postponed === 0n ? 0n : amounts.postponed;
    return [{ cases: counted, money: moneyFigures({ ...amounts, postponed }, year.habits.money, counted) }];
  });
}

/** Twelve cumulative months of one measure; the register grows evenly to its year-end value. */
function cumulated({ months, opening, register }: Flows, climate: Climate): Month[] {
  const carried = opening.undone + opening.notYet;
  const registers = cumulativePath([{ month: 12, value: register }], new Array<number>(12).fill(1));
  const sums = { newly: 0n, entrusted: 0n, withdrawn: 0n, pulled: 0n, done: 0n };
  let notYet = opening.notYet;
  return months.map((month, index) => {
    for (const flow of ["newly", "entrusted", "withdrawn", "pulled", "done"] as const)
      sums[flow] += month[flow];
    notYet += month.newly - month.newlyEligible + month.lapsed - month.revived;
    const total = carried + sums.newly - sums.entrusted - sums.withdrawn - sums.pulled;
    return {
      ...sums,
      carried,
      total,
      eligible: total - notYet,
      postponed: scale(notYet, climate.postponed),
      register: registers[index] ?? 0n,
    };
  });
}

function asMoney(month: CaseMonth): MoneyMonth {
  const entries = Object.entries(month).map(([flow, value]) => [flow, BigInt(value)]);
  return Object.fromEntries(entries) as MoneyMonth;
}
