import { isInForce } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import { lastDay } from "@/lib/core/period";
import { percent, type Ratio } from "@/lib/core/ratio";
import { decimalText, roundHalfUp } from "@/lib/core/rounding";
import { pointsOver, remaining, type Target, targetRate } from "@/lib/metrics/target";
import { verdict } from "@/lib/metrics/verdict";
import type { Measure, MeasureStanding, TargetInForce } from "./types";

const INDICATOR_OF = { cases: "R_C", money: "R_M" } as const satisfies Record<Measure, string>;

/** A target row as stored. */
export type StoredTarget = {
  agencyCode: string;
  indicator: string;
  comparison: string;
  basisPoints: number;
  /** The year whose result must be exceeded, for "higherThanBaseline". */
  baselineYear: number | null;
  source: string;
};

/** What a measure says against its target in a month; without figures or without a target nothing is judged. */
export function measureStanding(
  ratio: Ratio | null,
  target: TargetInForce | null,
  month: number,
): MeasureStanding {
  const asked = target?.target;
  const judged = ratio !== null && asked !== undefined;
  return {
    ratio,
    ratePct: ratio && percent(ratio),
    target,
    targetPct: asked === undefined ? null : targetPercent(asked),
    points: judged ? pointsOver(ratio, asked) : null,
    verdict: judged ? verdict(ratio, asked, month) : "NOT_APPLICABLE",
    remaining: judged ? remaining(ratio, asked) : null,
  };
}

function targetPercent(target: Target): string | null {
  const rate = targetRate(target);
  return rate && decimalText(roundHalfUp(rate.n * 10_000n, rate.d), 2);
}

type InheritOptions = {
  baseline: (year: number) => Ratio | null;
  self: string | null;
  nameOf: (agency: string) => string | null;
};

/**
 * The target that counts: the agency's own, else the nearest superior's. `chain` starts with the agency itself.
 * "Higher than year Y" is measured on the agency's own year Y, also when the demand is inherited.
 */
export function targetInForce(
  targets: readonly StoredTarget[],
  measure: Measure,
  chain: readonly string[],
  options: InheritOptions,
): TargetInForce | null {
  const found = nearestTarget(targets, INDICATOR_OF[measure], chain);
  return found && inForce(found, options);
}

/** The row of an indicator that counts for the first of `chain`: its own, else the nearest superior's. */
export function nearestTarget<Row extends { agencyCode: string; indicator: string }>(
  targets: readonly Row[],
  indicator: string,
  chain: readonly string[],
): Row | null {
  for (const code of chain) {
    const found = targets.find((each) => each.agencyCode === code && each.indicator === indicator);
    if (found) return found;
  }
  return null;
}

/** A stored target as it counts for an agency, inherited or its own. */
export function inForce(found: StoredTarget, { baseline, self, nameOf }: InheritOptions): TargetInForce {
  const inheritedFrom = found.agencyCode === self ? null : found.agencyCode;
  const inheritedName = inheritedFrom && nameOf(inheritedFrom);
  return { target: targetOf(found, baseline), inheritedFrom, inheritedName, source: found.source };
}

function targetOf(
  { comparison, basisPoints, baselineYear }: StoredTarget,
  baseline: (year: number) => Ratio | null,
): Target {
  if (comparison === "higherThanBaseline") {
    const earlier = baselineYear === null ? null : baseline(baselineYear);
    return { comparison, baseline: earlier ?? { numerator: 0n, denominator: 0n } };
  }
  if (comparison !== "above" && comparison !== "atLeast" && comparison !== "equal") {
    throw new RangeError(`Unknown comparison: ${comparison}`);
  }
  return { comparison, basisPoints: BigInt(basisPoints) };
}

/**
 * For each month of a year the day whose organisation it is read with: its own last day, or an earlier month's when
 * nothing changed in between, so that the database builds each organisation once.
 */
export function organisationDays(organisation: Organisation, year: number, months: readonly number[]): Day[] {
  const changes = new Set<Day>();
  for (const versions of organisation.versions.values()) {
    for (const { validFrom, validUntil } of versions) {
      changes.add(validFrom);
      if (validUntil) changes.add(validUntil);
    }
  }
  const days: Day[] = [];
  for (const month of months) {
    const day = lastDay({ year, month });
    const before = days.at(-1);
    const isSame = before !== undefined && ![...changes].some((change) => before < change && change <= day);
    days.push(isSame ? before : day);
  }
  return days;
}

/** Whether any version of an agency with this code was in force on a day. */
export function existedOn(organisation: Organisation, code: string, day: Day): boolean {
  return organisation.versions.get(code)?.some((version) => isInForce(version, day)) ?? false;
}

/** The place in an agency's name, by which people look it up. Example: "Cục … thành phố Đà Nẵng" is "Đà Nẵng". */
export function placeName(name: string): string {
  return name.replace(/^.*? (?:thành phố|tỉnh|thị xã|huyện|quận) /, "");
}
