import type { SignalKind } from "@/lib/metrics/signals/types";

/** When a kind is worth a question. */
export type SignalThreshold = Readonly<{
  /** Hundredths of a deviation; for bunching hundredths of a bit of surprise. */
  score: bigint;
  /** Cases beyond what is usual. */
  cases: bigint;
  /** Basis points between the reported and the counterfactual rate. */
  basisPoints: bigint;
}>;

/**
 * Chosen on the seeds of `npm run integrity-test -- --tuning`, never on those that the command reports. A higher
 * score asks fewer questions. Small effects are left alone: nobody should answer for a quarter of a point.
 */
export const SIGNAL_THRESHOLDS: Readonly<Record<SignalKind, SignalThreshold>> = {
  lateReclassification: { score: 400n, cases: 8n, basisPoints: 100n },
  circularEntrustment: { score: 450n, cases: 8n, basisPoints: 50n },
  septemberDip: { score: 450n, cases: 8n, basisPoints: 50n },
  bunching: { score: 810n, cases: 0n, basisPoints: 0n },
  doneWithoutMoney: { score: 274n, cases: 8n, basisPoints: 100n },
};

/** How peers are matched and what a deviation is at least. */
export const PEERS = {
  /** So many agencies on either side in size. */
  each: 80,
  /** Below so many complete years of a month nobody is compared. */
  fewest: 30,
  /** Millionths of each kind's own unit. */
  least: {
    lateReclassification: 30_000n,
    circularEntrustment: 800_000n,
    septemberDip: 700_000n,
    doneWithoutMoney: 40_000n,
  },
} as const;

/** Late reclassification: weights in per cent of what moves in September alone, and of what goes and comes back. */
export const RECLASSIFICATION = { september: 140n, andBack: 75n } as const;

/** Done without money: how far the pace of nine months foretells that of the last quarter, in per cent. */
export const MONEYLESS = { carries: 100n } as const;

/** Bunching: how near to the target counts as just above, and how far around it peers are counted. */
export const BUNCHING = {
  /** Basis points over the least passing number, beside that of one case. */
  justAbove: { cases: 20n, money: 20n },
  /** Basis points on either side of the target within which peers show how common a rate near it is. */
  around: 300n,
  /** Years looked at, the year in question included. */
  years: 3,
} as const;
