import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf } from "@/lib/agencies/rules";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { Failure } from "@/lib/core/failure";
import { lastDay, type Period } from "@/lib/core/period";
import { getReconciliation } from "../reconciliation/queries";
import { differing, isEmptyRegister } from "./rules";
import type { Comparison, ComparisonSummary } from "./types";

type Key = Period & { agency: string };

/** A month's report beside the register, with the agency's name of that time. */
export async function getRegisterComparison(actor: Actor, key: Key): Promise<Comparison> {
  const reconciliation = await getReconciliation(actor, key);
  const organisation = await getOrganisation();
  const place = { agency: key.agency, day: lastDay(key) };
  return {
    ...reconciliation,
    name: agencyAsOf(organisation, key.agency, place.day)?.name ?? key.agency,
    isEmptyRegister: isEmptyRegister(reconciliation),
    mayExplain: can(actor, "cases.explain", place, organisation),
  };
}

/** The same in short for who decides on the report; null where they may not read the register, or it is empty. */
export async function findRegisterSummary(actor: Actor, key: Key): Promise<ComparisonSummary | null> {
  const found = await getReconciliation(actor, key).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not-found") return null;
    throw error;
  });
  if (found === null || isEmptyRegister(found)) return null;
  const columns = differing(found.columns).map(({ measure, column, difference, reason }) => ({
    ...{ measure, column, reason },
    difference: difference ?? 0n,
  }));
  return {
    differences: columns.length,
    withoutReason: columns.filter(({ reason }) => reason === null).length,
    columns,
  };
}
