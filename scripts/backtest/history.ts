import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Ratio } from "@/lib/core/ratio";
import { type Figures, MEASURES, type Measure } from "@/lib/form/columns";
import type { Peer } from "@/lib/metrics/forecast/types";
import { generateHistory } from "@/prisma/seed/history/generate";

/** The agencies of one world and their years, measure by measure. */
export type World = { name: string; peers: Record<Measure, Peer[]> };

const NUMERATOR = ["completed", "terminated", "reduced"] as const;
const ELIGIBLE = [
  ...NUMERATOR,
  "inProgress",
  "postponedByAgreement",
  "suspendedEligible",
  "otherEligible",
] as const;

/** A generated world: invented agencies and consecutive years. */
export function generatedWorld(seed: number, agencies: number, years: readonly number[]): World {
  const books = { cases: new Map<string, Peer>(), money: new Map<string, Peer>() };
  for (const { agency, year, months } of generateHistory({ seed, agencies, years })) {
    for (const measure of MEASURES) {
      const book = books[measure];
      const peer = book.get(agency) ?? { agency, years: [] };
      const entry = { year, months: months.map((month) => ratioOf(month[measure])) };
      book.set(agency, { agency, years: [...peer.years, entry] });
    }
  }
  return { name: `seed ${seed}`, peers: mapBooks(books) };
}

/** Real months from a CSV file with the columns agency, year, month, measure (cases | money), completed, eligible. */
export function worldFromFile(path: string): World {
  const rows = parse(readFileSync(path), { columns: true, bom: true, trim: true }) as Row[];
  const books = { cases: new Map<string, Peer>(), money: new Map<string, Peer>() };
  const months = new Map<string, (Ratio | null)[]>();
  for (const { agency, year, month, measure, completed, eligible } of rows) {
    const key = `${measure} ${agency} ${year}`;
    const list = months.get(key) ?? new Array<Ratio | null>(12).fill(null);
    list[Number(month) - 1] = { numerator: BigInt(completed), denominator: BigInt(eligible) };
    if (!months.has(key)) {
      const peer = books[measure].get(agency) ?? { agency, years: [] };
      books[measure].set(agency, { agency, years: [...peer.years, { year: Number(year), months: list }] });
    }
    months.set(key, list);
  }
  return { name: path, peers: mapBooks(books) };
}

type Row = Record<"agency" | "year" | "month" | "completed" | "eligible", string> & { measure: Measure };

function mapBooks(books: Record<Measure, Map<string, Peer>>): Record<Measure, Peer[]> {
  return { cases: [...books.cases.values()], money: [...books.money.values()] };
}

function ratioOf(figures: Figures): Ratio {
  const sum = (columns: readonly (keyof Figures)[]) =>
    columns.reduce((total, column) => total + (figures[column] ?? 0n), 0n);
  return { numerator: sum(NUMERATOR), denominator: sum(ELIGIBLE) };
}
