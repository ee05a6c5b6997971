import { type FormFigures, INPUT_COLUMNS, type InputColumn, type Measure } from "@/lib/form/columns";
import { BASE_VERSION } from "@/lib/form/version";
import type { AgencyYear } from "@/prisma/seed/history/generate";

type Half = Partial<Record<InputColumn, bigint>>;
type Form = Record<Measure, Half>;

/** Forms that may be written to: the years of one agency, by year. */
export type Ledger = { agency: string; years: Map<number, Form[]> };

/** Copies an agency's honest years. */
export function ledgerOf(years: readonly AgencyYear[]): Ledger {
  const copied = years.map(({ year, months }) => [year, months.map(copyOf)] as const);
  return { agency: years[0]?.agency ?? "", years: new Map(copied) };
}

export function copyOfLedger({ agency, years }: Ledger): Ledger {
  return { agency, years: new Map([...years].map(([year, months]) => [year, months.map(copyOf)])) };
}

/** Whether an agency could have sent these forms: nothing below zero, and no cumulative flow that falls. */
export function isSound({ years }: Ledger): boolean {
  return [...years.values()].every((months) =>
    months.every((form, index) => {
      const before = months[index - 1];
      return (["cases", "money"] as const).every(
        (measure) =>
          Object.values(form[measure]).every((value) => value >= 0n) &&
          flows.every((flow) => (form[measure][flow] ?? 0n) >= (before?.[measure][flow] ?? 0n)),
      );
    }),
  );
}

const flows = BASE_VERSION.columns.flatMap(({ column, flow }): InputColumn[] =>
  flow ? INPUT_COLUMNS.filter((input) => input === column) : [],
);

function copyOf({ cases, money }: FormFigures): Form {
  return { cases: { ...cases }, money: { ...money } };
}

export function valueAt(
  ledger: Ledger,
  year: number,
  month: number,
  measure: Measure,
  column: InputColumn,
): bigint {
  return ledger.years.get(year)?.[month - 1]?.[measure][column] ?? 0n;
}

function add(
  ledger: Ledger,
  year: number,
  month: number,
  measure: Measure,
  column: InputColumn,
  by: bigint,
): void {
  const form = ledger.years.get(year)?.[month - 1];
  if (form !== undefined) form[measure][column] = (form[measure][column] ?? 0n) + by;
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const done = ["completed", "terminated", "reduced"] as const;
const eligible = [
  ...done,
  "inProgress",
  "postponedByAgreement",
  "suspendedEligible",
  "otherEligible",
] as const;

export function sumAt(
  ledger: Ledger,
  year: number,
  month: number,
  measure: Measure,
  of: "done" | "eligible",
): bigint {
  const columns: readonly InputColumn[] = of === "done" ? done : eligible;
  return columns.reduce((sum, column) => sum + valueAt(ledger, year, month, measure, column), 0n);
}

/** Moves cumulative amounts between two columns in some months; the identities of the form stay. */
export function move(
  ledger: Ledger,
  place: { year: number; measure: Measure; from: InputColumn; to: InputColumn },
  byMonth: ReadonlyMap<number, bigint>,
): void {
  for (const [month, amount] of byMonth) {
    add(ledger, place.year, month, place.measure, place.from, -amount);
    add(ledger, place.year, month, place.measure, place.to, amount);
  }
}

/** Takes new files out of a year's last month and brings them in October: 02 of the next year falls as 03 rises. */
export function postpone(ledger: Ledger, year: number, measure: Measure, amount: bigint): void {
  add(ledger, year, 12, measure, "newlyAccepted", -amount);
  add(ledger, year, 12, measure, "inProgress", -amount);
  for (const month of MONTHS) {
    add(ledger, year + 1, month, measure, "carriedOver", -amount);
    add(ledger, year + 1, month, measure, "newlyAccepted", amount);
  }
}

/** As many files as left in the year before come back, from another agency, as new ones in October. */
export function receive(ledger: Ledger, year: number, measure: Measure, amount: bigint): void {
  for (const month of MONTHS) {
    add(ledger, year, month, measure, "carriedOver", -amount);
    add(ledger, year, month, measure, "newlyAccepted", amount);
  }
}

/**
 * Work that a year no longer finds, since the year before claims it as done: in every month it is missing among the
 * done and the open in the proportion these have; what would have stayed open is missing from the year after as well.
 */
export function withdraw(ledger: Ledger, year: number, measure: Measure, amount: bigint): void {
  if (amount <= 0n || !ledger.years.has(year)) return;
  let missing = 0n;
  for (const month of MONTHS) {
    const all = sumAt(ledger, year, month, measure, "eligible");
    const share = all === 0n ? 0n : (amount * sumAt(ledger, year, month, measure, "done")) / all;
    const open = valueAt(ledger, year, month, measure, "inProgress");
    missing = share > amount - open ? share : amount - open;
    add(ledger, year, month, measure, "carriedOver", -amount);
    add(ledger, year, month, measure, "completed", -missing);
    add(ledger, year, month, measure, "inProgress", missing - amount);
  }
  withdraw(ledger, year + 1, measure, amount - missing);
}

/** Finished work kept for the next year, reported there from October on. */
export function keepBack(ledger: Ledger, year: number, measure: Measure, amount: bigint): void {
  for (const month of MONTHS) {
    add(ledger, year, month, measure, "carriedOver", amount);
    add(ledger, year, month, measure, "completed", amount);
  }
}
