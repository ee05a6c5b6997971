import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { systemActor } from "@/lib/auth/actor";
import { inViewOf, type Tx } from "@/lib/db/client";
import { figuresVersion, rememberByKey, rememberWhileUnchanged } from "@/lib/db/data-version";
import { signalsOf } from "@/lib/metrics/signals/detect";
import { BUNCHING } from "@/lib/metrics/signals/thresholds";
import type { Signal } from "@/lib/metrics/signals/types";
import { signalYearOf, targetLookup, YEARS_BEFORE, type YearRow, type YearTarget } from "../rules";

/** Every question of one year, whoever may see it, and how many agencies reported the whole of it. */
export type Computed = { signals: readonly Signal[]; compared: number };

const LIMIT = 6;
const everything = systemActor("signals");
const current = rememberWhileUnchanged<Computed>(LIMIT);
const computed = rememberByKey<Computed>(LIMIT);

/**
 * The questions that the effective figures of a year raise. Agencies are compared with all others, so figures are
 * read past any reader's scope: who may see which question is for the caller. Found again only when a figure of these
 * years or a target changed.
 */
export function computeSignals(year: number): Promise<Computed> {
  return current(String(year), async () => {
    const organisation = await getOrganisation();
    const from = year - YEARS_BEFORE;
    const targets = await inViewOf(everything, (tx) => readTargets(tx, year));
    const version = await figuresVersion(from, year);
    const key = JSON.stringify([year, version, targets, organisation.revision.toString()]);
    return computed(key, async () => {
      const rows = await inViewOf(
        everything,
        (tx) => tx.$queryRaw<YearRow[]>`SELECT * FROM signal_years(${from}::int, ${year}::int)`,
      );
      const years = rows.map(signalYearOf);
      const targetOf = targetLookup(organisation, targets, years);
      const compared = years.filter((each) => each.year === year && each.months.every(Boolean)).length;
      return { signals: signalsOf({ years, year, targetOf }), compared };
    });
  });
}

async function readTargets(tx: Tx, year: number): Promise<YearTarget[]> {
  const rows: YearTarget[] = [];
  for (let each = year - BUNCHING.years + 1; each <= year; each += 1) {
    rows.push(
      ...(await tx.$queryRaw<YearTarget[]>`
        SELECT year, agency_code AS "agencyCode", indicator, comparison, basis_points AS "basisPoints",
          CASE WHEN comparison = 'higherThanBaseline' THEN coalesce(baseline_year, year - 1) END AS "baselineYear", source
        FROM targets_known(${each}::int, NULL) WHERE indicator IN ('R_C', 'R_M') ORDER BY agency_code, indicator`),
    );
  }
  return rows;
}
