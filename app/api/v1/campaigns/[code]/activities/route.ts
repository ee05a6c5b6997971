import { apiRoute, json, readJson } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { perform } from "@/lib/actions/perform";
import { reportActivity } from "@/lib/campaigns/activities/operations";
import { getParticipation } from "@/lib/campaigns/activities/queries";
import { participationBody } from "@/lib/campaigns/activities/view";
import { campaignCode } from "@/lib/campaigns/schema";

type Params = { code: string };

/** Five files of five megabytes, written in base64, and the words around them. */
const LARGEST_BODY = 34_000_000;

export const GET = apiRoute<Params>(async ({ actor, params }) =>
  participationBody(await getParticipation(actor, parseStrictly(campaignCode, params.code))),
);

export const POST = apiRoute<Params>(async ({ actor, request, params }) => {
  const body = (await readJson(request, LARGEST_BODY)) as Record<string, unknown>;
  const key = request.headers.get("idempotency-key");
  const options = key === null ? {} : { idempotencyKey: key };
  return json(await perform(reportActivity, actor, { ...body, code: params.code }, options), 201);
});
