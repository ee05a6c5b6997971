import { streamFor } from "../demo/prng";
import { around } from "./draws";

/** What a history needs to know about an agency; the units of prisma/seed/demo fit. */
export type HistoryAgency = {
  code: string;
  /** Cases to enforce in an ordinary year (column 07 of month 12). */
  size: number;
  /** Đồng of an ordinary case. */
  caseValue: number;
  /** A Cục has few but large cases, and nobody pulls its files up. */
  isProvince: boolean;
};

const FAMILY = 12;

/** Invented agencies: one Cục and eleven Chi cục after another, from a hundred to some thousands of cases. */
export function inventedAgencies(count: number, seed: number): HistoryAgency[] {
  return Array.from({ length: count }, (_, index) => {
    const code = `h-${String(index + 1).padStart(4, "0")}`;
    const random = streamFor(seed, `agency ${code}`);
    const isProvince = index % FAMILY === 0;
    return {
      code,
      size: Math.max(110, Math.round(780 * around(random, 0.55))),
      caseValue: Math.round(380e6 * (isProvince ? 5 : 1) * around(random, 0.35)),
      isProvince,
    };
  });
}
