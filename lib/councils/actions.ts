"use server";

import { defineFormAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { councilOperations } from "./operations";

const shown = { revalidates: () => [paths.councils()] };

export const createCouncilAction = defineFormAction(councilOperations.create, shown);
export const seatMemberAction = defineFormAction(councilOperations.seat, shown);
export const endSeatAction = defineFormAction(councilOperations.endSeat, shown);
