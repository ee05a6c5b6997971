import type { Fraction } from "@/lib/core/ratio";

/** A rank of agencies, best first. */
export type Grade = "A" | "B" | "C" | "D";

/** One target as the gate sees it: met, or missed by a share of the target (1/20 = 5 % short). */
export type GateTarget = { isMet: boolean; shortBy: Fraction };

/** At least so many targets met, the others short by at most a share; the alternatives of a gate are joined by "or". */
export type GateCondition = { met: number; othersShortBy: Fraction | null };

/** Points from (inclusive) and below (exclusive; null = no limit) and the conditions on the targets. */
export type Gate = { grade: Grade; from: bigint; below: bigint | null; anyOf: readonly GateCondition[] };

/** A scoring decision: its gates as far as they are published. Points in hundredths. */
export type GateRules = {
  id: string;
  legalBasis: string;
  year: number;
  targets: readonly string[];
  gates: readonly Gate[];
  /** Grades whose text is not known. */
  unpublished: readonly Grade[];
};

/**
 * QĐ 1682/QĐ-BTP of 21/9/2015, the only decision whose gates were seen (rubrics.md 2, domain.md 5.7); the text breaks
 * off in B and before C and D. Shortfalls are read as shares of the target and inclusive ("không quá").
 */
export const GATES_2015: GateRules = {
  id: "QD-1682-2015",
  legalBasis: "Quyết định 1682/QĐ-BTP ngày 21/9/2015",
  year: 2015,
  targets: ["tỷ lệ việc", "tỷ lệ giá trị", "giảm việc chuyển kỳ sau"],
  gates: [
    { grade: "A", from: 18_000n, below: null, anyOf: [{ met: 3, othersShortBy: null }] },
    {
      grade: "B",
      from: 16_000n,
      below: 18_000n,
      anyOf: [
        { met: 2, othersShortBy: { n: 3n, d: 20n } },
        { met: 1, othersShortBy: { n: 1n, d: 20n } },
      ],
    },
  ],
  unpublished: ["C", "D"],
};

/**
 * The grades that points and targets leave open: one when a published gate lets through, else those whose text is not
 * known, so a caller can say "không đủ dữ liệu". Rank is score and gates, never score alone. RangeError when the number
 * of targets is not that of the rules.
 */
export function gradesOpen(
  rules: GateRules,
  points: bigint,
  targets: readonly GateTarget[],
): readonly Grade[] {
  if (targets.length !== rules.targets.length)
    throw new RangeError(`${rules.targets.length} targets are asked`);
  const gate = rules.gates.find(
    ({ from, below, anyOf }) =>
      points >= from && (below === null || points < below) && anyOf.some((one) => passes(one, targets)),
  );
  return gate === undefined ? rules.unpublished : [gate.grade];
}

function passes({ met, othersShortBy }: GateCondition, targets: readonly GateTarget[]): boolean {
  const missed = targets.filter(({ isMet }) => !isMet);
  if (targets.length - missed.length < met) return false;
  return othersShortBy === null || missed.every(({ shortBy }) => isAtMost(shortBy, othersShortBy));
}

function isAtMost(a: Fraction, b: Fraction): boolean {
  return a.n * b.d <= b.n * a.d;
}
