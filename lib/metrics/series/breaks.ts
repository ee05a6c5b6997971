import { addDays, type Day } from "@/lib/core/day";
import { groupedBy } from "@/lib/metrics/series/lineage";
import type { Placement } from "@/lib/metrics/series/placement";
import type { Base, Grouping, Lineage } from "@/lib/metrics/series/types";

/** A day on which who reports changed: the agencies it touches, on the day before and on that day. */
type Change = {
  on: Day;
  before: readonly string[];
  after: readonly string[];
  kind: "succession" | "move" | "tenure";
};

/** The days on which the composition of an agency's series changes on a base, oldest first. */
export function breaksOf(
  lineage: Lineage,
  base: Base,
  placement: Placement,
  group: Grouping,
): ReadonlyMap<string, readonly Day[]> {
  const days = new Map<string, Day[]>();
  const place = (agency: string, day: Day): string[] =>
    base === "then"
      ? [group(agency, day)]
      : placement(agency, day, base).map((part) => group(part.agency, base));
  for (const change of changesOf(lineage)) {
    if (change.kind === "move" && base !== "then") continue;
    const before = new Set(change.before.flatMap((agency) => place(agency, addDays(change.on, -1))));
    const after = new Set(change.after.flatMap((agency) => place(agency, change.on)));
    for (const touched of touchedBy(change, before, after)) {
      days.set(touched, [...(days.get(touched) ?? []), change.on]);
    }
  }
  return days;
}

/** A move within one group, and an agency's own beginning or end, change nothing in its series. */
function touchedBy(
  { kind, before, after }: Change,
  from: ReadonlySet<string>,
  to: ReadonlySet<string>,
): Set<string> {
  const all = new Set([...from, ...to]);
  if (kind === "succession") return all;
  if (kind === "tenure") return new Set([...all].filter((each) => ![...before, ...after].includes(each)));
  return new Set([...all].filter((each) => !(from.has(each) && to.has(each))));
}

function changesOf(lineage: Lineage): Change[] {
  const events = groupedBy(
    lineage.successions,
    ({ effectiveOn, successor }) => `${effectiveOn} ${successor}`,
  );
  const successions = [...events.values()].flatMap((list): Change[] => {
    const [first] = list;
    if (first === undefined) return [];
    const before = list.map(({ predecessor }) => predecessor);
    return [{ on: first.effectiveOn, before, after: [first.successor], kind: "succession" }];
  });
  const explained = new Set(
    lineage.successions.flatMap(({ predecessor, successor, effectiveOn }) => [
      `${predecessor} ${effectiveOn}`,
      `${successor} ${effectiveOn}`,
    ]),
  );
  const others = [...lineage.versions].flatMap(([agency, versions]) => ownChanges(agency, versions));
  const unexplained = others.filter(({ on, before, after, kind }) => {
    const agency = before[0] ?? after[0] ?? "";
    return kind === "move" || !explained.has(`${agency} ${on}`);
  });
  return [...successions, ...unexplained].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Moves between parents, beginnings and ends. */
function ownChanges(
  agency: string,
  versions: readonly { parent: string | null; validFrom: Day; validUntil: Day | null }[],
): Change[] {
  const begins = versions.flatMap((version): Change[] => {
    const earlier = versions.find(({ validUntil }) => validUntil === version.validFrom);
    if (earlier === undefined)
      return [{ on: version.validFrom, before: [], after: [agency], kind: "tenure" }];
    if (earlier.parent === version.parent) return [];
    return [{ on: version.validFrom, before: [agency], after: [agency], kind: "move" }];
  });
  const ends = versions.flatMap(({ validUntil }): Change[] => {
    const goesOn = validUntil === null || versions.some(({ validFrom }) => validFrom === validUntil);
    return goesOn ? [] : [{ on: validUntil, before: [agency], after: [], kind: "tenure" }];
  });
  return [...begins, ...ends];
}
