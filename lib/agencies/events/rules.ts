import type { Day } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { isInForce } from "../rules";
import type { AgencyEventInput, Founded } from "../schema";
import { AGENCY_KINDS, type AgencyVersion, type Organisation } from "../types";
import type { EventPlan } from "./types";
import { eventRefusals as refusals } from "./view";

type Event<Kind extends AgencyEventInput["kind"]> = Extract<AgencyEventInput, { kind: Kind }>;
type Moves = readonly { agency: string; parent: string }[];

/** Which part of the input says under whom an agency stands from then on: a new one, or one there was before. */
const FIELD_OF_NEW: Readonly<Record<AgencyEventInput["kind"], string>> = {
  ...{ RENAME: "agency", MOVE: "parent", ABOLISH: "moves" },
  ...{ FOUND: "founded.parent", MERGE: "successor.parent", SPLIT: "successors" },
};
const FIELD_OF_OLD: Readonly<Record<AgencyEventInput["kind"], string>> = {
  ...{ RENAME: "agency", MOVE: "parent", ABOLISH: "moves" },
  ...{ FOUND: "founded.parent", MERGE: "successor", SPLIT: "moves" },
};

/** The versions and successions an event makes; refuses what would leave the organisation torn. */
export function planEvent(organisation: Organisation, input: AgencyEventInput): EventPlan {
  const plan = draftOf(organisation, input);
  const after = applied(organisation, plan);
  assertCodesFree(organisation, plan, input.kind);
  for (const version of versionsToCheck(after, plan)) {
    const isFounded = plan.founded.some(({ code }) => code === version.agency);
    assertHasSuperior(after, version, isFounded ? FIELD_OF_NEW[input.kind] : FIELD_OF_OLD[input.kind]);
  }
  return plan;
}

function draftOf(organisation: Organisation, input: AgencyEventInput): EventPlan {
  const none = { effectiveOn: input.effectiveOn, founded: [], closed: [], opened: [], successions: [] };
  switch (input.kind) {
    case "RENAME":
      return { ...none, ...changed(organisation, input.agency, input.effectiveOn, { name: input.name }) };
    case "MOVE":
      return { ...none, ...changed(organisation, input.agency, input.effectiveOn, { parent: input.parent }) };
    case "ABOLISH":
      return { ...none, ...ended(organisation, [input.agency], input.moves, input.effectiveOn) };
    case "FOUND":
      return { ...none, ...newborn(organisation, [input.founded], input.effectiveOn) };
    case "MERGE":
      return { ...none, ...merged(organisation, input) };
    case "SPLIT":
      return { ...none, ...split(organisation, input) };
  }
}

/** The successor takes over every unit that stood under its predecessors and does not end with them. */
function merged(organisation: Organisation, input: Event<"MERGE">): Partial<EventPlan> {
  const { successor, effectiveOn } = input;
  const code = typeof successor === "string" ? successor : successor.code;
  const predecessors = [...new Set(input.predecessors)].filter((each) => each !== code);
  if (predecessors.length === 0) refuse("predecessors", refusals.mergesNothing);
  if (typeof successor === "string") versionInForce(organisation, successor, effectiveOn, "successor");
  const { founded, opened } = newborn(
    organisation,
    typeof successor === "string" ? [] : [successor],
    effectiveOn,
  );
  const units = [...organisation.versions.values()].flat().filter((unit) => {
    const isUnder = unit.parent !== null && predecessors.includes(unit.parent);
    return isUnder && !predecessors.includes(unit.agency) && isInForce(unit, effectiveOn);
  });
  const moves = units.map(({ agency }) => ({ agency, parent: code }));
  const end = ended(organisation, predecessors, moves, effectiveOn, "predecessors");
  return {
    founded,
    closed: end.closed,
    opened: [...opened, ...end.opened],
    successions: predecessors.map((predecessor) => ({ predecessor, successor: code, share: null })),
  };
}

function split(organisation: Organisation, input: Event<"SPLIT">): Partial<EventPlan> {
  const { agency, successors, moves, effectiveOn } = input;
  const { founded, opened } = newborn(organisation, successors, effectiveOn);
  const end = ended(organisation, [agency], moves, effectiveOn);
  return {
    founded,
    closed: end.closed,
    opened: [...opened, ...end.opened],
    successions: successors.map(({ code, share = null }) => ({
      predecessor: agency,
      successor: code,
      share,
    })),
  };
}

/** Agencies that end, and the units that go elsewhere on the same day. */
function ended(
  organisation: Organisation,
  codes: readonly string[],
  moves: Moves,
  effectiveOn: Day,
  field = "agency",
) {
  const gone = codes.map((code) => {
    const version = endable(versionInForce(organisation, code, effectiveOn, field), effectiveOn);
    if (organisation.versions.get(code)?.at(-1) !== version)
      refuse("effectiveOn", refusals.changesLater(version));
    return version;
  });
  const moved = moves.map(({ agency, parent }) => {
    const { parent: before } = versionInForce(organisation, agency, effectiveOn, "moves");
    if (before === null || !codes.includes(before) || codes.includes(agency))
      refuse("moves", refusals.notUnder(agency));
    return changed(organisation, agency, effectiveOn, { parent });
  });
  return {
    closed: [...gone, ...moved.flatMap(({ closed }) => closed)],
    opened: moved.flatMap(({ opened }) => opened),
  };
}

