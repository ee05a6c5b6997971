import type { Measure } from "@/lib/form/columns";

/** Configurable bounds of the warnings. Shares are whole per cent; cases in files, money in đồng. */
export type RuleThresholds = Readonly<{
  /** V12: below these, one half of a pair of the lesser columns may stand alone. */
  pairMinCases: bigint;
  /** V12: money without a case, as a share of column 1. */
  pairMinMoneyPercent: bigint;
  /** V13: change of 08 or 15 against the month before. */
  jumpPercent: bigint;
  /** V13 in months 11 and 12 (August, September). */
  jumpPercentLate: bigint;
  /** V13: smaller amounts the month before are not compared. */
  jumpMinimum: Readonly<Record<Measure, bigint>>;
  /** V14: September's entrustments against the monthly mean before, 150 = half as much again. */
  entrustmentPercentOfMean: bigint;
  /** V14: smaller movements are ordinary whatever the mean. */
  entrustmentMinimum: Readonly<Record<Measure, bigint>>;
  /** V15: September's new files against the monthly mean before. */
  intakePercentOfMean: bigint;
  /** V15: smaller monthly means are not compared. */
  intakeMinimum: Readonly<Record<Measure, bigint>>;
}>;

/**
 * Tuned on the twelve months of Hưng Yên 2021, which raise no warning. There 08 and 15 grow by at most 15,5 % from
 * month 1 to 2 and 13,4 % later, money stands without a file up to 2,4 % of column 1, and a single file entrusted
 * in September is already above the monthly mean (0,1 to 0,8).
 */
export const DEFAULT_THRESHOLDS: RuleThresholds = {
  pairMinCases: 5n,
  pairMinMoneyPercent: 3n,
  jumpPercent: 25n,
  jumpPercentLate: 15n,
  jumpMinimum: { cases: 20n, money: 1_000_000_000n },
  entrustmentPercentOfMean: 150n,
  entrustmentMinimum: { cases: 3n, money: 500_000_000n },
  intakePercentOfMean: 50n,
  intakeMinimum: { cases: 5n, money: 1_000_000_000n },
};
