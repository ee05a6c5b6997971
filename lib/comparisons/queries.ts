import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { unitsWithin } from "@/lib/agencies/rules";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { Failure } from "@/lib/core/failure";
import { lastDay, type Period } from "@/lib/core/period";
import { inViewOf } from "@/lib/db/client";
import { sumColumns } from "@/lib/results/sums/queries";
import { getScoreboard } from "@/lib/scoreboard/queries";
import type { Measure, Scoreboard } from "@/lib/scoreboard/types";
import { getSeries } from "@/lib/series/queries";
import { candidatesOn, suggestionsOf, YEARS_COMPARED } from "./rules";
import type { Compared, Comparison } from "./types";

export type ComparisonQuery = {
  agencies: readonly string[];
  year?: number | undefined;
  month?: number | undefined;
  measure: Measure;
  q?: string;
};

/**
 * Agencies side by side. Foreign and missing ones are left out alike and named alike; when none of those asked for is
 * left, the whole is refused like a missing page.
 */
export async function getComparison(actor: Actor, query: ComparisonQuery): Promise<Comparison> {
  const { agencies, year, month, measure, q = "" } = query;
  const asked = { year, month, includeSubmitted: false, withYear: false };
  const home = await getScoreboard(actor, asked);
  const { period } = home;
  const boards = await Promise.all(agencies.map((agency) => boardOrNull(actor, { agency, ...period })));
  const there = boards.filter((board) => board !== null);
  if (agencies.length > 0 && there.length === 0) throw notFound();
  const organisation = await getOrganisation();
  const day = lastDay(period);
  const mayRead = (agency: string) => can(actor, "results.read", { agency, day }, organisation);
  const isNew = ({ agency }: { agency: string }) => !agencies.includes(agency);
  return {
    ...{ period, measure },
    chosen: await readBeside(actor, there, period, measure),
    missing: agencies.filter((_, at) => boards[at] === null),
    found: candidatesOn(organisation, day, q, mayRead).filter(isNew),
    suggested: suggestionsOf(home, measure).filter(isNew),
  };
}

async function boardOrNull(actor: Actor, place: Period & { agency: string }): Promise<Scoreboard | null> {
  try {
    return await getScoreboard(actor, { ...place, includeSubmitted: false, withYear: false });
  } catch (error) {
    if (error instanceof Failure && error.code === "not-found") return null;
    throw error;
  }
}

async function readBeside(
  actor: Actor,
  boards: readonly Scoreboard[],
  period: Period,
  measure: Measure,
): Promise<Compared[]> {
  if (boards.length === 0) return [];
  const organisation = await getOrganisation();
  const day = lastDay(period);
  const groups = boards.map(({ root: { agency } }) => ({
    key: agency,
    units: unitsWithin(organisation, agency, day),
  }));
  const sums = await inViewOf(actor, (tx) => sumColumns(tx, groups, period));
  const indicator = measure === "cases" ? "R_C" : "R_M";
  const span = { from: Math.max(2010, period.year - YEARS_COMPARED + 1), to: period.year, base: day };
  return Promise.all(
    boards.map(async (board): Promise<Compared> => {
      const { agency } = board.root;
      const series = await getSeries(actor, { agency, indicator, ...span });
      return { board, series, sums: sums.get(agency) ?? null };
    }),
  );
}

function notFound(): Failure {
  return new Failure("not-found", {
    vi: "Không tìm thấy cơ quan nào trong các cơ quan đã chọn ở kỳ này, hoặc tài khoản không được xem.",
    en: "None of the chosen agencies was found in this period, or this account may not see them.",
  });
}
