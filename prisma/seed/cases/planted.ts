import { stepsOf } from "@/lib/cases/events/rules";
import type { CaseEvent } from "@/lib/cases/types";
import type { RevisionSeed } from "../insert-reports";
import type { ReportSeed } from "../types";
import type { SeedCase } from "./types";

/** When the supplements were typed, and when one completion came into the register: two days too late for them. */
const TYPED = "2021-10-12T02:00:00Z";
const LEARNT = "2021-10-14T02:00:00Z";
const MONTH = 12;

/**
 * Two supplements of the year-end that are still drafts and differ from the register. One unit typed before a completion
 * of September was recorded; another typed a case as done that is still in progress.
 */
export function plantDifferences(
  cases: readonly SeedCase[],
  reports: readonly ReportSeed[],
): { cases: SeedCase[]; revisions: RevisionSeed[] } {
  const late = find(cases, "cc-329", isCompletedLast);
  const padded = find(cases, "cc-331", isStillWorkedOn);
  const lastAt = late.events.length - 1;
  const recorded = late.events.map((event, at) => (at === lastAt ? { ...event, recordedAt: LEARNT } : event));
  return {
    cases: cases.map((each) => (each === late ? { ...late, events: recorded } : each)),
    revisions: [
      draft(reports, late.agency, { done: -1n, money: -late.amount }),
      draft(reports, padded.agency, { done: 1n, money: padded.amount }),
    ],
  };
}

type Wanted = (each: SeedCase) => boolean;

function find(cases: readonly SeedCase[], agency: string, isWanted: Wanted): SeedCase {
  const own = cases.filter((each) => each.agency === agency);
  const found = own.find(
    (each) =>
      isWanted(each) && each.amount > 0n && own.filter(({ amount }) => amount === each.amount).length === 1,
  );
  if (found === undefined) throw new RangeError(`${agency} has no case to plant a difference with`);
  return found;
}

function isCompletedLast({ events }: SeedCase): boolean {
  const last = events.at(-1);
  return events.length === 3 && last?.kind === "COMPLETED" && last.day >= "2021-09-01";
}

function isStillWorkedOn({ agency, amount, events }: SeedCase): boolean {
  const stated = events.map((event, at): CaseEvent => ({ ...event, seq: at + 1, agency }));
  return events.length === 2 && stepsOf(amount, stated).at(-1)?.after.state === "IN_PROGRESS";
}

/** The year-end with one case and its money moved between "in progress" and "completed". */
function draft(
  reports: readonly ReportSeed[],
  agency: string,
  by: { done: bigint; money: bigint },
): RevisionSeed {
  const report = reports.find((each) => each.agency === agency && each.month === MONTH);
  if (report === undefined) throw new RangeError(`${agency} has no year-end`);
  const { cases, money } = report.figures;
  const figures = {
    cases: { ...cases, completed: cases.completed + by.done, inProgress: cases.inProgress - by.done },
    money: { ...money, completed: money.completed + by.money, inProgress: money.inProgress - by.money },
  };
  return {
    ...{ report: { ...report, figures }, revision: 2, kind: "SUPPLEMENT", status: "DRAFT" },
    ...{ enteredAt: TYPED, submittedAt: null, approvedAt: null, reasons: {} },
    reason: "Rà soát số liệu cuối năm theo sổ thụ lý (minh họa).",
  };
}
