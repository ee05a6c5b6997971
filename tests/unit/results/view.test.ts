import fc from "fast-check";
import { expect, test } from "vitest";
import { type Figures, INPUT_COLUMNS, SLICES, type SlicedFigures } from "@/lib/form/columns";
import { figureChanges, figuresOfStated, statedFigures } from "@/lib/results/view";

const half = fc
  .dictionary(fc.constantFrom(...INPUT_COLUMNS), fc.bigInt(0n, 10n ** 17n))
  .map((figures) => ({ ...figures }) as Figures);
const sliced = fc
  .dictionary(fc.constantFrom(...SLICES), fc.record({ cases: half, money: half }))
  .map((figures) => ({ ...figures }) as SlicedFigures);

test("states figures so that they read back the same, missing ones missing", () => {
  fc.assert(
    fc.property(sliced, (figures) => {
      expect(figuresOfStated(statedFigures(figures))).toEqual(figures);
    }),
  );
});

test("tells nothing changed against itself, and the opposite in the other direction", () => {
  fc.assert(
    fc.property(sliced, sliced, (before, after) => {
      expect(figureChanges(before, before)).toEqual([]);
      const back = figureChanges(after, before).map((change) => ({
        ...change,
        before: change.after,
        after: change.before,
      }));
      expect(figureChanges(before, after)).toEqual(back);
    }),
  );
});

test("tells a missing figure from a zero", () => {
  const before = { total: { cases: {}, money: {} } };
  const after = { total: { cases: { completed: 0n }, money: {} } };
  expect(figureChanges(before, after)).toEqual([
    { slice: "total", measure: "cases", column: "completed", before: null, after: 0n },
  ]);
});
