import { notFound } from "next/navigation";
import { isPeriod } from "@/lib/core/period";
import type { ReportKey } from "@/lib/results/types";

/** The report an address names; anything else does not exist. */
export function reportKeyOf({
  agency,
  year,
  month,
}: {
  agency: string;
  year: string;
  month: string;
}): ReportKey {
  const period = { year: wholeOf(year), month: wholeOf(month) };
  if (!isPeriod(period)) notFound();
  return { agency, ...period };
}

/** The period of a list's query, or the one given. */
export function periodOf(
  query: Readonly<Record<string, string | string[] | undefined>>,
  otherwise: { year: number; month: number },
): { year: number; month: number } {
  const period = { year: wholeOf(query.year), month: wholeOf(query.month) };
  return isPeriod(period) ? period : otherwise;
}

function wholeOf(text: string | string[] | undefined): number {
  return typeof text === "string" && /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}
