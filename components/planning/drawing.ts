import type { Locale } from "@/lib/core/locale";
import { planningText } from "@/lib/i18n/planning";
import type { PlanState } from "@/lib/planning/schema";
import type { PlanBasis, Planned } from "@/lib/planning/types";

/** What every part of the planner's page is drawn from. */
export type PlanDrawing = { basis: PlanBasis; plan: Planned; state: PlanState; locale: Locale };

/** The page's own state as a query, for files that say the same. */
export function stateQuery({ basis, plan, state }: PlanDrawing) {
  const { newCases, movedCases, newMoney, movedMoney, hard, own } = state;
  const { root, period } = basis.board;
  const supposed = { newCases, movedCases, newMoney, movedMoney, hard, own };
  return { agency: root.agency, ...period, from: plan.from, ...supposed };
}

/** The headings of the exported table, in order. */
export function exportColumns({ locale }: PlanDrawing) {
  const c = planningText[locale].columns;
  return [c.measure, c.name, c.now, c.open, c.amount, c.hard, c.weekly, c.after, c.own];
}
