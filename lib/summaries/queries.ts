import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf } from "@/lib/agencies/rules";
import type { Actor } from "@/lib/auth/actor";
import { can, type Permission } from "@/lib/auth/permissions";
import { Failure } from "@/lib/core/failure";
import { lastDay } from "@/lib/core/period";
import { inViewOf } from "@/lib/db/client";
import { summaryRefusals } from "@/lib/i18n/summaries";
import { getReferenceDay } from "@/lib/results/completeness/queries";
import { isAccepted } from "@/lib/results/completeness/rules";
import { findNames } from "@/lib/results/people/queries";
import type { ReportKey, Signature } from "@/lib/results/types";
import { getComputed } from "./computed/queries";
import { isAdjusted, openUnits } from "./rules";
import type { ProvinceSummaryView, SummarySnapshot, SummaryStatus } from "./types";

/** The province's summary, computed from the accepted figures of its units. */
export async function getProvinceSummary(actor: Actor, key: ReportKey): Promise<ProvinceSummaryView> {
  const [organisation, today] = await Promise.all([getOrganisation(), getReferenceDay()]);
  const place = { agency: key.agency, day: lastDay(key) };
  const may = (permission: Permission) => can(actor, permission, place, organisation);
  const province = agencyAsOf(organisation, key.agency, place.day);
  if (province?.kind !== "PROVINCE" || !may("results.read"))
    throw new Failure("not-found", summaryRefusals.missing);
  return inViewOf(actor, async (tx) => {
    const { units, sums } = await getComputed(tx, organisation, key, today);
    const where = { agencyCode: key.agency, year: key.year, month: key.month };
    const stored = await tx.provinceSummary.findFirst({ where });
    const names = await findNames(tx, [
      stored?.signedBy ?? null,
      stored?.acceptedBy ?? null,
      stored?.returnedBy ?? null,
    ]);
    const signature = (id: string | null | undefined, at: Date | null | undefined) =>
      id && at ? { id, name: names.get(id) ?? id, at } : null;
    const snapshot = (stored?.snapshot ?? null) as SummarySnapshot | null;
    const status = (stored?.status ?? null) as SummaryStatus | null;
    const isComplete = openUnits(units).length === 0;
    const mayExcuse = units.some(({ agency }) =>
      can(actor, "summaries.excuse", { ...place, agency }, organisation),
    );
    const adjusted = isAdjusted(snapshot, sums);
    const isSignable = status === null || status === "RETURNED" || adjusted;
    return {
      province: { code: province.code, name: province.name },
      period: { year: key.year, month: key.month },
      units,
      isComplete,
      reported: units.filter(isAccepted).length,
      expected: units.length,
      sums,
      version: stored?.version ?? 0,
      status,
      signed: signature(stored?.signedBy, stored?.signedAt),
      accepted: signature(stored?.acceptedBy, stored?.acceptedAt),
      returned: returnedOf(stored, signature(stored?.returnedBy, stored?.returnedAt)),
      snapshot,
      isAdjusted: adjusted,
      may: {
        excuse: mayExcuse,
        withdraw: mayExcuse && (status === null || status === "RETURNED"),
        sign: isComplete && isSignable && may("summaries.sign"),
        accept: status === "SIGNED" && !adjusted && may("summaries.accept"),
        return: (status === "SIGNED" || status === "ACCEPTED") && may("summaries.accept"),
      },
    };
  });
}

type Stored = { returnCode: string | null; returnText: string | null } | null;

function returnedOf(stored: Stored, signed: Signature | null): ProvinceSummaryView["returned"] {
  if (!stored || !signed) return null;
  const { returnCode, returnText } = stored;
  return { code: returnCode ?? "OTHER", text: returnText ?? "", by: signed.name, at: signed.at };
}
