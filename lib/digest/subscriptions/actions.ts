"use server";

import { defineFormAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { subscribeToDigest } from "./operations";

export const subscribeAction = defineFormAction(subscribeToDigest, {
  revalidates: () => [paths.ownAccount()],
});
