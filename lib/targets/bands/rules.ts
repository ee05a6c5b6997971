import type { CaseloadPlan } from "./types";

/**
 * Peak period 1 of 2022. What the plan asks above 15.000 cases was cut off in the excerpt, and it names no band below
 * 500: there the plan sets nothing. Its bands for money were not visible.
 */
export const PLAN_895: CaseloadPlan = {
  number: "895/KH-TCTHADS",
  from: "2022-04-01",
  until: "2022-06-30",
  year: 2022,
  month: 9,
  indicator: "R_C",
  bands: [
    { over: 499n, upTo: 5_000n, basisPoints: 7_500n },
    { over: 5_000n, upTo: 10_000n, basisPoints: 7_400n },
    { over: 10_000n, upTo: 15_000n, basisPoints: 7_200n },
  ],
  source: "thads.moj.gov.vn, ChiDaoDieuHanh 3899 (28/3/2022)",
};

type Limits = Readonly<{ over: bigint; upTo: bigint | null }>;

/** The band of a docket of so many cases; null where the plan sets none. Example: 5.001 cases are in the 74 % band. */
export function caseloadBand<Band extends Limits>(
  plan: Readonly<{ bands: readonly Band[] }>,
  cases: bigint,
): Band | null {
  return plan.bands.find(({ over, upTo }) => over < cases && (upTo === null || cases <= upTo)) ?? null;
}
