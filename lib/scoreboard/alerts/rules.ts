import { comparePeriods, nextPeriod, type Period } from "@/lib/core/period";
import type { Fraction } from "@/lib/core/ratio";
import { type PaceChange, type Paced, paceChange, paceLoss } from "@/lib/metrics/pace-change";
import { type BoardNode, MEASURES, type MeasureStanding, type Scoreboard } from "../types";
import type { AlertThresholds, Arrival, NodeName, PaceAlert } from "./types";

/**
 * Who left the pace, lost much of it or came back, between earlier boards and a later one. Each agency is held against
 * the first of `befores` in which enough of its reports counted: the same period's board comes before the one of the
 * period before. Worst first. RangeError for boards of other periods, which cannot be compared.
 */
export function paceAlerts(
  befores: readonly Scoreboard[],
  after: Scoreboard,
  thresholds: AlertThresholds,
): PaceAlert[] {
  for (const before of befores) assertComparable(before.period, after.period);
  return nodesOf(after)
    .flatMap((node) => nodeAlerts(befores, node, after.period, thresholds))
    .sort(byWeight);
}

/** Who has more reports that count than before; from another period's board everything that counts is new. */
export function arrivals(before: Scoreboard | null, after: Scoreboard): Arrival[] {
  const isSame = before !== null && comparePeriods(before.period, after.period) === 0;
  const nodes = after.children.length > 0 ? after.children : [after.root];
  return nodes.flatMap((node) => {
    const was = isSame ? (sameNode(before, node)?.coverage.reported ?? 0) : 0;
    const { reported, expected } = node.coverage;
    return reported > was ? [{ ...nameOf(node), before: was, reported, expected }] : [];
  });
}

function nodeAlerts(
  befores: readonly Scoreboard[],
  node: BoardNode,
  period: Period,
  { slippedBy, leastCoverage }: AlertThresholds,
): PaceAlert[] {
  if (!isCovered(node, leastCoverage)) return [];
  const before = befores
    .map((board) => ({ period: board.period, node: sameNode(board, node) }))
    .find((each) => each.node && isCovered(each.node, leastCoverage));
  if (!before?.node) return [];
  const was = before.node;
  return MEASURES.flatMap((measure) => {
    const [from, to] = [paced(was[measure], before.period), paced(node[measure], period)];
    const change = from && to && paceChange(from, to, slippedBy);
    if (!change) return [];
    return [
      {
        ...nameOf(node),
        ...{ measure, change, coverage: node.coverage },
        before: { period: before.period, standing: was[measure] },
        after: { period, standing: node[measure] },
      },
    ];
  });
}

/** The whole and everybody directly under it. */
function nodesOf({ root, children }: Scoreboard): readonly BoardNode[] {
  return [root, ...children];
}

function sameNode(board: Scoreboard, { agency, own }: BoardNode): BoardNode | undefined {
  return nodesOf(board).find((each) => each.agency === agency && each.own === own);
}

function nameOf({ agency, name, kind, own }: BoardNode): NodeName {
  return { agency, name, kind, own };
}

function isCovered({ coverage: { reported, expected } }: BoardNode, least: Fraction): boolean {
  return reported > 0 && BigInt(reported) * least.d >= least.n * BigInt(expected);
}

function paced({ ratio, target }: MeasureStanding, period: Period): Paced | null {
  return ratio && target && { ratio, target: target.target, period };
}

function assertComparable(before: Period, after: Period): void {
  const isNext = comparePeriods(nextPeriod(before), after) === 0;
  if (!isNext && comparePeriods(before, after) !== 0) throw new RangeError("Boards of periods far apart");
}

const weight: readonly PaceChange[] = ["FELL", "SLIPPED", "CAME_BACK"];

/** By what happened, then by how much was lost, then in the board's own order. */
function byWeight(a: PaceAlert, b: PaceAlert): number {
  const order = weight.indexOf(a.change) - weight.indexOf(b.change);
  if (order !== 0) return order;
  const [one, other] = [lossOf(a), lossOf(b)];
  const difference = other.n * one.d - one.n * other.d;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

function lossOf({ before, after }: PaceAlert): Fraction {
  const [from, to] = [paced(before.standing, before.period), paced(after.standing, after.period)];
  return (from && to && paceLoss(from, to)) ?? { n: 0n, d: 1n };
}
