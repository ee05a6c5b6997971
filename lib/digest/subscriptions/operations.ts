import { defineOperation } from "@/lib/actions/operation";
import { subscribe } from "./commands";
import { subscribeSchema } from "./schema";

/** Whether one gets the digest by e-mail: everybody for themselves. */
export const subscribeToDigest = defineOperation({
  name: "digest.subscribe",
  permission: "preferences.own",
  input: subscribeSchema,
  subjects: () => null,
  run: subscribe,
});
