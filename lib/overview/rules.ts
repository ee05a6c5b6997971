import { agencyAsOf, superiorsAsOf } from "@/lib/agencies/rules";
import type { Agency, Organisation } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import { lastDay, type Period } from "@/lib/core/period";
import { type Ratio, sumRatios } from "@/lib/core/ratio";
import { existedOn, organisationDays } from "@/lib/scoreboard/rules";
import { MEASURES, type YearPoint } from "@/lib/scoreboard/types";
import type { Rates, Snapshot } from "./types";

/** What the database is asked about one root: its whole in some months, and in one of them those under it. */
export type Ask = {
  purpose: "monthBefore" | "yearBefore" | "year";
  root: string;
  year: number;
  month: number;
  months: number[];
  days: Day[];
};

/** A row of the database's scoreboard() with what it was asked for; node null for the whole. */
export type AnsweredRow = {
  purpose: Ask["purpose"];
  year: number;
  month: number;
  node: string | null;
  expected: number;
  reported: number;
  casesDone: string | null;
  casesEligible: string | null;
  moneyDone: string | null;
  moneyEligible: string | null;
};

/** Where an agency's work is on a day: itself, or its only successor; null when it was divided or ended. */
export function placedOn(organisation: Organisation, code: string, day: Day): string | null {
  if (existedOn(organisation, code, day)) return code;
  const [only, ...others] = organisation.successors.get(code) ?? [];
  return only === undefined || only === code || others.length > 0 ? null : placedOn(organisation, only, day);
}

/** Who stood for an agency on an earlier day: itself, or all its predecessors of that day. */
function rootsOn(organisation: Organisation, code: string, day: Day): string[] {
  if (existedOn(organisation, code, day)) return [code];
  const predecessors = organisation.predecessors.get(code) ?? [];
  return predecessors.filter((each) => each !== code).flatMap((each) => rootsOn(organisation, each, day));
}

/** The questions about some months of a year, each asked of whoever stood for the agency at that month's end. */
export function asksAbout(
  organisation: Organisation,
  agency: string,
  purpose: Ask["purpose"],
  { year, month, months }: Period & { months: readonly number[] },
): Ask[] {
  const byRoot = new Map<string, number[]>();
  for (const each of months) {
    for (const root of rootsOn(organisation, agency, lastDay({ year, month: each })))
      byRoot.set(root, [...(byRoot.get(root) ?? []), each]);
  }
  return [...byRoot].map(([root, asked]) => ({
    ...{ purpose, root, year, month, months: asked },
    days: organisationDays(organisation, year, asked),
  }));
}

/** Whether enough reported for a comparison to mean something: at least 19 of 20. */
export function isComparable({ reported, expected }: { reported: number; expected: number }): boolean {
  return reported > 0 && reported * 20 >= expected * 19;
}

/** Another period's rows as a snapshot on the organisation of `day`; null when nothing was reported. */
export function snapshotOf(
  rows: readonly AnsweredRow[],
  period: Period,
  place: (node: string) => string | null,
): Snapshot | null {
  const then = rows.filter(({ year, month }) => year === period.year && month === period.month);
  const wholes = then.filter(({ node }) => node === null);
  const reported = wholes.reduce((sum, row) => sum + row.reported, 0);
  if (reported === 0) return null;
  const children = new Map<string, AnsweredRow[]>();
  for (const row of then) {
    const at = row.node === null ? null : place(row.node);
    if (at !== null) children.set(at, [...(children.get(at) ?? []), row]);
  }
  return {
    period,
    whole: ratesOf(wholes),
    reported,
    expected: wholes.reduce((sum, row) => sum + row.expected, 0),
    children: new Map([...children].map(([code, list]) => [code, ratesOf(list)])),
  };
}

/** The months of one purpose, rows of several roots added up; a month that too few reported is left out. */
export function yearLineOf(rows: readonly AnsweredRow[]): YearPoint[] {
  const wholes = rows.filter(({ node }) => node === null);
  const months = [...new Set(wholes.map(({ month }) => month))].sort((a, b) => a - b);
  return months.flatMap((month) => {
    const then = wholes.filter((row) => row.month === month);
    const sum = (of: "reported" | "expected") => then.reduce((total, row) => total + row[of], 0);
    const isKnown = isComparable({ reported: sum("reported"), expected: sum("expected") });
    return isKnown ? [{ month, ...ratesOf(then) }] : [];
  });
}

/** The units whose reports count towards an agency on a day: all below it and itself, without general departments. */
export function unitsUnder(organisation: Organisation, root: string, day: Day): Agency[] {
  return [...organisation.kinds.keys()].flatMap((code) => {
    const agency = agencyAsOf(organisation, code, day);
    if (!agency || agency.kind === "GENERAL_DEPARTMENT") return [];
    return code === root || superiorsAsOf(organisation, code, day).includes(root) ? [agency] : [];
  });
}

function ratesOf(rows: readonly AnsweredRow[]): Rates {
  const [cases, money] = MEASURES.map((measure) => {
    const known = rows.flatMap((row) => ratioIn(row, measure) ?? []);
    return known.length === 0 ? null : sumRatios(known);
  });
  return { cases: cases ?? null, money: money ?? null };
}

function ratioIn(row: AnsweredRow, measure: "cases" | "money"): Ratio | null {
  const [done, eligible] =
    measure === "cases" ? [row.casesDone, row.casesEligible] : [row.moneyDone, row.moneyEligible];
  return done === null || eligible === null
    ? null
    : { numerator: BigInt(done), denominator: BigInt(eligible) };
}
