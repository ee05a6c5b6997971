import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf, superiorsAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { Failure } from "@/lib/core/failure";
import { lastDay, type Period, periodKey } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import { inViewOf, type Tx } from "@/lib/db/client";
import { findIndicator } from "@/lib/indicators/rules";
import { getScoreboard } from "@/lib/scoreboard/queries";
import type { BoardNode, Measure, Scoreboard } from "@/lib/scoreboard/types";
import { getSeries } from "@/lib/series/queries";
import { participants, windowOf } from "../rules";
import type { Campaign, Line } from "../types";
import { countStanding, rankedStandings, rateStanding, targetOf } from "./rules";
import type { AgencyStanding, LineStanding, Live, LiveLine } from "./types";

const MEASURE_OF: Readonly<Partial<Record<string, Measure>>> = { R_C: "cases", R_M: "money" };

/** Everything one look at a campaign's figures needs. */
type Look = {
  actor: Actor;
  organisation: Organisation;
  campaign: Campaign;
  root: string;
  /** By the window's key. */
  boards: ReadonlyMap<string, Scoreboard>;
  baselines: ReadonlyMap<number, Scoreboard | null>;
  caseloads: ReadonlyMap<string, bigint>;
  asked: ReadonlySet<string>;
};

/** Where the lines of a campaign stand on the reports of one agency and those below it; null when none is asked. */
export async function readLive(campaign: Campaign, root: string, actor: Actor): Promise<Live | null> {
  const organisation = await getOrganisation();
  const lines = campaign.lines.filter(({ kind }) => kind === "INDICATOR");
  if (lines.length === 0) return null;
  const windows = distinct(lines.flatMap((line) => windowOf(campaign, line) ?? []));
  const periods = await inViewOf(actor, (tx) => readNewest(tx, windows));
  const headline = lines.filter(({ indicator }) => MEASURE_OF[indicator ?? ""] !== undefined);
  const boards = new Map<string, Scoreboard>();
  for (const window of distinct(headline.flatMap((line) => windowOf(campaign, line) ?? []))) {
    const period = periods.get(periodKey(window));
    const board = period && (await boardOf(actor, root, period));
    if (board) boards.set(periodKey(window), board);
  }
  const baselines = new Map<number, Scoreboard | null>();
  for (const year of new Set(headline.flatMap(({ baselineYear }) => baselineYear ?? [])))
    baselines.set(year, await boardOf(actor, root, { year, month: 12 }));
  const banded = headline.find(({ bands }) => bands !== null);
  const bandPeriod = banded && periods.get(periodKey(windowOf(campaign, banded) ?? { year: 0, month: 0 }));
  const caseloads = bandPeriod
    ? await inViewOf(actor, (tx) => readCaseloads(tx, organisation, root, bandPeriod))
    : new Map<string, bigint>();
  const asked = new Set(participants(organisation, campaign).map(({ code }) => code));
  const look = { actor, organisation, campaign, root, boards, baselines, caseloads, asked };
  const live: LiveLine[] = [];
  for (const line of lines) live.push(await liveLine(look, line, periods));
  const compared = live.filter(({ isCompared }) => isCompared).map(({ line }) => line);
  const standings = rankedStandings(
    standingsOf(look, compared),
    compared.map(({ position }) => position),
  );
  const name = [...boards.values()][0]?.root.name ?? nameOf(organisation, root, campaign);
  return {
    root: { agency: root, name },
    lines: live,
    standings,
    ranked: standings.filter(({ rank }) => rank).length,
  };
}

function nameOf(organisation: Organisation, code: string, { endsOn }: Campaign): string {
  return (
    agencyAsOf(organisation, code, endsOn)?.name ?? organisation.versions.get(code)?.at(-1)?.name ?? code
  );
}

/** The board of an agency; null when it did not stand then. */
async function boardOf(actor: Actor, agency: string, period: Period): Promise<Scoreboard | null> {
  try {
    return await getScoreboard(actor, { agency, ...period, includeSubmitted: false, withYear: false });
  } catch (error) {
    if (error instanceof Failure && error.code === "not-found") return null;
    throw error;
  }
}

async function liveLine(look: Look, line: Line, periods: ReadonlyMap<string, Period>): Promise<LiveLine> {
  const window = windowOf(look.campaign, line);
  const period = window && (periods.get(periodKey(window)) ?? null);
  const measure = MEASURE_OF[line.indicator ?? ""];
  if (window === null || period === null) return { line, window, period, standing: null, isCompared: false };
  const board = look.boards.get(periodKey(window));
  if (measure && board) {
    const standing = nodeStanding(look, line, board.root);
    return { line, window, period, standing, isCompared: true };
  }
  const standing = measure ? null : await seriesStanding(look, line, window, period);
  return { line, window, period, standing, isCompared: false };
}

/** An indicator beside the two headline ones: the value that its series shows. */
async function seriesStanding(
  { actor, root, campaign }: Look,
  line: Line,
  window: Period,
  { year, month }: Period,
): Promise<LineStanding | null> {
  const { indicator } = line;
  if (indicator === null) return null;
  const valueIn = async (from: number, at: number) => {
    const series = await getSeries(actor, { agency: root, indicator, from, to: from, base: "then" }).catch(
      missing,
    );
    return series?.points.find(({ period }) => period.month === at) ?? null;
  };
  const point = await valueIn(year, month);
  const when = { month, last: window.month };
  if (findIndicator(indicator)?.kind === "count") return countStanding(point?.numerator ?? null, line, when);
  const before = line.baselineYear === null ? null : await valueIn(line.baselineYear, 12);
  const isAsked = line.scope === "EACH" || campaign.scopeAgencies.includes(root);
  const target = targetOf(line, { isAsked, caseload: null, baseline: ratioIn(before), assigned: null });
  return rateStanding(ratioIn(point), target, when);
}

