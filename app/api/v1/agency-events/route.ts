import { apiRoute, json, readJson } from "@/lib/actions/api";
import { perform } from "@/lib/actions/perform";
import { recordAgencyEvent } from "@/lib/agencies/operations";

/** Records a change of organisation; the body is the JSON that `agencies event --file` takes. */
export const POST = apiRoute(async ({ actor, request }) => {
  const idempotencyKey = request.headers.get("idempotency-key");
  const options = idempotencyKey === null ? {} : { idempotencyKey };
  // What the body holds is unknown until the operation parses it, strictly.
  return json(await perform(recordAgencyEvent, actor, await readJson(request), options), 201);
});
