"use server";

import { defineAction, defineFormAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { decideActivity, reportActivity, withdrawActivity } from "./operations";

const shown = () => [paths.campaigns()];

export const reportActivityAction = defineAction(reportActivity, {
  revalidates: ({ code }) => [paths.campaign(String(code))],
});
export const decideActivityAction = defineFormAction(decideActivity, { revalidates: shown });
export const withdrawActivityAction = defineFormAction(withdrawActivity, { revalidates: shown });