function missing(error: unknown): null {
  if (error instanceof Failure && error.code === "not-found") return null;
  throw error;
}

function ratioIn(point: { numerator: bigint | null; denominator: bigint | null } | null): Ratio | null {
  if (point === null || point.numerator === null || point.denominator === null) return null;
  return { numerator: point.numerator, denominator: point.denominator };
}

function nodeStanding(look: Look, line: Line, node: BoardNode): LineStanding {
  const measure = MEASURE_OF[line.indicator ?? ""] ?? "cases";
  const window = windowOf(look.campaign, line);
  const board = window && look.boards.get(periodKey(window));
  const before = line.baselineYear === null ? null : look.baselines.get(line.baselineYear);
  const earlier = before && [before.root, ...before.children].find(isSame(node));
  const isWhole = look.campaign.scopeAgencies.includes(node.agency) && !node.own;
  const target = targetOf(line, {
    isAsked: line.scope === "TOTAL" ? isWhole : look.asked.has(node.agency),
    caseload: look.caseloads.get(node.own ? `${node.agency} own` : node.agency) ?? null,
    baseline: earlier?.[measure].ratio ?? null,
    assigned: node[measure].target?.target ?? null,
  });
  const when = { month: board?.period.month ?? 12, last: window?.month ?? 12 };
  return rateStanding(node[measure].ratio, target, when);
}

function isSame(node: BoardNode) {
  return (other: BoardNode) => other.agency === node.agency && other.own === node.own;
}

/** The agencies below the one looked at that take part, each with every compared line. */
function standingsOf(look: Look, lines: readonly Line[]): Omit<AgencyStanding, "met" | "judged" | "rank">[] {
  const windows = lines.flatMap((line) => windowOf(look.campaign, line) ?? []);
  const [board] = windows.flatMap((window) => look.boards.get(periodKey(window)) ?? []);
  const kinds: readonly string[] = look.campaign.scopeKinds;
  const nodes = (board?.children ?? []).filter(
    ({ kind, own }) => kinds.includes(kind) && (!own || kinds.includes("DISTRICT")),
  );
  return nodes.map((node) => ({
    agency: node.agency,
    name: node.name,
    kind: node.kind,
    own: node.own,
    caseload: look.caseloads.get(node.own ? `${node.agency} own` : node.agency) ?? null,
    illustrative: node.illustrative,
    lines: Object.fromEntries(
      lines.flatMap((line) => {
        const window = windowOf(look.campaign, line);
        const of = window && look.boards.get(periodKey(window))?.children.find(isSame(node));
        return of ? [[line.position, nodeStanding(look, line, of)]] : [];
      }),
    ),
  }));
}

function distinct(periods: readonly Period[]): Period[] {
  return [...new Map(periods.map((period) => [periodKey(period), period])).values()];
}

/** For each window the newest month of its year up to it that anybody within view has reported. */
async function readNewest(tx: Tx, windows: readonly Period[]): Promise<Map<string, Period>> {
  const found = new Map<string, Period>();
  for (const window of windows) {
    const newest = await tx.reportFigures.findFirst({
      where: { year: window.year, month: { lte: window.month }, standing: "EFFECTIVE", slice: "total" },
      select: { month: true },
      orderBy: { month: "desc" },
    });
    if (newest) found.set(periodKey(window), { year: window.year, month: newest.month });
  }
  return found;
}

/** The dockets (column 01) in cases of an agency, of each directly below it with all its units, and of its own office. */
async function readCaseloads(
  tx: Tx,
  organisation: Organisation,
  root: string,
  { year, month }: Period,
): Promise<Map<string, bigint>> {
  const rows = await tx.$queryRaw<{ agency: string; cases: bigint }[]>`
    SELECT agency_code AS agency, total_to_resolve AS cases FROM report_figures
    WHERE year = ${year}::int AND month = ${month}::int AND measure = 'cases' AND slice = 'total'
      AND standing = 'EFFECTIVE'`;
  const day = lastDay({ year, month });
  const sums = new Map<string, bigint>();
  const add = (node: string, cases: bigint) => sums.set(node, (sums.get(node) ?? 0n) + cases);
  for (const { agency, cases } of rows) {
    const chain = [agency, ...superiorsAsOf(organisation, agency, day)];
    const at = chain.indexOf(root);
    if (at === -1) continue;
    add(root, cases);
    add(chain[at - 1] ?? `${root} own`, cases);
  }
  return sums;
}

/** Whose figures a reader is shown first: the one asked for, else the campaign's, else their own that takes part. */
export async function rootFor(
  campaign: Campaign,
  agency: string | undefined,
  actor: Actor,
): Promise<string | null> {
  const organisation = await getOrganisation();
  const windows = [campaign.scoring, ...campaign.phases.map(({ scoring }) => scoring)].filter(
    (each) => each !== null,
  );
  const [window] = windows;
  const day = window ? lastDay(window) : campaign.endsOn;
  const mayRead = (code: string) => can(actor, "results.read", { agency: code, day }, organisation);
  const asked = participants(organisation, campaign).map(({ code }) => code);
  const within = new Set([...campaign.scopeAgencies, ...asked]);
  if (agency !== undefined) return within.has(agency) && mayRead(agency) ? agency : null;
  const homes = actor.assignments.flatMap((each) => [
    each.agency,
    ...(organisation.predecessors.get(each.agency) ?? []),
  ]);
  return [...campaign.scopeAgencies, ...homes.filter((code) => within.has(code))].find(mayRead) ?? null;
}
