import { type Fraction, type Ratio, sumRatios } from "@/lib/core/ratio";
import { fraction, fractionOf, middle, minus, plus, times, ZERO } from "@/lib/metrics/fractions";

/** A child in two periods; null where it did not exist or did not report. */
export type Child<T> = { item: T; before: Ratio | null; after: Ratio | null };

/** What one child did to its parent's rate, in fractions of one (× 100 = percentage points), exact. */
export type Contribution<T> = {
  item: T;
  /** More or less was completed. */
  completions: Fraction;
  /** The child's own eligible total changed. */
  denominator: Fraction;
  /** The child weighs more or less among its siblings, which matters as far as its rate differs from theirs. */
  mix: Fraction;
  total: Fraction;
};

export type Decomposition<T> = { change: Fraction; children: Contribution<T>[] };

/**
 * Splits the change of the parent's rate between two periods over its children. With w the child's share of the eligible
 * total, r = n / d its rate and R the parent's, bars for the middle of both periods:
 * completions w̄·Δn·mean(1/d), denominator w̄·n̄·Δ(1/d), mix (r̄ − R̄)·Δw. All parts of all children add up to the change
 * exactly, whichever period is called first. A child that appears or vanishes acts through the mix alone.
 * Null when the parent has nothing to divide by in one of the periods. RangeError for completed without eligible.
 */
export function contributions<T>(children: readonly Child<T>[]): Decomposition<T> | null {
  const pairs = children.map(({ item, before, after }) => ({
    item,
    before: checked(before),
    after: checked(after),
  }));
  const totals = {
    before: sumRatios(pairs.map(({ before }) => before)),
    after: sumRatios(pairs.map(({ after }) => after)),
  };
  const [rateBefore, rateAfter] = [fractionOf(totals.before), fractionOf(totals.after)];
  if (rateBefore === null || rateAfter === null) return null;
  const parent = middle(rateBefore, rateAfter);
  return {
    change: minus(rateAfter, rateBefore),
    children: pairs.map((pair) => ({ item: pair.item, ...partsOf(pair, totals, parent) })),
  };
}

type Two = { before: Ratio; after: Ratio };

function partsOf(child: Two, totals: Two, parent: Fraction): Omit<Contribution<unknown>, "item"> {
  const weightBefore = fraction(child.before.denominator, totals.before.denominator);
  const weightAfter = fraction(child.after.denominator, totals.after.denominator);
  const [rateBefore, rateAfter] = [fractionOf(child.before), fractionOf(child.after)];
  const rate = middle(rateBefore ?? rateAfter ?? parent, rateAfter ?? rateBefore ?? parent);
  const mix = times(minus(rate, parent), minus(weightAfter, weightBefore));
  if (rateBefore === null || rateAfter === null)
    return { completions: ZERO, denominator: ZERO, mix, total: mix };
  const weight = middle(weightBefore, weightAfter);
  const { before, after } = child;
  const [shareBefore, shareAfter] = [fraction(1n, before.denominator), fraction(1n, after.denominator)];
  const more = fraction(after.numerator - before.numerator, 1n);
  const done = fraction(after.numerator + before.numerator, 2n);
  const completions = times(weight, times(more, middle(shareBefore, shareAfter)));
  const denominator = times(weight, times(done, minus(shareAfter, shareBefore)));
  return { completions, denominator, mix, total: plus(plus(completions, denominator), mix) };
}

function checked(ratio: Ratio | null): Ratio {
  const { numerator, denominator } = ratio ?? { numerator: 0n, denominator: 0n };
  if (denominator < 0n || (denominator === 0n && numerator !== 0n))
    throw new RangeError("Completed without anything eligible");
  return { numerator, denominator };
}
