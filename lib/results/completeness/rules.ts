import type { Agency } from "@/lib/agencies/types";
import { type Day, dayOfInstant } from "@/lib/core/day";
import type { Period } from "@/lib/core/period";
import { type DueCalendar, dueDay } from "../deadlines/rules";
import type { ReportStatus } from "../types";
import type { Completeness, UnitProgress } from "./types";

/** What progress needs to know of a stored revision. */
export type ProgressRow = {
  agencyCode: string;
  revision: number;
  status: string;
  submittedAt: Date | null;
};

const sent: readonly (ReportStatus | null)[] = ["SUBMITTED", "APPROVED", "LOCKED", "SUPERSEDED"];
const accepted: readonly (ReportStatus | null)[] = ["APPROVED", "LOCKED"];

/** Has the unit an accepted report? */
export function isAccepted({ status }: Pick<UnitProgress, "status">): boolean {
  return accepted.includes(status);
}

/** Where a unit stands on `today`. */
export function progressOf(
  agency: Agency,
  rows: readonly ProgressRow[],
  { calendar, period, today }: { calendar: DueCalendar; period: Period; today: Day },
): UnitProgress {
  const newestFirst = [...rows].sort((a, b) => b.revision - a.revision);
  const counted =
    newestFirst.find(({ status }) => status === "APPROVED" || status === "LOCKED") ?? newestFirst[0];
  const status = (counted?.status ?? null) as ReportStatus | null;
  const first = newestFirst.at(-1)?.submittedAt ?? null;
  const due = dueDay(calendar, agency.kind, period);
  const isSent = sent.includes(status);
  return {
    agency: agency.code,
    name: agency.name,
    kind: agency.kind,
    province: agency.kind === "DISTRICT" ? (agency.parent ?? agency.code) : agency.code,
    status,
    submittedAt: counted?.submittedAt ?? null,
    isSupplemented: (newestFirst[0]?.revision ?? 1) > 1,
    due,
    isLate: !isSent && due !== null && today > due,
    wasLate: isSent && first !== null && due !== null && dayOfInstant(first) > due,
  };
}

/** Counts units by where they stand. */
export function completenessOf(agency: string, name: string, units: readonly UnitProgress[]): Completeness {
  const having = (...statuses: (ReportStatus | null)[]) =>
    units.filter(({ status }) => statuses.includes(status)).length;
  return {
    agency,
    name,
    expected: units.length,
    drafts: having("DRAFT"),
    submitted: having("SUBMITTED"),
    approved: having("APPROVED", "LOCKED"),
    returned: having("RETURNED"),
    missing: having(null),
    late: units.filter(({ isLate }) => isLate).length,
    submittedLate: units.filter(({ wasLate }) => wasLate).length,
  };
}
