import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Actor } from "@/lib/auth/actor";
import { lastDay } from "@/lib/core/period";
import { inViewOf } from "@/lib/db/client";
import { getReferenceDay } from "@/lib/results/completeness/queries";
import { sumColumns } from "@/lib/results/sums/queries";
import { groupsUnder } from "@/lib/results/sums/rules";
import { getScoreboard } from "@/lib/scoreboard/queries";
import type { PlanBasis } from "./types";

/** Without an agency the reader's own, without a period the newest with approved figures. */
type PlanQuery = { agency?: string | undefined; year?: number | undefined; month?: number | undefined };

/** What is left to plan with. Foreign and missing agencies are refused alike. */
export async function getPlanBasis(actor: Actor, { agency, year, month }: PlanQuery): Promise<PlanBasis> {
  const asked = { agency, year, month, includeSubmitted: false, withYear: false };
  const board = await getScoreboard(actor, asked);
  const organisation = await getOrganisation();
  const children = board.children.map((node) => node.agency);
  const groups = groupsUnder(organisation, board.root.agency, children, lastDay(board.period));
  const sums = await inViewOf(actor, (tx) => sumColumns(tx, groups, board.period));
  return { board, sums, today: await getReferenceDay() };
}
