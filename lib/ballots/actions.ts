"use server";

import { defineAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { ballotOperations } from "./operations";

const shown = { revalidates: ({ ballot }: { ballot: string }) => [paths.ballots(), paths.ballot(ballot)] };

export const prepareBallotsAction = defineAction(ballotOperations.prepare, {
  revalidates: () => [paths.ballots()],
});
export const secondRoundAction = defineAction(ballotOperations.secondRound, shown);
export const giveKeyAction = defineAction(ballotOperations.giveKey, shown);
export const openBallotAction = defineAction(ballotOperations.open, shown);
export const castBallotAction = defineAction(ballotOperations.cast, shown);
export const recordOpinionAction = defineAction(ballotOperations.recordOpinion, shown);
export const closeBallotAction = defineAction(ballotOperations.close, shown);
export const passShareAction = defineAction(ballotOperations.passShare, shown);
export const countBallotAction = defineAction(ballotOperations.count, shown);
export const cancelBallotAction = defineAction(ballotOperations.cancel, shown);
