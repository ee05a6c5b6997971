import { compareRatios, type Ratio } from "@/lib/core/ratio";
import { compareVietnamese, foldText } from "@/lib/core/slug";
import { rankWithTies } from "@/lib/metrics/rank";
import { excess } from "@/lib/metrics/target";
import { placeName } from "../rules";
import type { ResultsState, Sort } from "../schema";
import type { BoardNode, Measure, Scoreboard } from "../types";

/** What the table needs of the page's state. */
export type TableState = Pick<ResultsState, "sort" | "dir" | "verdict" | "q">;

/** A row of the leaders' table; the rank is among all agencies of the board, also when some are filtered out. */
export type LeaderRow = { node: BoardNode; rank: number | null };

/** The measure a table is ranked and filtered by. */
export function measureOfSort(sort: Sort): Measure {
  return sort.startsWith("money") ? "money" : "cases";
}

/** Rows in the asked order, filtered by verdict and by name without diacritics; the unjudged come last both ways. */
export function leaderRows(board: Scoreboard, { sort, dir, verdict, q }: TableState): LeaderRow[] {
  const measure = measureOfSort(sort);
  const needle = foldText(q);
  const rows = rankWithTies(board.children, (node) => node[measure].ratio).map(({ item, rank }) => ({
    node: item,
    rank,
  }));
  const kept = rows.filter(
    ({ node }) => (!verdict || node[measure].verdict === verdict) && foldText(node.name).includes(needle),
  );
  return sorted(kept, sort, dir);
}

function sorted(rows: readonly LeaderRow[], sort: Sort, dir: "asc" | "desc"): LeaderRow[] {
  if (sort === "name") {
    const sign = dir === "asc" ? 1 : -1;
    return [...rows].sort((a, b) => sign * comparePlaces(a.node, b.node));
  }
  const keyed = rows.map((row) => ({ row, key: sortKey(row.node, sort) }));
  const known = keyed.flatMap(({ row, key }) => (key === null ? [] : [{ row, key }]));
  const sign = dir === "asc" ? 1 : -1;
  known.sort((a, b) => sign * compareRatios(a.key, b.key) || comparePlaces(a.row.node, b.row.node));
  return [...known, ...keyed.filter(({ key }) => key === null)].map(({ row }) => row);
}

function comparePlaces(a: BoardNode, b: BoardNode): number {
  return compareVietnamese(placeName(a.name), placeName(b.name));
}

function sortKey(node: BoardNode, sort: Exclude<Sort, "name">): Ratio | null {
  const standing = node[measureOfSort(sort)];
  if (sort === "coverage") {
    const { reported, expected } = node.coverage;
    return { numerator: BigInt(reported), denominator: BigInt(Math.max(expected, 1)) };
  }
  if (sort.endsWith("Remaining"))
    return standing.remaining === null ? null : { numerator: standing.remaining, denominator: 1n };
  if (sort.endsWith("Points")) {
    const over = standing.ratio && standing.target && excess(standing.ratio, standing.target.target);
    return over && { numerator: over.n, denominator: over.d };
  }
  return standing.ratio?.denominator === 0n ? null : standing.ratio;
}
