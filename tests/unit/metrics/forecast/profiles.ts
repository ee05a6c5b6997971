import type { Ratio } from "@/lib/core/ratio";
import type { Peer } from "@/lib/metrics/forecast/types";

export const ratio = (numerator: bigint, denominator: bigint): Ratio => ({ numerator, denominator });

const SHAPE = [6, 13, 21, 28, 34, 43, 51, 59, 68, 76, 85, 100];

/** A small deterministic wobble between −1 and 1. */
function wobble(a: number, b: number, c: number): number {
  return Math.sin(a * 12.9898 + b * 78.233 + c * 37.719);
}

/** Agencies whose years repeat an S with a level of their own and small shocks; written without the generator. */
export function invented(count: number, years: readonly number[]): Peer[] {
  return Array.from({ length: count }, (_, index) => ({
    agency: `a-${index}`,
    years: years.map((year) => {
      const end =
        0.82 + 0.05 * wobble(index, 0, 1) + 0.015 * wobble(index, year, 2) + 0.01 * wobble(year, 0, 3);
      const size = 400 + 90 * index;
      const months = SHAPE.map((share, at): Ratio => {
        const eligible = Math.round(size * (0.5 + 0.5 * ((at + 1) / 12)));
        const pace = (share / 100) * (1 + 0.04 * wobble(index + 3, year, at) * (1 - at / 11));
        return ratio(BigInt(Math.round(eligible * Math.min(1, end * pace))), BigInt(eligible));
      });
      return { year, months };
    }),
  }));
}
