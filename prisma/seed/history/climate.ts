import { between, streamFor } from "../demo/prng";
import type { HistoryAgency } from "./agencies";
import { around } from "./draws";

/**
 * What moves the months of honest agencies. Hazards are the share of the eligible and undone stock that is finished in
 * a month: low in October when accumulation restarts, lower in the Tết month (5), pushes before the half year (6), the
 * third quarter (9) and above all in September (12). Cumulated they give the sector's S (published national rates:
 * about 40 % of cases at month 4, 49 at 6, 66 at 9, 82 at 12; of money 9, 22, 32, 43).
 */
const HAZARD = {
  cases: [0.14, 0.17, 0.185, 0.175, 0.145, 0.235, 0.195, 0.21, 0.255, 0.22, 0.275, 0.4],
  money: [0.022, 0.032, 0.038, 0.042, 0.033, 0.062, 0.045, 0.05, 0.068, 0.052, 0.066, 0.105],
} as const;

/** New files: busy after the courts' year end, quiet at Tết, an ordinary September. */
const INTAKE = [1.1, 0.97, 0.95, 1.02, 0.8, 1.1, 1, 1.01, 1.02, 0.99, 1.02, 0.97] as const;

/** Files entrusted, withdrawn or pulled up: less in October and at Tết, September like any month. */
const LEAVING = [0.8, 0.95, 1, 1, 0.8, 1.1, 1.05, 1.05, 1.1, 1.05, 1.1, 1] as const;

/** Monthly shares of the eligible that lapse, and of the not yet eligible that come back: most in October's review. */
const LAPSE = 0.008;
const REVIVAL = { october: 0.15, later: 0.012 } as const;

/** May to August of the pandemic's year: work and intake of all agencies fall together, and half of it returns. */
const PANDEMIC = { months: [8, 9, 10, 11], work: 0.84, intake: 0.88, rebound: 1.08 } as const;

/** The factors of one agency's year, month by month, and its yearly shares. */
export type Climate = {
  hazard: Record<"cases" | "money", number[]>;
  intake: number[];
  leaving: number[];
  /** Share of new files eligible at once. */
  newlyEligible: Record<"cases" | "money", number>;
  /** Monthly share of the undone that becomes not yet eligible, and back; without a push near the year's end. */
  lapse: number[];
  revival: number[];
  /** Share of column 15 moved to the separate register at the year's end, and of 15 that is column 17. */
  register: number;
  postponed: number;
};

/** The year all agencies share, as factors. */
type Common = { work: number; money: number; intake: number; isPandemic: boolean };

/** 2021 when it is asked for, else the middle of the years. */
export function pandemicYearOf(years: readonly number[]): number {
  const sorted = [...years].sort((a, b) => a - b);
  return sorted.includes(2021) ? 2021 : (sorted[Math.floor(sorted.length / 2)] ?? 2021);
}

/** Nation, agency for good, agency in the year, agency in the month: each adds its own deviation. */
export function climateOf(agency: HistoryAgency, year: number, seed: number, pandemicYear: number): Climate {
  const common = commonYear(year, seed, year === pandemicYear);
  const lasting = streamFor(seed, `lasting ${agency.code}`);
  const random = streamFor(seed, `climate ${agency.code} ${year}`);
  const level = { cases: around(lasting, 0.13), money: around(lasting, 0.22) };
  const tilt = 0.06 * (2 * lasting() - 1) + 0.05 * (2 * random() - 1);
  const yearly = { cases: around(random, 0.06), money: around(random, 0.13) };
  const severity = between(random, 0.5, 1.5);
  const work = (month: number) => hit(common, month, PANDEMIC.work, severity) * rebound(common, month);
  const monthly = (measure: "cases" | "money", deviation: number, shared: number) =>
    HAZARD[measure].map((hazard, index) => {
      const slope = 1 + tilt * ((index - 5.5) / 5.5);
      const factor = level[measure] * yearly[measure] * shared * slope * work(index + 1);
      return Math.min(0.85, hazard * factor * around(random, deviation));
    });
  const intake = common.intake * around(lasting, 0.05) * around(random, 0.06);
  return {
    hazard: {
      cases: monthly("cases", 0.08, common.work),
      money: monthly("money", 0.16, common.money),
    },
    intake: INTAKE.map((w, i) => (w / 12) * intake * hit(common, i + 1, PANDEMIC.intake, severity)),
    leaving: LEAVING.map((weight) => weight / 12),
    newlyEligible: { cases: between(lasting, 0.86, 0.93), money: between(lasting, 0.66, 0.8) },
    lapse: months(() => LAPSE * around(random, 0.25)),
    revival: months((index) => (index === 0 ? REVIVAL.october : REVIVAL.later) * around(random, 0.2)),
    register: between(random, 0.08, 0.14),
    postponed: between(random, 0.04, 0.09),
  };
}

function commonYear(year: number, seed: number, isPandemic: boolean): Common {
  const random = streamFor(seed, `year ${year}`);
  return {
    work: around(random, 0.03),
    money: around(random, 0.06),
    intake: around(random, 0.03),
    isPandemic,
  };
}

function hit({ isPandemic }: Common, month: number, depth: number, severity: number): number {
  const isStruck = isPandemic && PANDEMIC.months.some((struck) => struck === month);
  return isStruck ? 1 - (1 - depth) * severity : 1;
}

function rebound({ isPandemic }: Common, month: number): number {
  return isPandemic && month === 12 ? PANDEMIC.rebound : 1;
}

function months(draw: (index: number) => number): number[] {
  return Array.from({ length: 12 }, (_, index) => draw(index));
}
