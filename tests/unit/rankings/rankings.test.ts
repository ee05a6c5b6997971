import { describe, expect, test } from "vitest";
import { GATES_2015, type GateTarget } from "@/lib/metrics/rank-gate";
import { gradesLeftOpen } from "@/lib/metrics/rank-gate-open";
import { gateTarget, rankingOf } from "@/lib/rankings/rules";
import { rankingSchema } from "@/lib/rankings/schema";
import type { RankingBasis } from "@/lib/rankings/types";
import { rankingExport, rankingTitle } from "@/lib/rankings/view";
import type { GroupSums } from "@/lib/results/sums/types";
import { boardOf, nodeOf } from "@/tests/unit/scoreboard/boards";

const met: GateTarget = { isMet: true, shortBy: { n: 0n, d: 1n } };
const short = (n: bigint, d: bigint): GateTarget => ({ isMet: false, shortBy: { n, d } });

describe("grades left open by the targets", () => {
  const open = (...targets: (GateTarget | null)[]) => gradesLeftOpen(GATES_2015, targets);
  test("close A with one missed, and B beyond its limits", () => {
    expect(open(met, met, met)).toEqual(["A", "B", "C", "D"]);
    expect(open(met, met, short(3n, 20n))).toEqual(["B", "C", "D"]);
    expect(open(met, met, short(4n, 20n))).toEqual(["C", "D"]);
    expect(open(met, short(1n, 20n), short(1n, 20n))).toEqual(["B", "C", "D"]);
    expect(open(met, short(2n, 20n), short(1n, 20n))).toEqual(["C", "D"]);
  });
  test("leave open what an unknown target could still decide", () => {
    expect(open(met, met, null)).toEqual(["A", "B", "C", "D"]);
    expect(open(met, short(1n, 10n), null)).toEqual(["B", "C", "D"]);
    expect(open(short(1n, 2n), short(1n, 2n), null)).toEqual(["C", "D"]);
    expect(() => open(met)).toThrow(RangeError);
  });
});

const nodes = [
  nodeOf({ agency: "a", name: "A", cases: [900n, 1000n] }),
  nodeOf({ agency: "b", name: "B", cases: [880n, 1000n] }),
  nodeOf({ agency: "c", name: "C", cases: [100n, 1000n] }),
  nodeOf({ agency: "d", name: "D", cases: [20n, 20n] }),
];
const half = (completed: bigint, terminated: bigint, inProgress: bigint): GroupSums["cases"] => ({
  ...{ carriedOver: 2000n, newlyAccepted: 0n, entrustedOut: 0n, withdrawnOrCancelled: 0n },
  ...{ pulledUpByProvince: 0n, completed, terminated, reduced: 0n, inProgress, postponedByAgreement: 0n },
  ...{ suspendedEligible: 0n, otherEligible: 0n },
});
const known = (figures: GroupSums["cases"]): GroupSums => ({ cases: figures, money: figures, reports: 1 });
const basis: RankingBasis = {
  board: boardOf(nodeOf({ agency: "tc", name: "Tổng cục", cases: [1900n, 3020n] }), nodes),
  sums: new Map([
    ["a", known(half(500n, 400n, 100n))],
    ["b", known(half(870n, 10n, 120n))],
  ]),
};
const state = (known: Record<string, string> = {}) => rankingSchema.parse(known);
const order = (list: ReturnType<typeof rankingOf>) =>
  list.map(({ place: { item, rank } }) => [item.agency, rank]);

describe("the ranking", () => {
  test("leaves out who has too few cases, by the least that is asked for", () => {
    expect(order(rankingOf(basis, state()))).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", 3],
      ["d", null],
    ]);
    expect(order(rankingOf(basis, state({ min: "1" })))[0]).toEqual(["d", 1]);
  });
  test("says how sure the first place is", () => {
    expect(rankingTitle(basis.board, rankingOf(basis, state()), "cases", "vi")).toContain("hạng 2");
    expect(rankingOf(basis, state())[2]?.place.between).toEqual({ best: 3, worst: 3 });
  });
  test("by a second definition has its own order, and is unknown where columns are", () => {
    const [a, b, c] = rankingOf(basis, state({ other: "completedOnly" }));
    expect([a?.other?.rank, b?.other?.rank, c?.other]).toEqual([2, 1, null]);
    expect(a?.other?.ratio).toEqual({ numerator: 500n, denominator: 1000n });
  });
  test("of the official figures equals the official definition of the same columns", () => {
    const [a] = rankingOf(basis, state({ other: "overTotal" }));
    expect(a?.other?.ratio).toEqual({ numerator: a?.place.item.cases.ratio?.numerator, denominator: 2000n });
  });
  test("tells grades at the year's end only, and never concludes one", () => {
    const [a, , c] = rankingOf(basis, state());
    expect([a?.grades, c?.grades]).toEqual([
      ["A", "B", "C", "D"],
      ["C", "D"],
    ]);
    const may = { ...basis, board: { ...basis.board, period: { year: 2022, month: 8 } } };
    expect(rankingOf(may, state())[0]?.grades).toBeNull();
    expect(gateTarget(nodeOf({ agency: "x", name: "X", cases: null }).cases)).toBeNull();
  });
  test("leaves as a file with as many cells as columns", () => {
    const file = rankingExport(
      basis.board,
      rankingOf(basis, state()),
      state(),
      "vi",
      new Date("2022-10-20T00:00:00Z"),
    );
    for (const row of file.rows) expect(row).toHaveLength(file.columns.length);
  });
});
