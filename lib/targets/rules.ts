import { agencyAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import { Failure } from "@/lib/core/failure";
import { lastDay } from "@/lib/core/period";
import { type Comparison, formatBasisPoints } from "@/lib/metrics/target";
import { INDICATORS, type Indicator, type TargetInForce } from "./types";

/** A target as the table keeps it. */
export type TargetRow = {
  agencyCode: string;
  indicator: string;
  comparison: string;
  basisPoints: number;
  source: string;
};

/** Targets are assigned to agencies that exist at some time of the statistical year. */
export function assertAssignable(organisation: Organisation, agency: string, year: number): void {
  const months = [1, 3, 6, 9, 12];
  if (months.some((month) => agencyAsOf(organisation, agency, lastDay({ year, month })) !== null)) return;
  throw new Failure("not-found", {
    vi: `Không có cơ quan ${agency} trong năm thống kê ${year}.`,
    en: `There is no agency ${agency} in statistical year ${year}.`,
  });
}

/** For each indicator the nearest line of `chain` (the agency, then its superiors), marked when it is inherited. */
export function linesInForce(
  rows: readonly TargetRow[],
  chain: readonly string[],
): Readonly<Record<Indicator, TargetInForce | null>> {
  const lineOf = (indicator: Indicator): TargetInForce | null => {
    for (const code of chain) {
      const row = rows.find((each) => each.agencyCode === code && each.indicator === indicator);
      if (row) return lineOfRow(row, code === chain[0] ? null : code);
    }
    return null;
  };
  const [cases, money] = INDICATORS.map(lineOf);
  return { R_C: cases ?? null, R_M: money ?? null };
}

function lineOfRow(
  { comparison, basisPoints, source }: TargetRow,
  inheritedFrom: string | null,
): TargetInForce {
  const pct = comparison === "higherThanBaseline" ? null : formatBasisPoints(BigInt(basisPoints));
  return { comparison: comparison as Comparison, pct, source, inheritedFrom };
}
