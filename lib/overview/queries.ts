import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Organisation } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { lastDay, type Period, previousPeriod } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { countedFigures } from "@/lib/db/counted-figures";
import { rememberWhileUnchanged } from "@/lib/db/data-version";
import type { Prisma } from "@/lib/db/generated/client";
import { getForecast, listForecasts } from "@/lib/forecasts/queries";
import type { AgencyForecast } from "@/lib/forecasts/types";
import { getReferenceDay, listKnownProgress, listProgress } from "@/lib/results/completeness/queries";
import { completenessOf } from "@/lib/results/completeness/rules";
import { getScoreboard } from "@/lib/scoreboard/queries";
import type { Scoreboard } from "@/lib/scoreboard/types";
import {
  expectedUnits,
  type HistoryRow,
  monthsBack,
  seasonOf,
  unitsEverUnder,
  yearsOf,
} from "./history/rules";
import { type AnsweredRow, type Ask, asksAbout, placedOn, snapshotOf, unitsUnder, yearLineOf } from "./rules";
import {
  DOCKET_COLUMNS,
  type Docket,
  type DocketColumn,
  type Forecasts,
  type Overview,
  type Timeliness,
} from "./types";

/** What to show; without an agency the reader's own, without a period the newest with approved figures. */
export type OverviewQuery = {
  agency?: string | undefined;
  year?: number | undefined;
  month?: number | undefined;
  /** Everything as it was known at this instant; without it, now. */
  at?: Date | undefined;
};

const overviews = rememberWhileUnchanged<Overview>(200);
const twelve = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The overview of an agency and those under it. Foreign and missing agencies are refused alike. */
export function getOverview(actor: Actor, { agency, year, month, at }: OverviewQuery): Promise<Overview> {
  const viewer =
    actor.via === "system" ? "system" : actor.assignments.map(({ role, agency }) => [role, agency]);
  const key = JSON.stringify([viewer, agency ?? null, year ?? null, month ?? null, at ?? null]);
  return overviews(key, () => readOverview(actor, { agency, year, month, at }));
}

async function readOverview(actor: Actor, { agency, year, month, at }: OverviewQuery): Promise<Overview> {
  const asked = { agency, year, month, at, includeSubmitted: false, withYear: true };
  const board = await getScoreboard(actor, asked);
  const organisation = await getOrganisation();
  const [read, forecasts] = await Promise.all([
    inViewOf(actor, (tx) => readBeside(tx, actor, organisation, board)),
    readForecasts(actor, board),
  ]);
  return { board, ...read, ...forecasts };
}

/** The agency's own forecast and, for the nation before the year's end, those of its provinces. */
async function readForecasts(actor: Actor, { root, period, knownAt }: Scoreboard) {
  const asked = { agency: root.agency, ...period, at: knownAt ?? undefined };
  const [own, below] = await Promise.all([
    getForecast(actor, asked),
    root.kind !== "GENERAL_DEPARTMENT" || period.month === 12 ? [] : listForecasts(actor, asked),
  ]);
  const of = ({ measures }: AgencyForecast): Forecasts => ({
    cases: measures.cases.outlook,
    money: measures.money.outlook,
  });
  return {
    forecasts: of(own),
    childForecasts: new Map(below.map((each) => [each.node.agency, of(each)])),
  };
}

async function readBeside(tx: Tx, actor: Actor, organisation: Organisation, board: Scoreboard) {
  const { period, knownAt } = board;
  const day = lastDay(period);
  const before = previousPeriod(period);
  const lastYear = { year: period.year - 1, month: period.month };
  const rows = await readRows(tx, readable(actor, organisation, asksOf(organisation, board)), knownAt);
  const place = (node: string) => placedOn(organisation, node, day);
  const of = (purpose: Ask["purpose"]) => rows.filter((row) => row.purpose === purpose);
  return {
    monthBefore: before && snapshotOf(of("monthBefore"), before, place),
    yearBefore: snapshotOf(of("yearBefore"), lastYear, place),
    yearLine: [...board.year, ...yearLineOf(of("year"))].sort((a, b) => a.month - b.month),
    yearLineBefore: yearLineOf(of("yearBefore")),
    season: await readSeason(tx, organisation, board),
    ...(await readUnits(tx, organisation, board)),
  };
}

function asksOf(organisation: Organisation, { root, period, year: line }: Scoreboard): Ask[] {
  const { year, month } = period;
  const before = previousPeriod(period);
  const known = new Set(line.map((point) => point.month));
  const missing = twelve.filter((each) => each <= month && !known.has(each));
  const about = (purpose: Ask["purpose"], asked: Period & { months: readonly number[] }) =>
    asksAbout(organisation, root.agency, purpose, asked);
  return [
    ...(before ? about("monthBefore", { ...before, months: [before.month] }) : []),
    ...about("yearBefore", { year: year - 1, month, months: twelve }),
    ...(missing.length > 0 ? about("year", { year, month: missing.at(-1) ?? 1, months: missing }) : []),
  ];
}

