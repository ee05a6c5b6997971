import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { listVoices } from "@/lib/ballots/queries";
import { ballotParams } from "@/lib/ballots/schema";

/** The sealed voices of a closed ballot, for the browser of a key holder. */
export const GET = apiRoute<{ id: string }>(({ actor, params }) =>
  listVoices(actor, parseStrictly(ballotParams, params).id),
);
