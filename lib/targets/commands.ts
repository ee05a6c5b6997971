import type { WriteContext } from "@/lib/actions/operation";
import { assertAssignable } from "./rules";
import type { SetTargets, TargetForm } from "./schema";
import { amendTargetSet } from "./sets/commands";
import type { LineInput } from "./sets/schema";
import { INDICATORS } from "./types";

export type TargetsSet = { agency: string; year: number };

/** Assigns or replaces the lines given, as an amendment of the year's set; lines not named stay as they are. */
export async function setTargets(context: WriteContext, input: SetTargets): Promise<TargetsSet> {
  const { agency, year, source } = input;
  assertAssignable(context.organisation, agency, year);
  const lines: LineInput[] = [];
  for (const indicator of INDICATORS) {
    const line = input[indicator];
    if (!line) continue;
    const key = { agencyCode: agency, year, indicator };
    const before = await context.tx.target.findUnique({ where: { agencyCode_year_indicator: key } });
    const isBaseline = line.comparison === "higherThanBaseline";
    const pct = isBaseline ? null : (line.pct ?? 0);
    const baselineYear = isBaseline ? year - 1 : null;
    const words = { source, scope: "", wording: "" };
    lines.push({ agency, indicator, comparison: line.comparison, pct, baselineYear, ...words });
    const payload = {
      before: stated(before),
      after: { comparison: line.comparison, basisPoints: pct ?? 0, source },
    };
    const subject = `target:${agency}:${year}:${indicator}`;
    await context.audit({ chain: "targets", action: "target.set", subject, payload });
  }
  await amendTargetSet(context, year, lines);
  return { agency, year };
}

type Stored = { comparison: string; basisPoints: number; source: string; version: number };

function stated(row: Stored | null): Stored | null {
  if (row === null) return null;
  const { comparison, basisPoints, source, version } = row;
  return { comparison, basisPoints, source, version };
}

/** The same from the page's flat form. */
export function setTargetsByForm(context: WriteContext, form: TargetForm): Promise<TargetsSet> {
  const { agency, year, source, cases, money } = form;
  return setTargets(context, {
    agency,
    year,
    source,
    ...(cases === undefined ? {} : { R_C: { comparison: form.casesComparison, pct: cases } }),
    ...(money === undefined ? {} : { R_M: { comparison: form.moneyComparison, pct: money } }),
  });
}
