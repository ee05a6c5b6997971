import type { BoardNode, MeasureStanding, Scoreboard } from "../types";

/** A board as GET /api/v1/rates answers it: big integers as strings, rates with a point, null for missing. */
export function ratesBody(board: Scoreboard, withChildren: boolean) {
  const node = nodeBody(board);
  if (!withChildren) return node(board.root);
  return { ...node(board.root), children: board.children.map(node) };
}

const nodeBody =
  ({ period }: Scoreboard) =>
  (node: BoardNode) => ({
    agency: node.agency,
    ...(node.own ? { own: true } : {}),
    year: period.year,
    month: period.month,
    cases: measureBody(node.cases),
    money: measureBody(node.money),
    coverage: node.coverage,
    illustrative: node.illustrative,
    adjusted: node.adjusted,
  });

function measureBody({ ratio, ratePct, target, targetPct, points, verdict, remaining }: MeasureStanding) {
  return {
    completed: ratio?.numerator.toString() ?? null,
    eligible: ratio?.denominator.toString() ?? null,
    ratePct,
    targetPct,
    comparison: target?.target.comparison ?? null,
    points,
    verdict,
    remaining: remaining === null ? null : remaining.toString(),
    inheritedFrom: target?.inheritedFrom ?? null,
  };
}
