"use server";

import { defineFormAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { setTargetsByForm } from "./operations";

export const setTargetsAction = defineFormAction(setTargetsByForm, {
  revalidates: () => [paths.targets(), paths.results()],
});
