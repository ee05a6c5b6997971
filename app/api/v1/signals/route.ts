import { apiRoute, json, localeOf, readJson } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { perform } from "@/lib/actions/perform";
import { queryOf } from "@/lib/scoreboard/schema";
import { answerSignal } from "@/lib/signals/operations";
import { listSignals } from "@/lib/signals/queries";
import { signalsSchema } from "@/lib/signals/schema";
import { signalsBody } from "@/lib/signals/view";

export const GET = apiRoute(async ({ actor, request }) => {
  const query = parseStrictly(signalsSchema, queryOf(new URL(request.url).searchParams));
  return signalsBody(await listSignals(actor, query), localeOf(request));
});

/** An answer to one question, as the page gives it. */
export const POST = apiRoute(async ({ actor, request }) => {
  const idempotencyKey = request.headers.get("idempotency-key");
  const options = idempotencyKey === null ? {} : { idempotencyKey };
  const answered = await perform(answerSignal, actor, await readJson(request), options);
  return json(answered, 201);
});
