import type { Day } from "@/lib/core/day";
import { addDays } from "@/lib/core/day";
import { foldText } from "@/lib/core/slug";
import { agenciesAsOf } from "./rules";
import type { Agency, Organisation } from "./types";

/** An agency as the API answers it: the last day of validity is inclusive there. */
export function agencyBody(
  { code, kind, name, parent, validFrom, validUntil }: Agency,
  organisation: Organisation,
) {
  const validTo = validUntil && addDays(validUntil, -1);
  return {
    code,
    kind,
    name,
    parent,
    validFrom,
    validTo,
    successors: organisation.successors.get(code) ?? [],
  };
}

export type AgencyBranch = { agency: Agency; units: readonly Agency[] };

/** The agencies of a day as provinces with their districts, only those whose name holds `search`. */
export function branches(organisation: Organisation, day: Day, search: string): AgencyBranch[] {
  const wanted = foldText(search.trim());
  const matches = ({ name, code }: Agency) => foldText(name).includes(wanted) || code === wanted;
  const all = agenciesAsOf(organisation, day);
  const byName = (a: Agency, b: Agency) => foldText(a.name).localeCompare(foldText(b.name));
  return all
    .filter(({ kind }) => kind !== "DISTRICT")
    .sort((a, b) => Number(b.parent === null) - Number(a.parent === null) || byName(a, b))
    .map((agency) => {
      const own =
        agency.kind === "PROVINCE" ? all.filter(({ parent }) => parent === agency.code).sort(byName) : [];
      return { agency, units: wanted === "" || matches(agency) ? own : own.filter(matches) };
    })
    .filter(({ agency, units }) => wanted === "" || matches(agency) || units.length > 0);
}
