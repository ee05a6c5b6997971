import { agencyAsOf, superiorsAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import { lastDay, type Period } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import { compareVietnamese } from "@/lib/core/slug";
import { measureStanding, placeName, type StoredTarget, targetInForce } from "../rules";
import type { Baselines, BoardNode, Measure, Scoreboard } from "../types";

/** A row of the database's scoreboard(): sums as text, node null for the whole. */
export type BoardRow = {
  month: number;
  node: string | null;
  expected: number;
  reported: number;
  casesDone: string | null;
  casesEligible: string | null;
  moneyDone: string | null;
  moneyEligible: string | null;
  illustrative: boolean;
  adjusted: boolean;
  asOf: Date | null;
};

type Ingredients = {
  organisation: Organisation;
  root: string;
  period: Period;
  rows: readonly BoardRow[];
  baselines: Baselines;
  targets: readonly StoredTarget[];
};

/** Rows of the database and targets as one board; nothing is added up here. */
export function assembleBoard(
  given: Ingredients,
): Omit<Scoreboard, "includeSubmitted" | "knownAt" | "superiors"> {
  const { period, rows, root } = given;
  const whole = rows.find(({ month, node }) => month === period.month && node === null);
  if (!whole) throw new Error(`No scoreboard row for ${root}`);
  const nodes = rows.filter(({ month, node }) => month === period.month && node !== null);
  const isUnit = nodes.length === 1 && nodes[0]?.node === root;
  const children = isUnit ? [] : nodes.map((row) => nodeOf(given, row)).sort(byKindAndName);
  const year = rows
    .filter(({ node }) => node === null)
    .sort((a, b) => a.month - b.month)
    .map((row) => ({ month: row.month, cases: ratioIn(row, "cases"), money: ratioIn(row, "money") }));
  return { period, root: nodeOf(given, whole), children, year };
}

function nodeOf(given: Ingredients, row: BoardRow): BoardNode {
  const { organisation, root, period } = given;
  const code = row.node ?? root;
  const day = lastDay(period);
  const agency = agencyAsOf(organisation, code, day);
  if (!agency) throw new Error(`${code} did not exist on ${day}`);
  const chain = [code, ...superiorsAsOf(organisation, code, day)];
  const own = row.node === root;
  const nameOf = (superior: string) => agencyAsOf(organisation, superior, day)?.name ?? null;
  const standing = (measure: Measure) => {
    const baseline = (year: number) => given.baselines({ agency: code, own, measure, year });
    const options = { baseline, self: own ? null : code, nameOf };
    return measureStanding(
      ratioIn(row, measure),
      targetInForce(given.targets, measure, chain, options),
      period.month,
    );
  };
  return {
    agency: code,
    name: agency.name,
    kind: agency.kind,
    own,
    cases: standing("cases"),
    money: standing("money"),
    coverage: { reported: row.reported, expected: row.expected },
    illustrative: row.illustrative,
    adjusted: row.adjusted,
    asOf: row.asOf,
  };
}

function ratioIn(row: BoardRow, measure: Measure): Ratio | null {
  const [done, eligible] =
    measure === "cases" ? [row.casesDone, row.casesEligible] : [row.moneyDone, row.moneyEligible];
  return done === null || eligible === null
    ? null
    : { numerator: BigInt(done), denominator: BigInt(eligible) };
}

function byKindAndName(a: BoardNode, b: BoardNode): number {
  return Number(b.own) - Number(a.own) || compareVietnamese(placeName(a.name), placeName(b.name));
}
