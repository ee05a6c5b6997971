import type { AgencyKind } from "@/lib/agencies/types";
import { issueKey } from "@/lib/form/issue";
import { needsReason, validate } from "@/lib/form/rules";
import { formVersionFor } from "@/lib/form/version";
import type { ReportSeed } from "./types";

export type WarningReasons = Record<string, { code: string; text: string }>;

/** A coded reason for each warning a generated report raises, as its clerk would have had to give. */
export function explanationsOf(
  report: ReportSeed,
  kind: AgencyKind,
  { previous, previousYearEnd }: { previous: ReportSeed | null; previousYearEnd: ReportSeed | null },
): WarningReasons {
  const { year, month } = report;
  const issues = validate({
    version: formVersionFor({ year, month }),
    period: { year, month },
    agencyKind: kind,
    figures: { total: report.figures },
    previous: previous && { total: previous.figures },
    previousYearEnd: previousYearEnd && { total: previousYearEnd.figures },
    history: [],
    previousAccepted: null,
    today: null,
  });
  const reason = { code: "RECLASSIFIED", text: "Rà lại hồ sơ cuối kỳ (minh họa)." };
  return Object.fromEntries(needsReason(issues).map((issue) => [issueKey(issue), reason]));
}
