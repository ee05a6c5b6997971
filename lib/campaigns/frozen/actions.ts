"use server";

import { defineFormAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { freezeStandings } from "./operations";

export const freezeStandingsAction = defineFormAction(freezeStandings, {
  revalidates: ({ code }) => [paths.campaign(String(code))],
});
