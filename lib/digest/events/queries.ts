import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf, subordinatesAsOf, superiorsAsOf } from "@/lib/agencies/rules";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { lastDay, type Period, periodKey } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import { inViewOf, type Tx } from "@/lib/db/client";
import { MEASURES, type Measure } from "@/lib/scoreboard/types";
import type { ReportEvent } from "../types";

/** More than these are counted, not listed. */
const MOST_EVENTS = 300;

type EventsQuery = { root: string; period: Period; from: Date; until: Date };

type StepRow = {
  agency: string;
  year: number;
  month: number;
  revision: number;
  step: "APPROVED" | "RETURNED";
  at: Date;
  code: string | null;
  text: string | null;
};

/**
 * What was corrected, sent back, or signed for other periods than the boards', after one instant up to another, of an
 * agency and those below it. Oldest first, from steps that are never changed.
 */
export async function listEvents(
  actor: Actor,
  { root, period, from, until }: EventsQuery,
): Promise<{ events: ReportEvent[]; more: number }> {
  const organisation = await getOrganisation();
  return inViewOf(actor, async (tx) => {
    const steps = (await listSteps(tx, period, from, until)).flatMap((step) => {
      const day = lastDay(step);
      const agency = agencyAsOf(organisation, step.agency, day);
      const isWithin = step.agency === root || superiorsAsOf(organisation, step.agency, day).includes(root);
      const isReadable = can(actor, "results.read", { agency: step.agency, day }, organisation);
      return agency && isWithin && isReadable ? [{ ...step, name: agency.name }] : [];
    });
    const listed = steps.slice(0, MOST_EVENTS);
    const rates = await correctedRates(tx, listed, from, until);
    const events = listed.map((step): ReportEvent => {
      const { agency, name, year, month, revision, at, code, text } = step;
      const isOffice = subordinatesAsOf(organisation, agency, lastDay(step)).length > 0;
      const kind = kindOf(step);
      return {
        ...{ agency, name, isOffice, period: { year, month }, revision, kind, at },
        reason: kind === "RETURNED" ? { code: code ?? "OTHER", text: text ?? "" } : null,
        rates: kind === "CORRECTED" ? (rates.get(keyOf(step)) ?? null) : null,
      };
    });
    return { events, more: steps.length - listed.length };
  });
}

function kindOf({ step, revision }: Pick<StepRow, "step" | "revision">): ReportEvent["kind"] {
  if (step === "RETURNED") return "RETURNED";
  return revision > 1 ? "CORRECTED" : "SIGNED";
}

function keyOf({ agency, year, month }: { agency: string } & Period): string {
  return `${agency} ${periodKey({ year, month })}`;
}

function listSteps(tx: Tx, period: Period, from: Date, until: Date): Promise<StepRow[]> {
  return tx.$queryRaw<StepRow[]>`
    SELECT agency_code AS agency, year, month, revision, step, at, return_code AS code, return_text AS text
    FROM report_step
    WHERE at > ${from}::timestamptz AND at <= ${until}::timestamptz AND (step = 'RETURNED'
      OR step = 'APPROVED' AND (revision > 1 OR (year, month) <> (${period.year}::int, ${period.month}::int)))
    ORDER BY at, agency_code, year, month, revision, step`;
}

type Rates = NonNullable<ReportEvent["rates"]>;

/** Both rates of every corrected report at both instants. */
async function correctedRates(
  tx: Tx,
  steps: readonly (Pick<StepRow, "step" | "revision"> & { agency: string } & Period)[],
  from: Date,
  until: Date,
): Promise<ReadonlyMap<string, Rates>> {
  const corrected = steps.filter((step) => kindOf(step) === "CORRECTED");
  const periods = new Map(corrected.map(({ year, month }) => [periodKey({ year, month }), { year, month }]));
  const rates = new Map<string, Rates>();
  for (const [key, period] of periods) {
    const agencies = corrected.filter((step) => periodKey(step) === key).map(({ agency }) => agency);
    const [before, after] = [
      await ratiosAt(tx, period, agencies, from),
      await ratiosAt(tx, period, agencies, until),
    ];
    for (const agency of agencies) {
      const of = (measure: Measure) => ({
        before: before.get(`${agency} ${measure}`) ?? null,
        after: after.get(`${agency} ${measure}`) ?? null,
      });
      const [cases, money] = MEASURES.map(of);
      if (cases && money) rates.set(keyOf({ agency, ...period }), { cases, money });
    }
  }
  return rates;
}

async function ratiosAt(
  tx: Tx,
  { year, month }: Period,
  agencies: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, Ratio>> {
  const rows = await tx.$queryRaw<{ agency: string; measure: string; done: string; eligible: string }[]>`
    SELECT agency_code AS agency, measure, done::text AS done, eligible::text AS eligible
    FROM figures_known(${year}::int, ARRAY[${month}::int], ${at}::timestamptz)
    WHERE slice = 'total' AND done IS NOT NULL AND eligible IS NOT NULL AND agency_code = ANY (${[...agencies]})`;
  return new Map(
    rows.map(({ agency, measure, done, eligible }) => [
      `${agency} ${measure}`,
      { numerator: BigInt(done), denominator: BigInt(eligible) },
    ]),
  );
}
