import type { Period } from "@/lib/core/period";
import type { Fraction, Ratio } from "@/lib/core/ratio";
import { fractionOf, minus } from "@/lib/metrics/fractions";
import type { Target } from "@/lib/metrics/target";
import { proRata, type Verdict, verdict } from "@/lib/metrics/verdict";

/** One cumulative rate with what was asked, in its period. */
export type Paced = { ratio: Ratio; target: Target; period: Period };

/** Off its pace, still at or off it but much nearer the edge or farther from it, or back at it. */
export type PaceChange = "FELL" | "SLIPPED" | "CAME_BACK";

/**
 * The exact rate minus the part of the target due by the period's month, in fractions of one: above zero is ahead.
 * Null without anything due. Example: 40 % at month 6 of a target of 73 % is 3,5 points ahead.
 */
export function paceGap({ ratio, target, period }: Paced): Fraction | null {
  const [rate, due] = [fractionOf(ratio), proRata(target, period.month)];
  return rate === null || due === null ? null : minus(rate, due);
}

/**
 * What became of an agency between two boards of one period or of consecutive ones: the verdict left MET or ON_SCHEDULE
 * for BEHIND or NOT_MET, or returned; or, the side being the same, the gap to the pace shrank by at least `slippedBy`
 * (a fraction of one). A new year starts counting anew and slowly: after it only a start that far behind is a fall.
 * Null = nothing to say.
 */
export function paceChange(before: Paced, after: Paced, slippedBy: Fraction): PaceChange | null {
  const [was, is] = [isOnPace(before), isOnPace(after)];
  if (was === null || is === null) return null;
  if (before.period.year !== after.period.year) {
    const gap = paceGap(after);
    return was && !is && gap && isAtLeast({ n: -gap.n, d: gap.d }, slippedBy) ? "FELL" : null;
  }
  if (was !== is) return is ? "CAME_BACK" : "FELL";
  const lost = paceLoss(before, after);
  return lost && isAtLeast(lost, slippedBy) ? "SLIPPED" : null;
}

function isAtLeast(a: Fraction, b: Fraction): boolean {
  return a.n * b.d >= b.n * a.d;
}

/** How much the gap to the pace shrank, in fractions of one; null across years or without anything due. */
export function paceLoss(before: Paced, after: Paced): Fraction | null {
  if (before.period.year !== after.period.year) return null;
  const [was, is] = [paceGap(before), paceGap(after)];
  return was === null || is === null ? null : minus(was, is);
}

const onPace: Readonly<Record<Verdict, boolean | null>> = {
  MET: true,
  ON_SCHEDULE: true,
  BEHIND: false,
  NOT_MET: false,
  NOT_APPLICABLE: null,
};

function isOnPace({ ratio, target, period }: Paced): boolean | null {
  return onPace[verdict(ratio, target, period.month)];
}
