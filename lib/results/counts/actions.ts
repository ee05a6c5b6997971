"use server";

import { defineFormAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { saveCounts } from "./operations";

export const saveCountsAction = defineFormAction(saveCounts, {
  revalidates: ({ agency, year, month }) => [
    paths.entry(agency, Number(year), Number(month)),
    paths.review(agency, Number(year), Number(month)),
  ],
});
