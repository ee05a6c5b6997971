import type { Measure } from "@/lib/form/columns";
import { signalsOf } from "@/lib/metrics/signals/detect";
import type { Signal, SignalYear } from "@/lib/metrics/signals/types";
import type { Target } from "@/lib/metrics/target";
import { type Random, streamFor } from "@/prisma/seed/demo/prng";
import { type AgencyYear, generateHistory } from "@/prisma/seed/history/generate";
import { copyOfLedger, isSound, type Ledger, ledgerOf, sumAt } from "./edits";
import {
  type Plant,
  plantBunching,
  plantDip,
  plantEntrustment,
  plantMoneyless,
  plantReclassification,
} from "./plants";

/** The years generated; those asked about have two years of history before them and an October after them. */
const YEARS = [2017, 2018, 2019, 2020, 2021, 2022, 2023] as const;
export const ASKED = [2020, 2021, 2022] as const;
export const AGENCIES = 600;
/** Of each kind in a trial: about one agency in ten has something planted in one of its years. */
const PLANTS = 12;
/** Neighbours that entrust files to each other. */
const RING = 3;

/** How many agencies a trial has, and how many patterns of each kind are planted among them. */
export type Size = { agencies: number; plants: number };
export type Outcome = { plant: Plant; signal: Signal | undefined };
export type Trial = {
  seed: number;
  outcomes: Outcome[];
  honestYears: number;
  falseAlarms: Signal[];
  ledgers: Ledger[];
};

type Targets = (agency: string, year: number, measure: Measure) => Target | null;

/** One nation of agencies: honest years, patterns planted in a few, and what is asked about them. */
export function runTrial(seed: number, size: Size = { agencies: AGENCIES, plants: PLANTS }): Trial {
  const ledgers = honestLedgers(seed, size.agencies);
  const targets = targetsFor(ledgers);
  const plants = plantAll(ledgers, targets, size.plants, streamFor(seed, "plants"));
  const years = ledgers.flatMap(({ agency, years: own }) =>
    [...own].map(([year, months]): SignalYear => ({ agency, year, months })),
  );
  const signals = ASKED.flatMap((year) => signalsOf({ years, year, targetOf: targets }));
  const outcomes = plants.map((plant) => ({ plant, signal: signals.find((each) => isAbout(each, plant)) }));
  const from = new Map(
    plants.map((plant) => [plant.agency, plant.kind === "bunching" ? plant.year - 2 : plant.year]),
  );
  const isHonest = (agency: string, year: number) => year < (from.get(agency) ?? Number.POSITIVE_INFINITY);
  const honestYears = ledgers.flatMap(({ agency }) => ASKED.filter((year) => isHonest(agency, year))).length;
  return {
    seed,
    outcomes,
    honestYears,
    falseAlarms: signals.filter((each) => isHonest(each.agency, each.year)),
    ledgers,
  };
}

function isAbout(signal: Signal, { agency, year, kind }: Plant): boolean {
  return signal.agency === agency && signal.year === year && signal.kind === kind;
}

function honestLedgers(seed: number, agencies: number): Ledger[] {
  const byAgency = new Map<string, AgencyYear[]>();
  for (const each of generateHistory({ seed, agencies, years: [...YEARS] })) {
    byAgency.set(each.agency, [...(byAgency.get(each.agency) ?? []), each]);
  }
  return [...byAgency.values()].map(ledgerOf);
}

/** Half-way between what the agency and the nation reached the year before, in quarter points: "trên …". */
function targetsFor(ledgers: readonly Ledger[]): Targets {
  const rates = new Map<string, number>();
  for (const measure of ["cases", "money"] as const)
    for (const year of YEARS.slice(0, -1)) {
      const all = ledgers.map((ledger) => [
        sumAt(ledger, year, 12, measure, "done"),
        sumAt(ledger, year, 12, measure, "eligible"),
      ]);
      const sum = (index: 0 | 1) => all.reduce((total, pair) => total + (pair[index] ?? 0n), 0n);
      const nation = Number(sum(0)) / Number(sum(1));
      for (const [index, ledger] of ledgers.entries()) {
        const [done = 0n, eligible = 1n] = all[index] ?? [];
        const own = Number(done) / Number(eligible);
        rates.set(`${ledger.agency} ${year + 1} ${measure}`, Math.round((400 * (own + nation)) / 2) * 25);
      }
    }
  return (agency, year, measure) => {
    const basisPoints = rates.get(`${agency} ${year} ${measure}`);
    return basisPoints === undefined ? null : { comparison: "above", basisPoints: BigInt(basisPoints) };
  };
}

/** Every kind in agencies of its own, in a year drawn for each. */
function plantAll(ledgers: readonly Ledger[], targets: Targets, each: number, random: Random): Plant[] {
  const free = new Set(ledgers.map((_, index) => index));
  const year = () => ASKED[Math.floor(random() * ASKED.length)] ?? ASKED[0];
  const single = (plant: (ledger: Ledger, year: number) => Plant | null) => (ring: readonly Ledger[]) =>
    ring.slice(0, 1).flatMap((ledger) => plant(ledger, year()) ?? []);
  const ways = [
    (ring: readonly Ledger[]) => (ring.length === RING ? plantEntrustment(ring, year(), random) : []),
    single((ledger, at) => plantReclassification(ledger, at, random)),
    single((ledger, at) => plantDip(ledger, at, random)),
    single((ledger, at) => plantBunching(ledger, at, targets, random)),
    single((ledger, at) => plantMoneyless(ledger, at, random)),
  ];
  return ways.flatMap((way) => {
    const plants: Plant[] = [];
    while (plants.length < each) {
      const first = [...free][Math.floor(random() * free.size)] ?? 0;
      const ring = Array.from({ length: RING }, (_, index) => first + index).filter((index) =>
        free.has(index),
      );
      const found = attempt(
        ring.flatMap((index) => ledgers[index] ?? []),
        way,
      );
      for (const index of ring.slice(0, found.length)) free.delete(index);
      plants.push(...found);
    }
    return plants;
  });
}

/** Plants on copies, and keeps them only where the forms could still have been sent. */
function attempt(ring: readonly Ledger[], way: (ring: readonly Ledger[]) => Plant[]): Plant[] {
  const copies = ring.map(copyOfLedger);
  const found = way(copies);
  if (found.length === 0 || !copies.slice(0, found.length).every(isSound)) return [];
  for (const [index, ledger] of ring.entries()) ledger.years = copies[index]?.years ?? ledger.years;
  return found;
}
