"use server";

import { defineFormAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { calendarOperations, periodOperations } from "./operations";

const page = { revalidates: () => [paths.periods()] };

export const setStatusAction = defineFormAction(periodOperations.setStatus, page);
export const reopenAction = defineFormAction(periodOperations.reopen, page);
export const endReopeningAction = defineFormAction(periodOperations.endReopening, page);
export const setCalendarAction = defineFormAction(calendarOperations.set, page);
export const removeCalendarAction = defineFormAction(calendarOperations.remove, page);
