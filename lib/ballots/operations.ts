import { defineOperation } from "@/lib/actions/operation";
import * as casting from "./casting/commands";
import * as commands from "./commands";
import * as preparing from "./preparing/commands";
import * as schema from "./schema";

/** Everybody passes this door; who sits where on which ballot is asked of the ballot itself. */
const serving = { permission: "ballots.serve", subjects: () => null } as const;
const anchored = { ...serving, afterwards: commands.anchorBallot } as const;

/** A secret ballot from its draft to its count. */
export const ballotOperations = {
  prepare: defineOperation({
    ...serving,
    name: "ballots.prepare",
    input: schema.prepareInput,
    run: preparing.prepareBallots,
  }),
  secondRound: defineOperation({
    ...serving,
    name: "ballots.secondRound",
    input: schema.secondRoundInput,
    run: preparing.secondRound,
  }),
  giveKey: defineOperation({
    ...serving,
    name: "ballots.giveKey",
    input: schema.keyInput,
    run: commands.giveKey,
  }),
  open: defineOperation({
    ...anchored,
    name: "ballots.open",
    input: schema.openInput,
    run: commands.openBallot,
  }),
  cast: defineOperation({
    ...serving,
    name: "ballots.cast",
    input: schema.castInput,
    run: casting.castBallot,
  }),
  recordOpinion: defineOperation({
    ...serving,
    name: "ballots.recordOpinion",
    input: schema.opinionInput,
    run: casting.recordOpinion,
  }),
  close: defineOperation({
    ...anchored,
    name: "ballots.close",
    input: schema.closeInput,
    run: commands.closeBallot,
  }),
  passShare: defineOperation({
    ...serving,
    name: "ballots.passShare",
    input: schema.passInput,
    run: commands.passShare,
  }),
  count: defineOperation({
    ...anchored,
    name: "ballots.count",
    input: schema.countInput,
    run: commands.countBallot,
  }),
  cancel: defineOperation({
    ...serving,
    name: "ballots.cancel",
    input: schema.cancelInput,
    run: commands.cancelBallot,
  }),
};
