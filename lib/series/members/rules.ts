import { allocationsOf, lineageOf, superiorsAsOf, unitsOn } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import { lastDay, type Period } from "@/lib/core/period";
import type { Fraction } from "@/lib/core/ratio";
import { existsOn, groupedUnder } from "@/lib/metrics/series/lineage";
import { type Part, placementOf } from "@/lib/metrics/series/placement";
import type { Base } from "@/lib/metrics/series/types";

/** A unit whose figures a split divides: the weights of all its parts, and which of them count here. */
export type Divided = { unit: string; weights: readonly Fraction[]; isOwn: readonly boolean[] };

/** Months that are read with the same organisation, and the units that count towards the agency in them. */
export type Era = {
  day: Day;
  periods: Period[];
  units: string[];
  divided: Divided[];
  /** Units of which some part would count, but nobody said which. */
  undivided: string[];
};

export type Members = { eras: Era[]; unplaced: string[]; undivided: string[] };

/** Everybody whose report of these months is in the series, or should be. */
export function reportersOf({ units, divided, undivided }: Era): string[] {
  return [...units, ...divided.map(({ unit }) => unit), ...undivided].sort();
}

type Question = { agency: string; base: Base; from: number; to: number };

/** What a unit is to the series: all of it, parts of it, a part nobody said, or nothing; "lost" had to be near. */
type Membership = "whole" | "none" | "undivided" | "lost" | Divided;

/**
 * The units behind every month of a series: on base "then" those below the agency in that month, otherwise those whose
 * work passed to units that stand below it on the base day. A split counts in parts only as far as its decision says
 * them; a unit that no decision places is named, not guessed.
 */
export function membersOf(organisation: Organisation, question: Question): Members {
  const membership = membershipOn(organisation, question);
  const lost = new Set<string>();
  const eras = erasOf(organisation, question.from, question.to).map((era): Era => {
    const found = unitsOn(organisation, era.day).map((unit) => ({ unit, is: membership(unit, era.day) }));
    const those = (wanted: Membership) => found.flatMap(({ unit, is }) => (is === wanted ? [unit] : []));
    for (const unit of those("lost")) lost.add(unit);
    const divided = found.flatMap(({ is }) => (typeof is === "object" ? [is] : []));
    return { ...era, units: those("whole"), divided, undivided: those("undivided") };
  });
  const undivided = [...new Set(eras.flatMap((era) => era.undivided))].sort();
  return { eras, unplaced: [...undivided, ...lost].sort(), undivided };
}

function membershipOn(
  organisation: Organisation,
  { agency, base }: Question,
): (unit: string, day: Day) => Membership {
  const lineage = lineageOf(organisation);
  const group = groupedUnder(lineage, new Set([agency]));
  if (base === "then") return (unit, day) => (group(unit, day) === agency ? "whole" : "none");
  const allocations = allocationsOf(organisation);
  const placement = placementOf(lineage, allocations);
  const possible = placementOf(lineage, allocations, "everywhere");
  const isOwn = (part: Part) => group(part.agency, base) === agency;
  return (unit, day) => {
    const parts = placement(unit, day, base);
    const places = parts.length > 0 ? parts : possible(unit, day, base);
    const own = places.filter(isOwn).length;
    if (own > 0 && own === places.length) return "whole";
    if (own > 0) return parts.length > 0 ? dividedInto(unit, parts, isOwn) : "undivided";
    const isGone = places.every((part) => !existsOn(lineage, part.agency, base));
    const above = isGone ? superiorsAsOf(organisation, unit, day) : [];
    return above.some((each) => possible(each, day, base).some(isOwn)) ? "lost" : "none";
  };
}

function dividedInto(unit: string, parts: readonly Part[], isOwn: (part: Part) => boolean): Divided {
  return { unit, weights: parts.map(({ weight }) => weight), isOwn: parts.map(isOwn) };
}

function erasOf(organisation: Organisation, from: number, to: number): Pick<Era, "day" | "periods">[] {
  const changes = [...organisation.versions.values()]
    .flat()
    .flatMap(({ validFrom, validUntil }) => (validUntil ? [validFrom, validUntil] : [validFrom]));
  const days = [...new Set(changes)].sort();
  const eras: Pick<Era, "day" | "periods">[] = [];
  for (const period of monthsOf(from, to)) {
    const end = lastDay(period);
    const last = eras.at(-1);
    const isSame = last !== undefined && !days.some((change) => last.day < change && change <= end);
    if (isSame) last.periods.push(period);
    else eras.push({ day: end, periods: [period] });
  }
  return eras;
}

function monthsOf(from: number, to: number): Period[] {
  return Array.from({ length: (to - from + 1) * 12 }, (_, at) => ({
    year: from + Math.floor(at / 12),
    month: (at % 12) + 1,
  }));
}
