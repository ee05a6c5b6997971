import { apiRoute, json, readJson } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { perform } from "@/lib/actions/perform";
import { getFrozen } from "@/lib/campaigns/frozen/queries";
import { putCampaign } from "@/lib/campaigns/operations";
import { getCampaign } from "@/lib/campaigns/queries";
import { campaignCode, standingsQuery } from "@/lib/campaigns/schema";
import { campaignBody } from "@/lib/campaigns/view";

type Params = { code: string };

export const GET = apiRoute<Params>(async ({ actor, request, params }) => {
  const { agency } = parseStrictly(standingsQuery, Object.fromEntries(new URL(request.url).searchParams));
  const view = await getCampaign(actor, parseStrictly(campaignCode, params.code), agency);
  const frozen = view.campaign.state === "DRAFT" ? [] : await getFrozen(actor, params.code);
  return { ...campaignBody(view), frozen };
});

/** Makes the draft exactly this document. */
export const PUT = apiRoute<Params>(async ({ actor, request, params }) => {
  const body = (await readJson(request)) as Record<string, unknown>;
  const key = request.headers.get("idempotency-key");
  const options = key === null ? {} : { idempotencyKey: key };
  const written = await perform(putCampaign, actor, { ...body, code: params.code }, options);
  return json(written, written.version === 1 ? 201 : 200);
});