/** A sum without a part that the reader may not see would be wrong: such a purpose is not asked at all. */
function readable(actor: Actor, organisation: Organisation, asks: readonly Ask[]): Ask[] {
  const isSeen = ({ root, days }: Ask) =>
    days.every((day) => can(actor, "results.read", { agency: root, day }, organisation));
  const hidden = new Set(asks.filter((ask) => !isSeen(ask)).map(({ purpose }) => purpose));
  return asks.filter(({ purpose }) => !hidden.has(purpose));
}

function readRows(tx: Tx, asks: readonly Ask[], at: Date | null): Promise<AnsweredRow[]> {
  if (asks.length === 0) return Promise.resolve([]);
  return tx.$queryRaw<AnsweredRow[]>`
    SELECT ask.purpose, ask.year, s.month, s.node, s.expected, s.reported, s.cases_done AS "casesDone",
      s.cases_eligible AS "casesEligible", s.money_done AS "moneyDone", s.money_eligible AS "moneyEligible"
    FROM jsonb_to_recordset(${JSON.stringify(asks)}::jsonb)
      AS ask (purpose text, root text, year int, month int, months int[], days date[]),
      LATERAL scoreboard(ask.root, ask.year, ask.month, ask.months, ask.days, false, ${at}::timestamptz) AS s`;
}

async function readUnits(
  tx: Tx,
  organisation: Organisation,
  { root: { agency: root }, period, knownAt }: Scoreboard,
): Promise<{ docket: Docket; timeliness: Timeliness }> {
  const units = unitsUnder(organisation, root, lastDay(period));
  const codes = units.map(({ code }) => code);
  const sums = await readSums(tx, countedFigures(knownAt, [period.year], [period.month]), codes);
  const progress = knownAt
    ? await listKnownProgress(tx, units, period, knownAt)
    : await listProgress(tx, units, period, await getReferenceDay());
  return {
    docket: { cases: sumsOf(sums, "cases"), money: sumsOf(sums, "money") },
    timeliness: {
      counts: completenessOf(root, "", progress),
      late: progress.filter(({ isLate, wasLate }) => isLate || wasLate),
    },
  };
}

async function readSeason(
  tx: Tx,
  organisation: Organisation,
  { root, period, knownAt }: Scoreboard,
): Promise<Overview["season"]> {
  const { from, to, months } = monthsBack(period);
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const units = unitsEverUnder(organisation, root.agency, period);
  const rows = await tx.$queryRaw<HistoryRow[]>`
    SELECT year, month, measure, count(*)::int AS reports, sum(done)::text AS done, sum(eligible)::text AS eligible
    FROM ${countedFigures(knownAt, years, months)} f
    WHERE slice = 'total' AND agency_code = ANY (${units}::text[])
    GROUP BY year, month, measure`;
  const expected = (then: Period) => expectedUnits(organisation, units, then);
  return {
    cases: seasonOf(yearsOf(rows, expected, "cases"), period),
    money: seasonOf(yearsOf(rows, expected, "money"), period),
  };
}

type SumRow = { measure: string } & Record<DocketColumn, string | null>;

function readSums(tx: Tx, figures: Prisma.Sql, units: string[]): Promise<SumRow[]> {
  return tx.$queryRaw<SumRow[]>`
    SELECT measure, sum(completed)::text AS completed, sum(terminated)::text AS terminated,
      sum(reduced)::text AS reduced, sum(in_progress)::text AS "inProgress",
      sum(postponed_by_agreement)::text AS "postponedByAgreement",
      sum(suspended_eligible)::text AS "suspendedEligible", sum(other_eligible)::text AS "otherEligible",
      sum(no_condition)::text AS "noCondition",
      sum(postponed_or_suspended_other)::text AS "postponedOrSuspendedOther"
    FROM ${figures} f WHERE slice = 'total' AND agency_code = ANY (${units}::text[])
    GROUP BY measure`;
}

function sumsOf(rows: readonly SumRow[], measure: string): Partial<Record<DocketColumn, bigint>> {
  const sums = rows.find((row) => row.measure === measure);
  return Object.fromEntries(
    DOCKET_COLUMNS.flatMap((column) => {
      const sum = sums?.[column] ?? null;
      return sum === null ? [] : [[column, BigInt(sum)]];
    }),
  );
}
