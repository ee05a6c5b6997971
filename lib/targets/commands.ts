import type { WriteContext } from "@/lib/actions/operation";
import { assertAssignable } from "./rules";
import type { SetTargets, TargetForm } from "./schema";
import { INDICATORS } from "./types";

export type TargetsSet = { agency: string; year: number };

/** Assigns or replaces the lines given; lines not named stay as they are. */
export async function setTargets(context: WriteContext, input: SetTargets): Promise<TargetsSet> {
  const { agency, year, source } = input;
  assertAssignable(context.organisation, agency, year);
  for (const indicator of INDICATORS) {
    const line = input[indicator];
    if (!line) continue;
    const key = { agencyCode: agency, year, indicator };
    const before = await context.tx.target.findUnique({ where: { agencyCode_year_indicator: key } });
    const basisPoints = line.comparison === "higherThanBaseline" ? 0 : (line.pct ?? 0);
    const after = { comparison: line.comparison, basisPoints, source };
    await context.tx.target.upsert({
      where: { agencyCode_year_indicator: key },
      create: { ...key, ...after },
      update: { ...after, version: { increment: 1 } },
    });
    const subject = `target:${agency}:${year}:${indicator}`;
    await context.audit({ chain: "targets", action: "target.set", subject, payload: { before, after } });
  }
  return { agency, year };
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
