import type { GateCondition, GateRules, GateTarget, Grade } from "@/lib/metrics/rank-gate";

/**
 * The grades that the targets alone leave open, whatever the points are: published gates whose conditions can still
 * hold, and those whose text is not known. Null is a target nobody can judge: it might be met, and it might be missed
 * by little. Best first. RangeError when the number of targets is not that of the rules.
 * Example: with one of three targets missed by a tenth, A is closed and B stays open.
 */
export function gradesLeftOpen(
  { gates, targets: asked, unpublished }: GateRules,
  targets: readonly (GateTarget | null)[],
): readonly Grade[] {
  if (targets.length !== asked.length) throw new RangeError(`${asked.length} targets are asked`);
  const open = gates.filter(({ anyOf }) => anyOf.some((condition) => mayHold(condition, targets)));
  return [...new Set([...open.map(({ grade }) => grade), ...unpublished])];
}

function mayHold({ met, othersShortBy }: GateCondition, targets: readonly (GateTarget | null)[]): boolean {
  const missed = targets.filter((target) => target !== null && !target.isMet);
  if (targets.length - missed.length < met) return false;
  return (
    othersShortBy === null ||
    missed.every(
      (target) => target && target.shortBy.n * othersShortBy.d <= othersShortBy.n * target.shortBy.d,
    )
  );
}
