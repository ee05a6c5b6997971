import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Actor } from "@/lib/auth/actor";
import { lastDay } from "@/lib/core/period";
import { inViewOf } from "@/lib/db/client";
import { sumColumns } from "@/lib/results/sums/queries";
import { groupsUnder } from "@/lib/results/sums/rules";
import { getScoreboard } from "@/lib/scoreboard/queries";
import type { RankingBasis } from "./types";

/** Without an agency the reader's own, without a period the newest with approved figures. */
type RankingQuery = { agency?: string | undefined; year?: number | undefined; month?: number | undefined };

/** What those below an agency are ranked by. Foreign and missing agencies are refused alike. */
export async function getRanking(actor: Actor, { agency, year, month }: RankingQuery): Promise<RankingBasis> {
  const asked = { agency, year, month, includeSubmitted: false, withYear: false };
  const [board, organisation] = await Promise.all([getScoreboard(actor, asked), getOrganisation()]);
  const children = board.children.map((node) => node.agency);
  if (children.length === 0) return { board, sums: new Map() };
  const groups = groupsUnder(organisation, board.root.agency, children, lastDay(board.period));
  return { board, sums: await inViewOf(actor, (tx) => sumColumns(tx, groups, board.period)) };
}
