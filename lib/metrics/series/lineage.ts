import type { Day } from "@/lib/core/day";
import type { Grouping, Lineage } from "@/lib/metrics/series/types";

/** Whether the agency stood on a day. */
export function existsOn(lineage: Lineage, agency: string, day: Day): boolean {
  return versionOn(lineage, agency, day) !== undefined;
}

/** Groups units under the nearest of some agencies that stands above them on the day; itself when none does. */
export function groupedUnder(lineage: Lineage, heads: ReadonlySet<string>): Grouping {
  return (agency, day) => {
    const seen = new Set<string>();
    let at: string | null = agency;
    while (at !== null && !seen.has(at)) {
      if (heads.has(at)) return at;
      seen.add(at);
      at = versionOn(lineage, at, day)?.parent ?? null;
    }
    return agency;
  };
}

/** Entries by a key, each list in the given order. */
export function groupedBy<T>(list: Iterable<T>, keyOf: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups;
}

function versionOn(lineage: Lineage, agency: string, day: Day) {
  return lineage.versions
    .get(agency)
    ?.find(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day < validUntil));
}
