import type { Ratio } from "@/lib/core/ratio";
import { remaining, type Target } from "@/lib/metrics/target";

/** What might still happen to the eligible total, in the ratio's unit. */
export type Scenario = {
  /** New eligible cases or đồng; not below 0. */
  newlyEligible: bigint;
  /** Moved into the eligible group by verification, or out of it when negative. */
  reclassified: bigint;
};

/** The docket after a scenario, what the target then asks for, and how much more or less than today. */
export type ScenarioResult = { ratio: Ratio; remaining: bigint; change: bigint };

/**
 * "Còn thiếu" when the docket does not stay: remaining completions under a scenario, in cases or đồng (domain.md 7.2).
 * Null when more would leave the eligible group than is in it undone: what is done cannot be reclassified.
 * Example: 4262 of 5135 against above 83,00 % lacks 1n; with 100n newly eligible it lacks 84n.
 */
export function remainingUnder(ratio: Ratio, target: Target, scenario: Scenario): ScenarioResult | null {
  if (scenario.newlyEligible < 0n) throw new RangeError("New cases are not below zero");
  const denominator = ratio.denominator + scenario.newlyEligible + scenario.reclassified;
  if (denominator < ratio.numerator || denominator < 0n) return null;
  const after = { numerator: ratio.numerator, denominator };
  const left = remaining(after, target);
  return { ratio: after, remaining: left, change: left - remaining(ratio, target) };
}
