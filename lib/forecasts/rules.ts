import { lineageOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import { lastDay, type Period, periodKey } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import type { Measure } from "@/lib/form/columns";
import { forecastAlone } from "@/lib/metrics/forecast/alone";
import { forecast, forecastFrom, type Learnt } from "@/lib/metrics/forecast/forecast";
import type { Forecast, Peer, RateYear, Refusal } from "@/lib/metrics/forecast/types";
import { existsOn, groupedUnder } from "@/lib/metrics/series/lineage";
import { placementOf } from "@/lib/metrics/series/placement";
import type { BoardNode } from "@/lib/scoreboard/types";
import type { ForecastLevel } from "./types";

/** Earlier years looked at. */
export const YEARS_BACK = 10;

/** The level of a node of the board. */
export function levelOf({ kind, own }: Pick<BoardNode, "kind" | "own">): ForecastLevel {
  if (kind === "GENERAL_DEPARTMENT") return "nation";
  if (kind === "DISTRICT") return "district";
  return own ? "office" : "province";
}

/** A unit that reported then, where its work stands on the day of the forecast, and the node that counts it. */
export type Member = { unit: string; today: string; node: string };

/** Months read with the same organisation. */
export type Era = { periods: Period[]; units: Member[] };

/**
 * The same month and the last month of the earlier years, with whoever reported then counted where its work stands on
 * the last day of the period that is forecast: a merged agency has the years of those it took over.
 */
export function erasOf(organisation: Organisation, level: ForecastLevel, period: Period): Era[] {
  const base = lastDay(period);
  const place = placed(organisation, level, base);
  const eras = new Map<string, Era>();
  for (let year = period.year - YEARS_BACK; year < period.year; year += 1) {
    for (const month of [period.month, 12]) {
      const day = lastDay({ year, month });
      const key = organisationKey(organisation, day);
      const era = eras.get(key) ?? { periods: [], units: place(day) };
      era.periods.push({ year, month });
      eras.set(key, era);
    }
  }
  return [...eras.values()];
}

function placed(organisation: Organisation, level: ForecastLevel, base: Day): (day: Day) => Member[] {
  const lineage = lineageOf(organisation);
  const placement = placementOf(lineage, []);
  const reporting = [...organisation.kinds].filter(([, kind]) => kind !== "GENERAL_DEPARTMENT");
  const nodeOf = nodes(organisation, level, base);
  return (day) =>
    reporting.flatMap(([unit]) => {
      if (!existsOn(lineage, unit, day)) return [];
      const [part, other] = placement(unit, day, base);
      const node = part === undefined || other !== undefined ? null : nodeOf(part.agency);
      return part === undefined || node === null ? [] : [{ unit, today: part.agency, node }];
    });
}

function nodes(organisation: Organisation, level: ForecastLevel, base: Day): (unit: string) => string | null {
  const { kinds } = organisation;
  if (level === "district") return (unit) => (kinds.get(unit) === "DISTRICT" ? unit : null);
  if (level === "office") return (unit) => (kinds.get(unit) === "PROVINCE" ? unit : null);
  const wanted = level === "nation" ? "GENERAL_DEPARTMENT" : "PROVINCE";
  const heads = new Set([...kinds].flatMap(([code, kind]) => (kind === wanted ? [code] : [])));
  const grouped = groupedUnder(lineageOf(organisation), heads);
  return (unit) => {
    const head = grouped(unit, base);
    return heads.has(head) ? head : null;
  };
}

/** Equal for days between which nothing changed. */
function organisationKey({ versions }: Organisation, day: Day): string {
  let last = "";
  for (const { validFrom, validUntil } of [...versions.values()].flat()) {
    if (validFrom <= day && validFrom > last) last = validFrom;
    if (validUntil !== null && validUntil <= day && validUntil > last) last = validUntil;
  }
  return last;
}

/** Sums of one node, month and measure as the database answers them. */
export type ProfileRow = Period & {
  node: string;
  measure: string;
  reported: number;
  illustrative: boolean;
  numerator: string;
  denominator: string;
};

/** Rows as the years of every node. A year counts only when as many reported at its month as at its end. */
export function profilesOf(rows: readonly ProfileRow[], month: number): Record<Measure, Peer[]> {
  const cells = new Map(rows.map((row) => [cellKey(row, row), row]));
  const spots = new Map(rows.map((row) => [`${row.measure} ${row.node} ${row.year}`, row]));
  const books = { cases: new Map<string, RateYear[]>(), money: new Map<string, RateYear[]>() };
  for (const spot of spots.values()) {
    const book = books[spot.measure === "cases" ? "cases" : "money"];
    const [at, end] = [month, 12].map((each) => cells.get(cellKey(spot, { ...spot, month: each })));
    if (!at || !end || at.reported !== end.reported) continue;
    const months = new Array<Ratio | null>(12).fill(null);
    months[month - 1] = ratioOf(at);
    months[11] = ratioOf(end);
    book.set(spot.node, [...(book.get(spot.node) ?? []), { year: spot.year, months }]);
  }
  const peers = (measure: Measure) => [...books[measure]].map(([agency, years]) => ({ agency, years }));
  return { cases: peers("cases"), money: peers("money") };
}

function cellKey({ node, measure }: Pick<ProfileRow, "node" | "measure">, period: Period): string {
  return `${measure} ${node} ${periodKey(period)}`;
}

function ratioOf({ numerator, denominator }: ProfileRow): Ratio {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** What is known to forecast one node from; `learnt` is null at the level without peers. */
export type Known = {
  own: Readonly<Record<Measure, readonly Peer[]>>;
  learnt: Lessons | null;
};

/** What all agencies of a level teach about one month. */
export type Lessons = Readonly<Record<Measure, Learnt | Refusal>> & { illustrative: boolean };

/** How both measures of a node will end. */
export function outlooksOf(
  node: BoardNode,
  { year, month }: Period,
  { own, learnt }: Known,
): Record<Measure, Forecast | Refusal> {
  const outlook = (measure: Measure): Forecast | Refusal => {
    const { ratio, target } = node[measure];
    const ownHistory = own[measure].find(({ agency }) => agency === node.agency)?.years ?? [];
    const current = Array.from({ length: 12 }, (_, index) => (index === month - 1 ? ratio : null));
    const asked = { measure, year, month, current, ownHistory, target: target?.target ?? null };
    const taught = learnt?.[measure];
    if (taught === undefined) return forecastAlone(asked);
    if (month === 12 || ratio === null) return forecast({ ...asked, peers: [] });
    return taught.kind === "refusal" ? taught : forecastFrom(taught, asked);
  };
  return { cases: outlook("cases"), money: outlook("money") };
}
