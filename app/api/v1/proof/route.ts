import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { getStatedProof } from "@/lib/proofs/queries";
import { provenSchema } from "@/lib/proofs/schema";
import { proofBody } from "@/lib/proofs/view";
import { queryOf } from "@/lib/scoreboard/schema";

export const GET = apiRoute(async ({ actor, request }) => {
  const query = parseStrictly(provenSchema, queryOf(new URL(request.url).searchParams));
  return proofBody(await getStatedProof(actor, query));
});
