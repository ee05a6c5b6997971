import "server-only";
import type { Organisation } from "@/lib/agencies/types";
import type { Period } from "@/lib/core/period";
import { inViewOf } from "@/lib/db/client";
import { rememberWhileUnchanged } from "@/lib/db/data-version";
import type { RateYear } from "@/lib/metrics/forecast/types";
import type { BoardNode, Measure, Scoreboard } from "@/lib/scoreboard/types";
import type { Outlooks } from "../types";
import {
  earlierOf,
  expectedUnits,
  type HistoryRow,
  monthsBack,
  outlookOf,
  placesOf,
  wholeYears,
  yearsOf,
} from "./rules";
import type { History, Level } from "./types";

const histories = rememberWhileUnchanged<History>(24);

/**
 * Forecast and season of the agency of a board, and of the provinces under the nation. Peers are read whoever asks, so
 * that everybody is told the same forecast of the same agency; nothing of theirs leaves but what they teach together.
 */
export async function getOutlooks(
  organisation: Organisation,
  { root, children, period }: Scoreboard,
): Promise<{ outlook: Outlooks; childOutlooks: ReadonlyMap<string, Outlooks> }> {
  const isNation = root.kind === "GENERAL_DEPARTMENT";
  const level: Level = root.kind === "DISTRICT" ? "units" : "provinces";
  const history = await getHistory(organisation, level, period);
  const of = (node: BoardNode, own: (measure: Measure) => readonly RateYear[]): Outlooks => {
    const look = (measure: Measure) =>
      outlookOf(node, measure, period, { own: own(measure), learnt: history[measure].learnt });
    return { cases: look("cases"), money: look("money") };
  };
  const yearsAt = (code: string) => (measure: Measure) => history[measure].years.get(code) ?? [];
  const whole = (measure: Measure) => wholeYears(history[measure].years, children.length);
  return {
    outlook: of(root, isNation ? whole : yearsAt(root.agency)),
    childOutlooks: new Map(
      isNation ? children.map((child) => [child.agency, of(child, yearsAt(child.agency))]) : [],
    ),
  };
}

function getHistory(organisation: Organisation, level: Level, period: Period): Promise<History> {
  const key = JSON.stringify([level, period.year, period.month]);
  return histories(key, async () => {
    const places = placesOf(organisation, level, period);
    const rows = await readHistory(places, period);
    const expected = expectedUnits(organisation, places);
    const of = (measure: Measure) => earlierOf(yearsOf(rows, expected, measure), period);
    return { cases: of("cases"), money: of("money") };
  });
}

function readHistory(
  places: readonly { code: string; node: string }[],
  period: Period,
): Promise<HistoryRow[]> {
  const { from, to, months } = monthsBack(period);
  const [codes, nodes] = [places.map(({ code }) => code), places.map(({ node }) => node)];
  return inViewOf(
    { userId: "system:overview", reach: "*" },
    (tx) => tx.$queryRaw<HistoryRow[]>`
      SELECT f.year, f.month, p.node, f.measure, count(*)::int AS reports, sum(f.done)::text AS done,
        sum(f.eligible)::text AS eligible
      FROM report_figures f
      JOIN unnest(${codes}::text[], ${nodes}::text[]) AS p (code, node) ON p.code = f.agency_code
      WHERE f.year BETWEEN ${from}::int AND ${to}::int AND f.month = ANY (${months}::int[])
        AND f.standing = 'EFFECTIVE' AND f.slice = 'total'
      GROUP BY f.year, f.month, p.node, f.measure`,
  );
}
