import { measureStanding } from "@/lib/scoreboard/rules";
import type { BoardNode, Scoreboard, TargetInForce } from "@/lib/scoreboard/types";

const above = (basisPoints: bigint): TargetInForce => ({
  target: { comparison: "above", basisPoints },
  inheritedFrom: null,
  inheritedName: null,
  source: "test",
});

export type Sketch = {
  agency: string;
  name: string;
  cases: [bigint, bigint] | null;
  money?: [bigint, bigint] | null;
};

/** A node of month 12 with targets above 80 % and above 40 %, unless told otherwise. */
export function nodeOf(
  { agency, name, cases, money = cases }: Sketch,
  month = 12,
  targeted = true,
): BoardNode {
  const standing = (pair: [bigint, bigint] | null, target: TargetInForce) =>
    measureStanding(pair && { numerator: pair[0], denominator: pair[1] }, targeted ? target : null, month);
  return {
    agency,
    name,
    kind: agency === "tc" ? "GENERAL_DEPARTMENT" : "PROVINCE",
    own: false,
    cases: standing(cases, above(8000n)),
    money: standing(money, above(4000n)),
    coverage: { reported: cases ? 1 : 0, expected: 1 },
    illustrative: false,
    adjusted: false,
    asOf: cases ? new Date("2022-04-08T03:32:00Z") : null,
  };
}

export function boardOf(root: BoardNode, children: readonly BoardNode[], month = 12): Scoreboard {
  return {
    period: { year: 2022, month },
    includeSubmitted: false,
    knownAt: null,
    root,
    children,
    year: [],
    superiors: [],
  };
}
