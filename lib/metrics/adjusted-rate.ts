import type { Ratio } from "@/lib/core/ratio";

/** What the forms of a year's months tell about column 15; cumulative, in cases or đồng, month 1 first. */
export type GroupMonth = { notYetEligible: bigint; newlyAccepted: bigint };

/** Bounds of what left the eligible group within the year and is still outside. */
export type Reclassified = { atLeast: bigint; atMost: bigint };

/**
 * How much moved from "có điều kiện" to "chưa có điều kiện" since month 1 and has not come back. The form shows stocks
 * only, so two bounds: column 15 above its lowest point of the year (every new file taken as eligible), and the same
 * after all files accepted since are taken as not yet eligible. Exact; 0 and 0 with fewer than two months.
 * Basis: V13 and the year-end reclassification described in domain.md 7.2 (P47).
 */
export function reclassifiedOut(months: readonly GroupMonth[]): Reclassified {
  return {
    atLeast: aboveLowest(months.map(({ notYetEligible, newlyAccepted }) => notYetEligible - newlyAccepted)),
    atMost: aboveLowest(months.map(({ notYetEligible }) => notYetEligible)),
  };
}

/**
 * The rate with reclassified cases added back to the eligible total, for display beside the official one, never instead
 * of it. Example: 80 of 90 with 10n reclassified is 80 of 100.
 */
export function adjustedRate({ numerator, denominator }: Ratio, reclassified: bigint): Ratio {
  if (reclassified < 0n) throw new RangeError("What is added back is not below zero");
  return { numerator, denominator: denominator + reclassified };
}

function aboveLowest(values: readonly bigint[]): bigint {
  const last = values.at(-1) ?? 0n;
  return values.reduce((most, value) => (last - value > most ? last - value : most), 0n);
}
