"use server";

import { defineAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { recordAgencyEvent } from "./operations";

export const recordAgencyEventAction = defineAction(recordAgencyEvent, {
  revalidates: () => [paths.agencies()],
});
