import { lastDay, type Period } from "@/lib/core/period";
import type { FormVersion as Definition } from "@/lib/form/versions/definition";
import { TT_06_2019 } from "@/lib/form/versions/tt-06-2019";

/** One circular's form; see versions/definition.ts. */
export type FormVersion = Definition;

/** The version behind data older than every circular known here, and the default where none is named. */
export const BASE_VERSION: FormVersion = TT_06_2019;

/** Known forms, oldest first; their validity must not overlap. */
export const FORM_VERSIONS: readonly FormVersion[] = [BASE_VERSION];

/**
 * The form in force on the last day of a period. Years before 05/01/2020 use the oldest known form: their own
 * annexes (Circulars 01/2013, 08/2015) were not found, so it is the best known model, not the printed one.
 */
export function formVersionFor(period: Period): FormVersion {
  const day = lastDay(period);
  const inForce = FORM_VERSIONS.filter((version) => version.validFrom <= day);
  return (
    inForce.findLast((version) => version.validUntil === null || day < version.validUntil) ?? BASE_VERSION
  );
}

/** The form with an id as stored with a report. Throws RangeError on an unknown id. */
export function formVersion(id: string): FormVersion {
  const found = FORM_VERSIONS.find((version) => version.id === id);
  if (found === undefined) throw new RangeError(`Unknown form version: ${id}`);
  return found;
}
