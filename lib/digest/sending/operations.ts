import { defineOperation } from "@/lib/actions/operation";
import * as commands from "./commands";
import * as schema from "./schema";

const sending = { permission: "digest.send", subjects: () => null } as const;

/** What sending the digest writes; only the operator at the machine may. */
export const digestSending = {
  claim: defineOperation({
    ...sending,
    name: "digest.claim",
    input: schema.claimSchema,
    run: commands.claimDigest,
  }),
  settle: defineOperation({
    ...sending,
    name: "digest.settle",
    input: schema.settleSchema,
    run: commands.settleDigest,
  }),
};
