import { isDay } from "@/lib/core/day";
import { agencyAsOf, subordinatesAsOf } from "../rules";
import { AGENCY_KINDS, type Agency, type EventKind, type Organisation } from "../types";
import type { EventFields } from "./schema";

/** A new agency as a row of the form; the level follows from the superior. */
export type NewAgencyRow = { code: string; name: string; parent: string; share: string };

/** The event that a filled form describes, for the strict schema to judge. */
export function eventOfFields(
  organisation: Organisation,
  kind: EventKind,
  fields: EventFields,
): Record<string, unknown> {
  const { agency, decisionNumber, decisionDate, effectiveOn, note } = fields;
  const decision = { kind, decisionNumber, decisionDate, effectiveOn, note };
  const rows = newAgencies(fields).map((row) =>
    foundedOf(organisation, row, homeOf(organisation, kind, fields)),
  );
  switch (kind) {
    case "RENAME":
      return { ...decision, agency, name: fields.newName };
    case "MOVE":
      return { ...decision, agency, parent: fields.newParent };
    case "ABOLISH":
      return { ...decision, agency, moves: movesOf(fields) };
    case "FOUND":
      return {
        ...decision,
        founded: rows[0] ?? foundedOf(organisation, { code: "", name: "", parent: "", share: "" }, ""),
      };
    case "MERGE":
      return {
        ...decision,
        predecessors: predecessorsOf(fields),
        successor: fields.into === "new" ? (rows[0] ?? "") : fields.successor,
      };
    case "SPLIT":
      return { ...decision, agency, successors: sharing(rows, fields), moves: movesOf(fields) };
  }
}

/** The rows of new agencies that hold anything. */
export function newAgencies({ code, name, parent, share }: EventFields): NewAgencyRow[] {
  return code
    .map((each, at) => ({
      code: each.toLowerCase(),
      name: name[at] ?? "",
      parent: parent[at] ?? "",
      share: share[at] ?? "",
    }))
    .filter((row) => row.code !== "" || row.name !== "");
}

/** New agencies with their parts of the figures, as typed: "6.240" and "6 240" are 6240. */
function sharing<Row extends object>(rows: readonly Row[], fields: EventFields): object[] {
  const typed = newAgencies(fields).map(({ share }) => share);
  return rows.map((row, at) => {
    const share = typed[at] ?? "";
    const isGrouped = /^\d{1,3}(?:[. ]\d{3})+$/.test(share);
    return share === "" ? row : { ...row, share: isGrouped ? share.replace(/\D/g, "") : share };
  });
}

/** The agencies that a merger ends, as typed. */
export function predecessorsOf({ predecessor }: EventFields): string[] {
  return predecessor.filter((each) => each !== "");
}

/** The units that stand under the agency on the event's day: each needs somebody to answer to when it ends. */
export function unitsOnDay(organisation: Organisation, { agency, effectiveOn }: EventFields): Agency[] {
  if (!isDay(effectiveOn)) return [];
  return subordinatesAsOf(organisation, agency, effectiveOn).sort((a, b) => a.code.localeCompare(b.code));
}

function movesOf({ unit, to }: EventFields): { agency: string; parent: string }[] {
  return unit.map((agency, at) => ({ agency, parent: to[at] ?? "" })).filter(({ parent }) => parent !== "");
}

/** Whom a new agency answers to when its row does not say: whoever the agency it comes from answered to. */
function homeOf(organisation: Organisation, kind: EventKind, fields: EventFields): string {
  const { effectiveOn, agency } = fields;
  const from = kind === "MERGE" ? (predecessorsOf(fields)[0] ?? "") : kind === "SPLIT" ? agency : "";
  return (isDay(effectiveOn) && agencyAsOf(organisation, from, effectiveOn)?.parent) || "";
}

function foundedOf({ kinds }: Organisation, { code, name, parent: typed }: NewAgencyRow, home: string) {
  const parent = typed || home;
  const above = kinds.get(parent);
  const kind = (above && AGENCY_KINDS[AGENCY_KINDS.indexOf(above) + 1]) ?? "DISTRICT";
  return { code, kind, name, parent };
}

/** The control of the form that a refused field of the event was typed in. Example: "founded.code" is "code.0". */
export function controlOf(kind: EventKind, field: string): string {
  const [head = "", at = "0", last] = field.split(".");
  if (head === "founded" || (head === "successor" && field !== head)) return `${at}.0`;
  if (head === "successors") return `${last ?? "code"}.${at}`;
  if (head === "predecessors") return `predecessor.${at}`;
  if (head === "moves") return `to.${at}`;
  if (kind === "RENAME" && head === "name") return "newName";
  if (kind === "MOVE" && head === "parent") return "newParent";
  return head;
}
