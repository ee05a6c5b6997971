import type { Day } from "@/lib/core/day";
import type { Allocation, Lineage } from "@/lib/metrics/series/types";
import type { Agency, AgencyVersion, Organisation } from "./types";

/** Is the half-open validity of a version in force on a day? */
export function isInForce(version: Pick<AgencyVersion, "validFrom" | "validUntil">, day: Day): boolean {
  return version.validFrom <= day && (version.validUntil === null || day < version.validUntil);
}

/** The agency as it stood on `day`, or null when it did not exist then. */
export function agencyAsOf(organisation: Organisation, code: string, day: Day): Agency | null {
  const kind = organisation.kinds.get(code);
  const version = organisation.versions.get(code)?.find((candidate) => isInForce(candidate, day));
  if (!kind || !version) return null;
  const { name, parent, validFrom, validUntil } = version;
  return { code, kind, name, parent, validFrom, validUntil };
}

/** Every agency that existed on `day`, in no particular order. */
export function agenciesAsOf(organisation: Organisation, day: Day): Agency[] {
  return [...organisation.kinds.keys()].flatMap((code) => agencyAsOf(organisation, code, day) ?? []);
}

/** The chain of superiors on `day`, nearest first, without the agency itself. */
export function superiorsAsOf(organisation: Organisation, code: string, day: Day): string[] {
  const superiors: string[] = [];
  let parent = agencyAsOf(organisation, code, day)?.parent ?? null;
  while (parent !== null && !superiors.includes(parent)) {
    superiors.push(parent);
    parent = agencyAsOf(organisation, parent, day)?.parent ?? null;
  }
  return superiors;
}

/** The agencies directly under `code` on `day`. */
export function subordinatesAsOf(organisation: Organisation, code: string, day: Day): Agency[] {
  return agenciesAsOf(organisation, day).filter((agency) => agency.parent === code);
}

/** An agency and all agencies it came from, however far back. */
function lineage(organisation: Organisation, code: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (each: string) => {
    if (found.has(each)) return;
    found.add(each);
    for (const predecessor of organisation.predecessors.get(each) ?? []) visit(predecessor);
  };
  visit(code);
  return found;
}

/** Every agency `home` may ever read: its lineage and all that was under any of it at any time. */
export function everWithin(organisation: Organisation, home: string): ReadonlySet<string> {
  const reach = new Set(lineage(organisation, home));
  let grew = true;
  while (grew) {
    grew = false;
    for (const [code, versions] of organisation.versions) {
      if (reach.has(code) || !versions.some(({ parent }) => parent !== null && reach.has(parent))) continue;
      for (const each of lineage(organisation, code)) reach.add(each);
      grew = true;
    }
  }
  return reach;
}

/** Everybody who reports on a day, sorted; a general department has no report of its own. */
export function unitsOn(organisation: Organisation, day: Day): string[] {
  return agenciesAsOf(organisation, day)
    .filter(({ kind }) => kind !== "GENERAL_DEPARTMENT")
    .map(({ code }) => code)
    .sort();
}

/** Who reports for an agency on a day: itself and all below it, sorted. */
export function unitsWithin(organisation: Organisation, agency: string, day: Day): string[] {
  return unitsOn(organisation, day).filter(
    (code) => code === agency || superiorsAsOf(organisation, code, day).includes(agency),
  );
}

/** How an agency stood to `home` on `day`; "predecessor" covers a predecessor's own subtree of that time. */
export type Relation = "own" | "child" | "below" | "predecessor" | "none";

/** Answers "may this person see that agency in that period?" as of `day`, the period's last day. */
export function relation(organisation: Organisation, home: string, agency: string, day: Day): Relation {
  if (home === agency) return "own";
  const superiors = superiorsAsOf(organisation, agency, day);
  if (superiors[0] === home) return "child";
  if (superiors.includes(home)) return "below";
  const roots = lineage(organisation, home);
  if (roots.has(agency) || superiors.some((superior) => roots.has(superior))) return "predecessor";
  return "none";
}

/** How the figures of split agencies are divided, where the decision said it. */
export function allocationsOf({ versions, shares }: Organisation): Allocation[] {
  return [...shares].flatMap(([agency, parts]) => {
    const on = versions.get(agency)?.at(-1)?.validUntil ?? null;
    const total = [...parts.values()].reduce((sum, share) => sum + share, 0n);
    if (on === null || total === 0n) return [];
    // Who takes over nothing has no part, and who takes over all of it is no estimate.
    const weights = [...parts]
      .filter(([, share]) => share > 0n)
      .map(([code, share]) => ({ agency: code, weight: { n: share, d: total } }));
    return [{ agency, on, weights }];
  });
}

/** The organisation as a series follows it: a succession takes effect on the day its predecessor ends. */
export function lineageOf({ versions, successors }: Organisation): Lineage {
  const successions = [...successors].flatMap(([predecessor, list]) => {
    const effectiveOn = versions.get(predecessor)?.at(-1)?.validUntil ?? null;
    return effectiveOn === null ? [] : list.map((successor) => ({ predecessor, successor, effectiveOn }));
  });
  return { versions, successions };
}