/** New agencies; entered afterwards, they stand only as long as their superior is known to have stood. */
function newborn(organisation: Organisation, list: readonly Founded[], validFrom: Day) {
  const opened = list.map(({ code, name, parent }): AgencyVersion => {
    const validUntil = parent === null ? null : endOf(organisation.versions.get(parent) ?? [], validFrom);
    return { agency: code, name, parent, validFrom, validUntil: validUntil ?? null };
  });
  return { founded: list.map(({ code, kind }) => ({ code, kind })), opened };
}

function changed(
  organisation: Organisation,
  code: string,
  effectiveOn: Day,
  change: { name?: string; parent?: string },
) {
  const version = endable(versionInForce(organisation, code, effectiveOn), effectiveOn);
  return { closed: [version], opened: [{ ...version, ...change, validFrom: effectiveOn }] };
}

function versionInForce(organisation: Organisation, code: string, day: Day, field = "agency"): AgencyVersion {
  const version = organisation.versions.get(code)?.find((each) => isInForce(each, day));
  return version ?? refuse(field, refusals.notInForce(code, day));
}

function endable(version: AgencyVersion, effectiveOn: Day): AgencyVersion {
  return version.validFrom < effectiveOn ? version : refuse("effectiveOn", refusals.tooEarly(version));
}

/** The organisation as it would stand with the plan carried out. */
function applied(organisation: Organisation, plan: EventPlan): Organisation {
  const versions = new Map(organisation.versions);
  for (const version of plan.closed) {
    const ends = (each: AgencyVersion) =>
      each === version ? { ...each, validUntil: plan.effectiveOn } : each;
    versions.set(version.agency, (versions.get(version.agency) ?? []).map(ends));
  }
  for (const version of plan.opened) {
    versions.set(version.agency, [...(versions.get(version.agency) ?? []), version]);
  }
  const kinds = new Map([
    ...organisation.kinds,
    ...plan.founded.map(({ code, kind }) => [code, kind] as const),
  ]);
  return { ...organisation, kinds, versions };
}

/** What the plan opens, and whatever stands under an agency it changes. */
function versionsToCheck(after: Organisation, { opened, closed }: EventPlan): AgencyVersion[] {
  const touched = new Set(closed.map(({ agency }) => agency));
  const under = ({ parent }: AgencyVersion) => parent !== null && touched.has(parent);
  return [...new Set([...opened, ...[...after.versions.values()].flat().filter(under)])];
}

function assertCodesFree(
  { kinds }: Organisation,
  { founded }: EventPlan,
  kind: AgencyEventInput["kind"],
): void {
  const codes = founded.map(({ code }) => code);
  const taken = codes.find((code, index) => kinds.has(code) || codes.indexOf(code) !== index);
  if (taken === undefined) return;
  const text = refusals.codeTaken(taken);
  const field = kind === "SPLIT" ? "successors" : kind === "MERGE" ? "successor.code" : "founded.code";
  throw new Failure("conflict", text, { fields: { [field]: text } });
}

/** Every agency below the top stands under one of the next level up, on every day of its validity. */
function assertHasSuperior({ kinds, versions }: Organisation, version: AgencyVersion, field: string): void {
  const levelOf = (code: string) => {
    const kind = kinds.get(code);
    return kind === undefined ? -1 : AGENCY_KINDS.indexOf(kind);
  };
  const level = levelOf(version.agency);
  const parentLevel = version.parent === null ? -1 : levelOf(version.parent);
  if (version.parent !== null && parentLevel === -1) {
    refuse(field, refusals.notInForce(version.parent, version.validFrom));
  }
  if (parentLevel !== level - 1) refuse(field, refusals.wrongLevel(version));
  if (version.parent === null) return;
  const end = endOf(versions.get(version.parent) ?? [], version.validFrom);
  if (end === null) return;
  const isCovered = end !== undefined && version.validUntil !== null && version.validUntil <= end;
  if (!isCovered) refuse(field, refusals.noSuperior(version, end));
}

/** Until when the versions follow each other without a gap from a day on: null for ever, undefined never. */
function endOf(versions: readonly AgencyVersion[], from: Day): Day | null | undefined {
  const first = versions.find((each) => isInForce(each, from));
  let end = first?.validUntil;
  while (end) {
    const next = versions.find(({ validFrom }) => validFrom === end);
    if (!next) return end;
    end = next.validUntil;
  }
  return end;
}

function refuse(field: string, text: { vi: string; en: string }): never {
  throw new Failure("precondition", text, { fields: { [field]: text } });
}
