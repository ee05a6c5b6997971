import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { getBulletin } from "@/lib/ballots/bulletin/queries";
import { ballotParams } from "@/lib/ballots/schema";

/** The published record of a counted ballot: the file that scripts/verify-ballot.mjs counts again. */
export const GET = apiRoute<{ id: string }>(({ actor, params }) =>
  getBulletin(actor, parseStrictly(ballotParams, params).id),
);
