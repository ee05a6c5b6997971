"use server";

import { defineAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import {
  addCaseEvent,
  assignCaseOfficer,
  eraseCaseParties,
  explainDifference,
  findCaseParties,
  openCaseParties,
} from "./operations";

const shown = { revalidates: ({ caseId }: { caseId: string }) => [paths.case(caseId)] };

export const addCaseEventAction = defineAction(addCaseEvent, shown);
export const assignCaseOfficerAction = defineAction(assignCaseOfficer, shown);
export const eraseCasePartiesAction = defineAction(eraseCaseParties, shown);
export const openCasePartiesAction = defineAction(openCaseParties);
export const findCasePartiesAction = defineAction(findCaseParties);
export const explainDifferenceAction = defineAction(explainDifference, {
  revalidates: ({ agency, year, month }) => [paths.reconciliation(agency, year, month)],
});
