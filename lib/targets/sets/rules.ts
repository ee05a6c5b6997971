import { agencyAsOf, subordinatesAsOf } from "@/lib/agencies/rules";
import type { Agency, Organisation } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { lastDay } from "@/lib/core/period";
import { targetSetRefusals as refusals } from "@/lib/i18n/target-sets";
import { isIndicatorCode } from "@/lib/indicators/rules";
import { propose } from "../cascade/rules";
import type { Candidate, CascadeBasis, Child, Demand } from "../cascade/types";
import type { CascadeInput, LineInput } from "./schema";
import { LINE_COMPARISONS } from "./types";

/** A line as the table keeps it. */
export type LineRow = {
  agencyCode: string;
  indicator: string;
  comparison: string;
  basisPoints: number | null;
  countValue: bigint | null;
  baselineYear: number | null;
  scope: string;
  wording: string;
  source: string;
};

/** Two judged lines of the same agency and indicator cannot stand side by side; tracked ones can. */
export function judgedKey({ agency, indicator, comparison }: LineInput): string {
  return comparison === "tracked" ? "tracked" : `${agency} ${indicator}`;
}

export function rowOfLine(line: LineInput): LineRow {
  const { agency, indicator, comparison, pct, count, baselineYear, scope, wording, source } = line;
  return {
    ...{ agencyCode: agency, indicator, comparison, scope, wording, source },
    basisPoints: pct ?? null,
    countValue: count ?? null,
    baselineYear: baselineYear ?? null,
  };
}

/** The inverse of `rowOfLine`. */
export function lineOfRow(row: LineRow): LineInput {
  const comparison = LINE_COMPARISONS.find((each) => each === row.comparison);
  if (comparison === undefined || !isIndicatorCode(row.indicator))
    throw new RangeError(`Not a line: ${row.comparison} ${row.indicator}`);
  const { agencyCode, indicator, basisPoints, countValue, baselineYear, scope, wording, source } = row;
  return {
    ...{ agency: agencyCode, indicator, comparison, scope, wording, source },
    ...{ pct: basisPoints, count: countValue, baselineYear },
  };
}

/** A target that stands outside any set, as a line. */
export function lineOfTarget(
  row: Omit<LineRow, "scope" | "wording" | "basisPoints"> & { basisPoints: number; year: number },
): LineInput {
  const isBaseline = row.comparison === "higherThanBaseline";
  const basisPoints = isBaseline || row.countValue !== null ? null : row.basisPoints;
  const baselineYear = isBaseline ? (row.baselineYear ?? row.year - 1) : null;
  return lineOfRow({ ...row, basisPoints, baselineYear, scope: "", wording: "" });
}

/** A day for a `date` column. */
export function dateOf(day: Day | Date | null): Date | null {
  return typeof day === "string" ? new Date(`${day}T00:00:00Z`) : day;
}

type Version = { version: number; state: string };
type Signable = Version & {
  number: string;
  signedOn: Date | null;
  signer: string;
  legalBasis: string;
};

/** A draft is issued once it is signed, and only when nothing was put in force after it was begun. */
export function assertIssuable<Draft extends Signable>(
  draft: Draft | undefined,
  sets: readonly Version[],
): asserts draft is Draft {
  if (!draft) throw new Failure("precondition", refusals.noDraft);
  if (sets.some(({ version }) => version > draft.version)) throw new Failure("conflict", refusals.overtaken);
  const { number, signedOn, signer, legalBasis } = draft;
  if (!number || !signedOn || !signer || !legalBasis) throw new Failure("precondition", refusals.unsigned);
}

/** The day whose organisation a year's targets are handed down in: the year's first month, when targets are set. */
export function cascadeDay(organisation: Organisation, agency: string, year: number): Day {
  const first = lastDay({ year, month: 1 });
  return agencyAsOf(organisation, agency, first) ? first : lastDay({ year, month: 12 });
}

/** The demand of a judged percentage line; null for every other line. */
export function demandOf(line: LineInput | undefined): Demand | null {
  if (!line || line.pct === null || line.pct === undefined) return null;
  const { comparison, pct } = line;
  if (comparison === "tracked" || comparison === "higherThanBaseline") return null;
  return { comparison, basisPoints: BigInt(pct) };
}

/** Finds judged lines by agency and indicator. */
export function lineFinder(lines: readonly LineInput[]) {
  const judged = new Map(lines.map((line) => [judgedKey(line), line]));
  return (agency: string, indicator: string) => judged.get(`${agency} ${indicator}`);
}

/** Those directly under an agency, with what is eligible under each, and its own docket under its own name. */
export function candidatesUnder(
  organisation: Organisation,
  parent: string,
  day: Day,
  indicator: "R_C" | "R_M",
  basis: CascadeBasis,
): { children: (Agency & Candidate)[]; own: Child } {
  const [totals, owns] = indicator === "R_C" ? [basis.cases, basis.ownCases] : [basis.money, basis.ownMoney];
  const children = subordinatesAsOf(organisation, parent, day).map((agency) => {
    const known = totals.get(agency.code);
    const baseline = known && known.eligible > 0n ? ratioOf(known) : null;
    const weight = known?.completed ?? 0n;
    return { ...agency, agency: agency.code, eligible: known?.eligible ?? 0n, baseline, weight };
  });
  const own = { agency: parent, eligible: owns.get(parent)?.eligible ?? 0n, demand: null };
  return { children, own };
}

function ratioOf({ completed, eligible }: { completed: bigint; eligible: bigint }) {
  return { numerator: completed, denominator: eligible };
}

/** Lines for everybody directly under an agency by a method; null when there is nothing to hand down or nobody to. */
export function proposedLines(
  organisation: Organisation,
  { year, parent, indicator, method }: CascadeInput,
  lines: readonly LineInput[],
  basis: CascadeBasis,
): LineInput[] | null {
  const demand = demandOf(lineFinder(lines)(parent, indicator));
  const day = cascadeDay(organisation, parent, year);
  const { children } = candidatesUnder(organisation, parent, day, indicator, basis);
  if (demand === null || children.length === 0) return null;
  const proposed = propose(method, demand, children);
  return (
    proposed?.flatMap(({ agency, demand: asked }): LineInput[] =>
      asked
        ? [
            {
              ...{ agency, indicator, comparison: asked.comparison, pct: Number(asked.basisPoints) },
              ...{ scope: "", wording: "", source: "" },
            },
          ]
        : [],
    ) ?? null
  );
}
