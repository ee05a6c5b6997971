import type { Measure } from "@/lib/form/columns";
import { cumulativePath } from "../demo/path";
import { openingAfter } from "../demo/published";
import type { Figures } from "../types";
import type { HistoryAgency } from "./agencies";
import { type AgencyYear, generateHistory } from "./generate";

/** Column 02 of the year that follows the generated ones: cases and đồng. */
export type Opening = Record<Measure, bigint>;

export type ChainPlan = {
  seed: number;
  agencies: readonly HistoryAgency[];
  years: readonly number[];
  pandemicYear: number | null;
  /** Of every agency, the opening its last generated year has to end in. */
  openings: ReadonlyMap<string, Opening>;
};

const FITTINGS = 12;
const SEEDS = 5;

/** Of the year-end files without condition, a tenth usually goes to the separate register, at most three. */
const REGISTER = { usual: 10n, part: 3n, of: 10n } as const;

/**
 * A generated history that ends where a known year opens: column 02 of that year is 18 − 19 of the last generated one.
 * The agency is made larger or smaller as a whole until its stock nearly fits (years of its own, not a correction of
 * one); the few files and đồng still left over are moved in the separate register, within what has no condition.
 */
export function* historyInto(plan: ChainPlan): Iterable<AgencyYear> {
  const last = Math.max(...plan.years);
  for (const agency of plan.agencies) {
    const opening = plan.openings.get(agency.code);
    if (opening === undefined) throw new Error(`No opening known for ${agency.code}`);
    for (const year of generateHistory(fittedPlan(plan, agency, opening)))
      yield year.year === last ? closedInto(year, opening) : year;
  }
}

/** The agency in the size that fits; draws that leap over the opening give way to the next seed's. */
function fittedPlan(plan: ChainPlan, agency: HistoryAgency, opening: Opening) {
  for (let seed = plan.seed; seed < plan.seed + SEEDS; seed += 1) {
    const end = (size: HistoryAgency) => yearEnd({ ...plan, seed }, size);
    const sized = fitted(agency, "size", (size) => misfit(end(size).cases, opening.cases));
    const fit = sized && fitted(sized, "caseValue", (size) => misfit(end(size).money, opening.money));
    if (fit) return { ...plan, seed, agencies: [fit] };
  }
  throw new Error(`${agency.code} cannot be made to end in its opening`);
}

function yearEnd({ seed, years, pandemicYear }: ChainPlan, agency: HistoryAgency): Figured {
  const asked = { seed, agencies: [agency], years: [Math.min(...years), Math.max(...years)], pandemicYear };
  return figuresAt([...generateHistory(asked)].at(-1), 12);
}

/** How many times too much the year leaves to the next; 1 when the separate register can take the rest. */
function misfit(end: Figures, opening: bigint): number {
  if (registerInto(end, opening) !== null) return 1;
  return (
    Number(openingAfter(end) + end.separateRegister) / Number(opening + end.noCondition / REGISTER.usual)
  );
}

/** Stocks grow with `by`, though by leaps: divide first, then halve between too little and too much. */
function fitted(
  agency: HistoryAgency,
  by: "size" | "caseValue",
  misfitOf: (agency: HistoryAgency) => number,
): HistoryAgency | null {
  let [few, many] = [0, Number.POSITIVE_INFINITY];
  let value = agency[by];
  for (let round = 0; round < FITTINGS; round += 1) {
    const fit = { ...agency, [by]: Math.round(value) };
    const misfit = misfitOf(fit);
    if (misfit === 1) return fit;
    if (misfit > 1) many = Math.min(many, value);
    else few = Math.max(few, value);
    const next = value / misfit;
    value = next > few && next < many ? next : (few + Math.min(many, few * 2)) / 2;
  }
  return null;
}

type Figured = Record<Measure, Figures>;

function figuresAt(year: AgencyYear | undefined, month: number): Figured {
  const figures = year?.months[month - 1];
  if (figures === undefined) throw new RangeError(`No month ${month}`);
  return figures as Figured;
}

/** The year-end register that leaves exactly the opening; null when the files without condition are too few. */
function registerInto(end: Figures, opening: bigint): bigint | null {
  const register = openingAfter(end) + end.separateRegister - opening;
  return register >= 0n && register * REGISTER.of <= end.noCondition * REGISTER.part ? register : null;
}

function closedInto(year: AgencyYear, opening: Opening): AgencyYear {
  const end = figuresAt(year, 12);
  const path = (measure: Measure) =>
    cumulativePath(
      [{ month: 12, value: registerInto(end[measure], opening[measure]) ?? 0n }],
      new Array(12).fill(1),
    );
  const registers = { cases: path("cases"), money: path("money") };
  const months = year.months.map(({ cases, money }, index) => ({
    cases: { ...cases, separateRegister: registers.cases[index] ?? 0n },
    money: { ...money, separateRegister: registers.money[index] ?? 0n },
  }));
  return { ...year, months };
}
