import { agenciesAsOf, agencyAsOf } from "@/lib/agencies/rules";
import type { Agency, Organisation } from "@/lib/agencies/types";
import { Failure } from "@/lib/core/failure";
import { lastDay } from "@/lib/core/period";
import { type Figures, MEASURES } from "@/lib/form/columns";
import { derive } from "@/lib/form/derive";
import { formVersionFor } from "@/lib/form/version";
import { summaryRefusals } from "@/lib/i18n/summaries";
import { isAccepted } from "@/lib/results/completeness/rules";
import type { ReportKey } from "@/lib/results/types";
import type { SummarySnapshot, SummaryUnit, Sums } from "./types";

/** The province as of the period's end; a refusal for anything else. */
export function provinceOf(organisation: Organisation, key: ReportKey): Agency {
  const found = agencyAsOf(organisation, key.agency, lastDay(key));
  if (!found) throw new Failure("not-found", summaryRefusals.missing);
  if (found.kind !== "PROVINCE") throw new Failure("precondition", summaryRefusals.notProvince);
  return found;
}

/** The reports that a summary adds up: the province's own and those of its districts, own first. */
export function unitsOf(organisation: Organisation, key: ReportKey): Agency[] {
  return agenciesAsOf(organisation, lastDay(key))
    .filter(({ code, parent }) => code === key.agency || parent === key.agency)
    .sort(
      (a, b) => Number(a.kind === "DISTRICT") - Number(b.kind === "DISTRICT") || a.code.localeCompare(b.code),
    );
}

/** Adds the computed columns to summed ones (V09: columns are added, nothing is typed). */
export function withDerived(key: ReportKey, typed: Record<"cases" | "money", Figures>): Sums {
  const version = formVersionFor(key);
  const [cases, money] = MEASURES.map((measure) => ({
    ...typed[measure],
    ...derive(typed[measure], version, measure),
  }));
  return { cases: cases ?? {}, money: money ?? {} };
}

/** Units that are neither accepted nor excused. */
export function openUnits(units: readonly SummaryUnit[]): SummaryUnit[] {
  return units.filter((unit) => !isAccepted(unit) && unit.excuse === null);
}

/** Refuses to sign while a unit is open; names each. */
export function assertComplete(units: readonly SummaryUnit[]): void {
  const open = openUnits(units);
  if (open.length === 0) return;
  const names = open.map(({ name }) => name).join("; ");
  throw new Failure(
    "precondition",
    {
      vi: `Chưa ký được: ${open.length} đơn vị chưa được duyệt hoặc chưa được miễn có lý do: ${names}`,
      en: `Not signed: ${open.length} units are neither approved nor excused: ${names}`,
    },
    { details: { open: open.map(({ agency }) => agency) } },
  );
}

/** What is signed, as JSON. */
export function snapshotOf(sums: Sums, units: readonly SummaryUnit[]): SummarySnapshot {
  return {
    sums: { cases: stated(sums.cases), money: stated(sums.money) },
    units: Object.fromEntries(units.map((unit) => [unit.agency, isAccepted(unit) ? "approved" : "excused"])),
  };
}

function stated(sums: Sums["cases"]): Record<string, string> {
  return Object.fromEntries(Object.entries(sums).map(([column, value]) => [column, value.toString()]));
}

/** Are the sums no longer those that were signed? */
export function isAdjusted(snapshot: SummarySnapshot | null, sums: Sums): boolean {
  if (snapshot === null) return false;
  return MEASURES.some((measure) => {
    const current = stated(sums[measure]);
    const columns = new Set([...Object.keys(current), ...Object.keys(snapshot.sums[measure])]);
    return [...columns].some((column) => current[column] !== snapshot.sums[measure][column]);
  });
}
