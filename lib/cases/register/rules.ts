import type { Subject } from "@/lib/actions/operation";
import type { Organisation } from "@/lib/agencies/types";
import { addDays, type Day } from "@/lib/core/day";
import { lastDay, periodContaining, previousPeriod } from "@/lib/core/period";

/** The day as of which an agency's cases are asked for: today, or the last day of an agency that ended. */
export function dayOfRegister(organisation: Organisation, agency: string, today: Day): Day {
  const ended = organisation.versions.get(agency)?.at(-1)?.validUntil ?? null;
  return ended === null || ended > today ? today : addDays(ended, -1);
}

/** An agency as the subject of a write; one that ended is judged by its place in its last whole month. */
export function subjectOfCases(organisation: Organisation, agency: string): Subject {
  const ended = organisation.versions.get(agency)?.at(-1)?.validUntil ?? null;
  if (ended === null) return { agency };
  const period = periodContaining(addDays(ended, -1));
  const before = previousPeriod(period);
  return { agency, period: lastDay(period) < ended || before === null ? period : before };
}
