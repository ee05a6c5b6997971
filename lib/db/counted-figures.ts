import "server-only";
import { Prisma } from "./generated/client";

/**
 * The figures that count in these months of these years, as a table for a query's FROM: those that count now, or with
 * an instant those that counted then, as they were then.
 */
export function countedFigures(
  at: Date | null,
  years: readonly number[],
  months: readonly number[],
): Prisma.Sql {
  if (at === null) {
    return Prisma.sql`(SELECT * FROM report_figures
      WHERE year = ANY (${years}::int[]) AND month = ANY (${months}::int[]) AND standing = 'EFFECTIVE')`;
  }
  return Prisma.sql`(SELECT k.* FROM unnest(${years}::int[]) AS asked (year),
    LATERAL figures_known(asked.year, ${months}::int[], ${at}::timestamptz) AS k)`;
}

/** The same of the counts beside the form. */
export function countedCounts(
  at: Date | null,
  years: readonly number[],
  months: readonly number[],
): Prisma.Sql {
  if (at === null) {
    return Prisma.sql`(SELECT * FROM report_counts
      WHERE year = ANY (${years}::int[]) AND month = ANY (${months}::int[]) AND standing = 'EFFECTIVE')`;
  }
  return Prisma.sql`(SELECT k.* FROM unnest(${years}::int[]) AS asked (year),
    LATERAL counts_known(asked.year, ${months}::int[], ${at}::timestamptz) AS k)`;
}
