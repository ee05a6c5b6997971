import { agencyAsOf, superiorsAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import { lastDay } from "@/lib/core/period";
import { percent } from "@/lib/core/ratio";
import { decimalText, roundHalfUp } from "@/lib/core/rounding";
import { formatBasisPoints } from "@/lib/metrics/target";
import { checkCascade } from "../cascade/rules";
import type { CascadeBasis, Child, Demand } from "../cascade/types";
import { candidatesUnder, cascadeDay, demandOf, lineFinder } from "./rules";
import type { LineInput } from "./schema";
import type { SetCheck, SetLine } from "./types";

/** A line as the API and the page give it. */
export function statedLine(line: LineInput): SetLine {
  const { agency, indicator, comparison, pct, count, baselineYear, scope, wording, source } = line;
  return {
    ...{ agency, indicator, comparison, scope, wording, source },
    pct: pct === null || pct === undefined ? null : formatBasisPoints(BigInt(pct)),
    count: count ?? null,
    baselineYear: baselineYear ?? null,
  };
}

/** The name of an agency in a year: as of its end, or whenever it stood in that year. */
export function nameIn(organisation: Organisation, agency: string, year: number): string {
  const days = [12, 9, 6, 3, 1].map((month) => lastDay({ year, month }));
  const found = days.map((day) => agencyAsOf(organisation, agency, day)).find((each) => each !== null);
  return found?.name ?? agency;
}

/** Every agency whose units have demands of their own, with what their weighted sum makes of its own demand. */
export function checksOf(
  organisation: Organisation,
  year: number,
  lines: readonly LineInput[],
  basis: CascadeBasis,
): SetCheck[] {
  return (["R_C", "R_M"] as const).flatMap((indicator) => {
    const parents = new Set<string>();
    for (const line of lines) {
      if (line.indicator !== indicator || demandOf(line) === null) continue;
      const day = cascadeDay(organisation, line.agency, year);
      const parent = agencyAsOf(organisation, line.agency, day)?.parent;
      if (parent) parents.add(parent);
    }
    return [...parents].sort().flatMap((parent) => {
      const check = checkOf(organisation, { year, parent, indicator }, lines, basis);
      return check ? [check] : [];
    });
  });
}

type Question = { year: number; parent: string; indicator: "R_C" | "R_M" };

/** One such check; null when the agency itself has no demand, its own or a superior's. */
export function checkOf(
  organisation: Organisation,
  { year, parent, indicator }: Question,
  lines: readonly LineInput[],
  basis: CascadeBasis,
): SetCheck | null {
  const find = lineFinder(lines);
  const day = cascadeDay(organisation, parent, year);
  const demand = demandInForce(organisation, parent, day, (code) => demandOf(find(code, indicator)));
  if (demand === null) return null;
  const { children, own } = candidatesUnder(organisation, parent, day, indicator, basis);
  const demanded = children.map((child): Child & typeof child => ({
    ...child,
    demand: demandOf(find(child.agency, indicator)),
  }));
  const check = checkCascade(demand, [...demanded, ...(own.eligible > 0n ? [own] : [])]);
  const alone = new Map(check.alone.map(({ agency, to }) => [agency, to]));
  return {
    parent,
    name: nameIn(organisation, parent, year),
    indicator,
    pct: formatBasisPoints(demand.basisPoints),
    weightedPct: check.weighted && decimalText(roundHalfUp(check.weighted.n * 10_000n, check.weighted.d), 2),
    reaches: check.reaches,
    togetherPoints: check.together === null ? null : formatBasisPoints(check.together),
    children: demanded.map((child) => ({
      agency: child.agency,
      name: child.name,
      eligible: child.eligible,
      baselinePct: child.baseline && percent(child.baseline),
      pct: formatBasisPoints((child.demand ?? demand).basisPoints),
      inheritedFrom: child.demand ? null : parent,
      aloneTo: textOf(alone.get(child.agency) ?? null),
    })),
  };
}

function textOf(points: bigint | null): string | null {
  return points === null ? null : formatBasisPoints(points);
}

function demandInForce(
  organisation: Organisation,
  agency: string,
  day: Day,
  demandAt: (agency: string) => Demand | null,
): Demand | null {
  for (const code of [agency, ...superiorsAsOf(organisation, agency, day)]) {
    const demand = demandAt(code);
    if (demand) return demand;
  }
  return null;
}
