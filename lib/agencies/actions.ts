"use server";

import { defineFormAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { abolishAgency, moveAgency, renameAgency } from "./operations";

const shown = { revalidates: ({ agency }: { agency: string }) => [paths.agency(agency), paths.agencies()] };

export const renameAgencyAction = defineFormAction(renameAgency, shown);
export const moveAgencyAction = defineFormAction(moveAgency, shown);
export const abolishAgencyAction = defineFormAction(abolishAgency, shown);
