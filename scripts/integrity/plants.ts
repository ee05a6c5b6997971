import type { Measure } from "@/lib/form/columns";
import type { SignalKind } from "@/lib/metrics/signals/types";
import { remaining, type Target } from "@/lib/metrics/target";
import { between, type Random } from "@/prisma/seed/demo/prng";
import { keepBack, type Ledger, move, postpone, receive, sumAt, valueAt, withdraw } from "./edits";

/** A planted pattern: what it did to the rate of cases, in points, and how many cases it moved. */
export type Plant = { agency: string; year: number; kind: SignalKind; points: number; cases: bigint };

type Targets = (agency: string, year: number, measure: Measure) => Target | null;

/** A pattern nobody would bother to make, or to ask about. */
const LEAST = { cases: 12n, points: 1 } as const;

const scaled = (amount: bigint, share: number) => (amount * BigInt(Math.round(share * 1e6))) / 1_000_000n;
const least = (a: bigint, b: bigint) => (a < b ? a : b);
const rate = (ledger: Ledger, year: number) =>
  (100 * Number(sumAt(ledger, year, 12, "cases", "done"))) /
  Number(sumAt(ledger, year, 12, "cases", "eligible"));

/** How many cases have to leave the denominator for so many points more. */
function leaving(ledger: Ledger, year: number, points: number): bigint {
  const now = rate(ledger, year);
  return scaled(sumAt(ledger, year, 12, "cases", "eligible"), points / (now + points));
}

function planted(ledger: Ledger, year: number, kind: SignalKind, before: number, cases: bigint): Plant {
  return { agency: ledger.agency, year, kind, cases, points: Math.abs(rate(ledger, year) - before) };
}

function isTooSmall(cases: bigint, points: number): boolean {
  return cases < LEAST.cases || points < LEAST.points;
}

/** Money that goes with so many open files: large ones are moved before small ones. */
function moneyWith(ledger: Ledger, year: number, month: number, cases: bigint, random: Random): bigint {
  const files = valueAt(ledger, year, month, "cases", "inProgress");
  const money = valueAt(ledger, year, month, "money", "inProgress");
  return files === 0n
    ? 0n
    : least(scaled((money * cases) / files, between(random, 0.5, 2)), scaled(money, 0.9));
}

/**
 * "Phân loại lại": open files become not yet eligible in September, some of them in August already, and are eligible
 * again in October. Evidence: 08 falls and 15 rises by the same number, in cases and in đồng.
 */
export function plantReclassification(ledger: Ledger, year: number, random: Random): Plant | null {
  const before = rate(ledger, year);
  const [early, cases] = openCases(ledger, year, between(random, 0.35, 0.85), random);
  if (cases < LEAST.cases) return null;
  const place = { year, from: "inProgress", to: "noCondition" } as const;
  const money = new Map([
    [11, moneyWith(ledger, year, 11, early, random)],
    [12, moneyWith(ledger, year, 12, cases, random)],
  ]);
  move(
    ledger,
    { ...place, measure: "cases" },
    new Map([
      [11, early],
      [12, cases],
    ]),
  );
  move(ledger, { ...place, measure: "money" }, money);
  return planted(ledger, year, "lateReclassification", before, cases);
}

/**
 * "Ủy thác lòng vòng": three agencies entrust as many open files to each other in September, and each takes up another's
 * as new ones in October. Evidence: 04 jumps, 08 falls; the next year opens with fewer old and more new files.
 */
export function plantEntrustment(ring: readonly Ledger[], year: number, random: Random): Plant[] {
  const points = between(random, 0.9, 5);
  const cases = ring.map((ledger) => leaving(ledger, year, points)).reduce(least);
  const open = ring.map((ledger) => valueAt(ledger, year, 12, "cases", "inProgress")).reduce(least);
  const money = ring.map((ledger) => moneyWith(ledger, year, 12, cases, random)).reduce(least);
  if (cases < LEAST.cases || cases * 10n > open * 7n) return [];
  return ring.map((ledger) => {
    const before = rate(ledger, year);
    const place = { year, from: "inProgress", to: "entrustedOut" } as const;
    move(ledger, { ...place, measure: "cases" }, new Map([[12, cases]]));
    move(ledger, { ...place, measure: "money" }, new Map([[12, money]]));
    receive(ledger, year + 1, "cases", cases);
    receive(ledger, year + 1, "money", money);
    return planted(ledger, year, "circularEntrustment", before, cases);
  });
}

/** The fewest files in progress in a year: so many may be missing in every month of it. */
function openThrough(ledger: Ledger, year: number): bigint {
  const open = Array.from({ length: 12 }, (_, index) =>
    valueAt(ledger, year, index + 1, "cases", "inProgress"),
  );
  return open.reduce(least, open[0] ?? 0n);
}

/**
 * "Động viên nộp đơn sau 30/9": part of September's new files is taken up in October. Evidence: 03 hardly grows in
 * September and jumps in October; 02 of the next year is lower by as much.
 */
