import { generateDemo2022 } from "@/prisma/seed/demo-2022";
import { readAgencies } from "@/prisma/seed/reference";
import type { Figures, MeasureKey, ReportSeed } from "@/prisma/seed/types";

export const MEASURES = ["cases", "money"] as const;

/** The columns computed from the typed ones, written out here independently of lib/form. */
export type Derived = Record<"c01" | "c07" | "c08" | "c15" | "c18" | "done", bigint>;

export function derived(figures: Figures): Derived {
  const c01 = figures.carriedOver + figures.newlyAccepted;
  const c07 = c01 - figures.entrustedOut - figures.withdrawnOrCancelled - figures.pulledUpByProvince;
  const done = figures.completed + figures.terminated + figures.reduced;
  const open =
    figures.inProgress + figures.postponedByAgreement + figures.suspendedEligible + figures.otherEligible;
  const c15 = figures.noCondition + figures.postponedOrSuspendedOther;
  return { c01, c07, c08: done + open, c15, c18: c07 - done, done };
}

export const agencies = new Map(readAgencies().map((agency) => [agency.code, agency]));
export const reports2022 = generateDemo2022();

const index2022 = new Map(reports2022.map((report) => [`${report.agency}|${report.month}`, report]));

export function report2022(agency: string, month: number): ReportSeed | undefined {
  return index2022.get(`${agency}|${month}`);
}

/** The province a unit reports to; a Cục is its own. */
function provinceOf(agency: string): string {
  const found = agencies.get(agency);
  return found?.kind === "PROVINCE" ? agency : (found?.parent ?? "");
}

/** Sums of one month and measure over the units of a province, or over all. */
export function totals(
  reports: readonly ReportSeed[],
  measure: MeasureKey,
  month: number,
  province?: string,
): Figures & Derived {
  const wanted = reports
    .filter((report) => report.month === month)
    .filter((report) => province === undefined || provinceOf(report.agency) === province)
    .map((report) => ({ ...report.figures[measure], ...derived(report.figures[measure]) }));
  return wanted.reduce((total, figures) => added(total, figures));
}

function added<T extends Record<string, bigint>>(a: T, b: T): T {
  return Object.fromEntries(Object.keys(a).map((key) => [key, (a[key] ?? 0n) + (b[key] ?? 0n)])) as T;
}

/** A share as hundredths of a percent, rounded half up: 8791n is 87,91 %. */
export function basisPoints(part: bigint, whole: bigint): bigint {
  return (part * 20_000n + whole) / (2n * whole);
}
