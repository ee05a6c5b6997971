import type { CellKey, Values } from "@/components/results/entry/cell";
import { differingKeys } from "@/components/results/entry/derived-state";
import type { Reasons, Snapshot } from "@/components/results/entry/state";

/** One cell that both sides changed; null = not entered. */
export type Clash = Readonly<{ key: CellKey; mine: bigint | null; theirs: bigint | null }>;

/** What a stale save leads to. */
export type Merge = Readonly<{
  /** Cells only they changed: taken from the saved report. */
  taken: readonly CellKey[];
  /** Cells only I changed: kept. */
  kept: readonly CellKey[];
  /** Cells both changed to different values: the person decides. */
  clashes: readonly Clash[];
}>;

/** Which side a person chose for a cell. */
export type Choice = "mine" | "theirs";

/** Compares both sides with the version both started from; what only one side changed needs no question. */
export function mergeOf(base: Values, mine: Values, theirs: Values): Merge {
  const byMe = new Set(differingKeys(base, mine));
  const byThem = new Set(differingKeys(base, theirs));
  const differing = differingKeys(mine, theirs);
  return {
    taken: differing.filter((key) => byThem.has(key) && !byMe.has(key)),
    kept: differing.filter((key) => byMe.has(key) && !byThem.has(key)),
    clashes: differing
      .filter((key) => byMe.has(key) && byThem.has(key))
      .map((key) => ({ key, mine: mine[key] ?? null, theirs: theirs[key] ?? null })),
  };
}

/** Both sides joined by the choices; a clash without a choice keeps mine, so that nothing typed is lost. */
export function mergedSnapshot(
  base: Snapshot,
  mine: Snapshot,
  theirs: Snapshot,
  choices: Readonly<Partial<Record<CellKey, Choice>>>,
): Snapshot {
  const { taken, clashes } = mergeOf(base.values, mine.values, theirs.values);
  const fromThem = [...taken, ...clashes.flatMap(({ key }) => (choices[key] === "theirs" ? [key] : []))];
  const values: Partial<Record<CellKey, bigint>> = { ...mine.values };
  for (const key of fromThem) {
    const value = theirs.values[key];
    if (value === undefined) delete values[key];
    else values[key] = value;
  }
  return { values, reasons: mergedReasons(theirs.reasons, mine.reasons) };
}

function mergedReasons(theirs: Reasons, mine: Reasons): Reasons {
  return { ...theirs, ...mine };
}