export function plantDip(ledger: Ledger, year: number, random: Random): Plant | null {
  const before = rate(ledger, year);
  const share = between(random, 0.6, 1);
  const grown = (measure: Measure) =>
    valueAt(ledger, year, 12, measure, "newlyAccepted") - valueAt(ledger, year, 11, measure, "newlyAccepted");
  const cases = scaled(grown("cases"), share);
  const money = least(
    scaled(grown("money"), share),
    scaled(valueAt(ledger, year, 12, "money", "inProgress"), 0.9),
  );
  const eligible = Number(sumAt(ledger, year, 12, "cases", "eligible"));
  if (isTooSmall(cases, (before * Number(cases)) / eligible)) return null;
  if (cases * 10n > valueAt(ledger, year, 12, "cases", "inProgress") * 7n) return null;
  postpone(ledger, year, "cases", cases);
  postpone(ledger, year, "money", money);
  return planted(ledger, year, "septemberDip", before, cases);
}

/**
 * "Xong mà không có tiền": part of the files still in progress is reported as done in September, some of them in August
 * already, and nothing is collected. Evidence: 09 of the cases rises beyond its pace, 09 of the money does not; the
 * files are missing from the next year.
 */
export function plantMoneyless(ledger: Ledger, year: number, random: Random): Plant | null {
  const before = rate(ledger, year);
  const [early, cases] = openCases(ledger, year, between(random, 0.55, 0.95), random);
  if (cases < LEAST.cases || openThrough(ledger, year + 1) <= cases) return null;
  const place = { year, measure: "cases", from: "inProgress", to: "completed" } as const;
  move(
    ledger,
    place,
    new Map([
      [11, early],
      [12, cases],
    ]),
  );
  withdraw(ledger, year + 1, "cases", cases);
  return planted(ledger, year, "doneWithoutMoney", before, cases);
}

/** A share of the files in progress in September, and of those perhaps some that were taken in August already. */
function openCases(
  ledger: Ledger,
  year: number,
  share: number,
  random: Random,
): [early: bigint, all: bigint] {
  const [august, september] = [11, 12].map((month) => valueAt(ledger, year, month, "cases", "inProgress"));
  const cases = scaled(least(august ?? 0n, september ?? 0n), share);
  return [random() < 0.5 ? scaled(cases, between(random, 0.1, 0.5)) : 0n, cases];
}

/**
 * "Vừa đủ chỉ tiêu": in this year and one or both of those before it, September's results are made to land up to
 * 0,2 points above the target, from below by claiming open work, from above by keeping finished work for October; in
 * cases, and mostly in money too. Evidence: the rates just above the targets; September's pace off its season.
 */
export function plantBunching(ledger: Ledger, year: number, targets: Targets, random: Random): Plant | null {
  const years = random() < 0.5 ? [year - 2, year - 1, year] : [year - 1, year];
  const withMoney = random() < 0.7;
  const trial = years.map((each) => gap(ledger, each, "cases", targets));
  if (trial.some((amount) => amount === null)) return null;
  const before = rate(ledger, year);
  const landed = years.map((each) => {
    const cases = land(ledger, each, "cases", targets, random);
    if (withMoney) land(ledger, each, "money", targets, random);
    return cases;
  });
  const last = landed.at(-1) ?? null;
  if (last === null || landed.includes(null)) return null;
  return planted(ledger, year, "bunching", before, last < 0n ? -last : last);
}

/** What is missing to the target (below zero: beyond it); null when September cannot make it up or hide it. */
function gap(ledger: Ledger, year: number, measure: Measure, targets: Targets): bigint | null {
  const target = targets(ledger.agency, year, measure);
  const eligible = sumAt(ledger, year, 12, measure, "eligible");
  if (target === null || eligible === 0n) return null;
  const missing =
    remaining({ numerator: 0n, denominator: eligible }, target) - sumAt(ledger, year, 12, measure, "done");
  const flow =
    valueAt(ledger, year, 12, measure, "completed") - valueAt(ledger, year, 11, measure, "completed");
  const reach =
    missing > 0n ? scaled(valueAt(ledger, year, 12, measure, "inProgress"), 0.6) : scaled(flow, 0.7);
  const isNear = (missing < 0n ? -missing : missing) * 100n <= eligible * 4n;
  return isNear && (missing < 0n ? -missing : missing) <= reach ? missing : null;
}

function land(
  ledger: Ledger,
  year: number,
  measure: Measure,
  targets: Targets,
  random: Random,
): bigint | null {
  const missing = gap(ledger, year, measure, targets);
  if (missing === null) return null;
  const amount = missing + scaled(sumAt(ledger, year, 12, measure, "eligible"), between(random, 0, 0.002));
  if (amount >= 0n) {
    move(ledger, { year, measure, from: "inProgress", to: "completed" }, new Map([[12, amount]]));
    withdraw(ledger, year + 1, measure, amount);
  } else {
    move(ledger, { year, measure, from: "completed", to: "inProgress" }, new Map([[12, -amount]]));
    keepBack(ledger, year + 1, measure, -amount);
  }
  return amount;
}
