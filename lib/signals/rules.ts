import { createHash } from "node:crypto";
import { superiorsAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import { lastDay } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import type { Signal, SignalForm, SignalMeasure, SignalYear, TargetOf } from "@/lib/metrics/signals/types";
import { type StoredTarget, targetInForce } from "@/lib/scoreboard/rules";

/** Earlier years that tell what is usual, as lib/metrics/signals wants them. */
export const YEARS_BEFORE = 5;

/** A year of an agency as signal_years() writes it. */
export type YearRow = { agency: string; year: number; months: string };

/** Sums written as forms that add up to them: signals look at nothing else. */
export function signalYearOf({ agency, year, months }: YearRow): SignalYear {
  const halves = new Map<string, SignalForm[SignalMeasure]>();
  for (const text of months.split(";")) {
    const [month = "", measure = "", ...numbers] = text.split(",");
    const [newly = 0n, entrusted = 0n, done = 0n, eligible = 0n, notYet = 0n, register = 0n] =
      numbers.map(BigInt);
    halves.set(`${month} ${measure}`, {
      newlyAccepted: newly,
      entrustedOut: entrusted,
      completed: done,
      terminated: 0n,
      reduced: 0n,
      inProgress: eligible - done,
      postponedByAgreement: 0n,
      suspendedEligible: 0n,
      otherEligible: 0n,
      noCondition: notYet,
      postponedOrSuspendedOther: 0n,
      separateRegister: register,
    });
  }
  const formOf = (month: number): SignalForm | null => {
    const [cases, money] = [halves.get(`${month} cases`), halves.get(`${month} money`)];
    return cases && money ? { cases, money } : null;
  };
  return { agency, year, months: Array.from({ length: 12 }, (_, index) => formOf(index + 1)) };
}

/** A target with the year it is of. */
export type YearTarget = StoredTarget & { year: number };

/** The target of each agency and year: its own, else the nearest superior's of that year's end. */
export function targetLookup(
  organisation: Organisation,
  targets: readonly YearTarget[],
  years: readonly SignalYear[],
): TargetOf {
  const of = new Map(years.map((each) => [`${each.agency} ${each.year}`, each]));
  const byYear = new Map<number, YearTarget[]>();
  for (const target of targets) byYear.set(target.year, [...(byYear.get(target.year) ?? []), target]);
  return (agency, year, measure) => {
    const superiors = superiorsAsOf(organisation, agency, lastDay({ year, month: 12 }));
    const baseline = (earlier: number) => endOf(of.get(`${agency} ${earlier}`), measure);
    const options = { baseline, self: agency, nameOf: () => null };
    return targetInForce(byYear.get(year) ?? [], measure, [agency, ...superiors], options)?.target ?? null;
  };
}

function endOf(year: SignalYear | undefined, measure: SignalMeasure): Ratio | null {
  const form = year?.months[11]?.[measure];
  const { completed, inProgress } = form ?? {};
  if (completed === undefined || inProgress === undefined) return null;
  return { numerator: completed, denominator: completed + inProgress };
}

/** Names the figures of the agency itself behind a question; what its peers do does not change it. */
export function evidenceHash({ agency, year, kind, evidence }: Signal): string {
  const own = evidence
    .filter(({ as }) => as !== "usual")
    .map(({ measure, column, year, month, as, value }) => [
      measure,
      column,
      year,
      month,
      as,
      value.toString(),
    ]);
  return createHash("sha256")
    .update(JSON.stringify([agency, year, kind, own]))
    .digest("hex");
}
