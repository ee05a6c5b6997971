import { at, between, type Facts } from "@/lib/metrics/signals/facts";
import { decay, logarithm, MILLION, median, spread } from "@/lib/metrics/signals/fixed";
import type { Cohort, Reading } from "@/lib/metrics/signals/reading";
import { MONEYLESS } from "@/lib/metrics/signals/thresholds";
import type { Evidence } from "@/lib/metrics/signals/types";

/** Cases that another pattern takes out of the denominator, by agency: they were not finished. */
export type Removed = ReadonlyMap<string, bigint>;

/** The last months of the year, seen from the end of the month before them. */
type Window = { before: number; months: readonly number[] };
const windows: readonly Window[] = [
  { before: 11, months: [12] },
  { before: 10, months: [11, 12] },
];

/** How an agency's pace in a window deviates from that of its peers, in millionths, and in millionths of deviations. */
type Pace = { residual: bigint; deviations: bigint; window: Window };

/**
 * Completions of the last month or two beyond what the agency's year so far leads to among its peers, while its money
 * does not rise with them. Compared is how far the open work was brought down in either part of the year (the
 * logarithm of what was left open), whatever the season. Unit: deviations among all peers.
 */
export function moneyless({ facts }: Cohort, removed: Removed): Reading[] {
  const found = new Map<Facts, Pace & { paid: bigint }>();
  for (const window of windows) {
    const cases = paces(facts, (one) =>
      pace(one.cases.done, one.cases.eligible, removed.get(one.agency) ?? 0n, window),
    );
    const money = paces(facts, (one) => pace(one.money.done, one.money.eligible, 0n, window));
    for (const [one, each] of cases) {
      const known = found.get(one);
      const paid = money.get(one)?.deviations ?? 0n;
      if (known === undefined || each.deviations > known.deviations)
        found.set(one, { ...each, window, paid });
    }
  }
  return [...found].map(([one, each]) => reading(one, each, removed.get(one.agency) ?? 0n));
}

function paces(
  facts: readonly Facts[],
  of: (one: Facts) => bigint | null,
): Map<Facts, { residual: bigint; deviations: bigint }> {
  const known = facts.flatMap((one) => {
    const value = of(one);
    return value === null ? [] : [{ one, value }];
  });
  const values = known.map(({ value }) => value);
  const usual = median(values);
  const deviation = spread(values, usual) + 1n;
  return new Map(
    known.map(({ one, value }) => [
      one,
      { residual: value - usual, deviations: ((value - usual) * MILLION) / deviation },
    ]),
  );
}

/** How much further the last months brought the open work down than the months before, as a logarithm. */
function pace(
  done: readonly bigint[],
  eligible: readonly bigint[],
  removed: bigint,
  { before }: Window,
): bigint | null {
  const last = at(eligible, 12) + removed;
  const early = decline(at(eligible, before), at(eligible, before) - at(done, before));
  const late = decline(last - at(done, before), last - at(done, 12));
  if (early <= 0n || late <= 0n) return null;
  return logarithm(late, MILLION) - (logarithm(early, MILLION) * MONEYLESS.carries) / 100n;
}

/** Minus the logarithm of the part that stays open; one is added so that nothing left can be compared too. */
function decline(pool: bigint, left: bigint): bigint {
  return pool <= 0n || left < 0n ? 0n : logarithm(pool + 1n, left + 1n);
}

function reading(
  one: Facts,
  { residual, deviations, window, paid }: Pace & { paid: bigint },
  removed: bigint,
): Reading {
  const [done, eligible] = [at(one.cases.done, 12), at(one.cases.eligible, 12)];
  const excess = beyond(one, residual, removed, window);
  const { before, months } = window;
  const grown = between(one.cases.done, before, 12);
  const cases = { measure: "cases", column: "done", year: one.year } as const satisfies Partial<Evidence>;
  const money = { ...cases, measure: "money" } as const;
  return {
    agency: one.agency,
    residual: deviations,
    size: eligible,
    excess,
    counterfactual: { numerator: done - excess, denominator: eligible },
    months,
    // Money that rose as unusually as the cases did explains them.
    isExplained: paid > deviations,
    evidence: [
      { ...cases, month: before, as: "value", value: at(one.cases.done, before) },
      { ...cases, month: 12, as: "movement", value: grown },
      { ...cases, month: 12, as: "usual", value: grown - excess },
      { ...cases, column: "eligible", month: 12, as: "value", value: eligible },
      { ...money, month: before, as: "value", value: at(one.money.done, before) },
      { ...money, month: 12, as: "movement", value: between(one.money.done, before, 12) },
    ],
  };
}

/** The completions that the residual stands for: what the usual pace would have left open and was closed. */
function beyond(one: Facts, residual: bigint, removed: bigint, { before }: Window): bigint {
  if (residual <= 0n) return 0n;
  const pool = at(one.cases.eligible, 12) + removed - at(one.cases.done, before);
  const late = between(one.cases.done, before, 12);
  const usual = (decline(pool, pool - late) * decay(residual)) / MILLION;
  const left = ((pool + 1n) * decay(usual)) / MILLION - 1n;
  const excess = left - (pool - late);
  return excess < 0n ? 0n : excess > late ? late : excess;
}
