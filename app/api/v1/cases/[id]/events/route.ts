import { apiRoute, json, readJson } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { perform } from "@/lib/actions/perform";
import { getCase } from "@/lib/cases/file/queries";
import { addCaseEvent } from "@/lib/cases/operations";
import { caseIdParam } from "@/lib/cases/register/schema";
import { addEventBody } from "@/lib/cases/schema";

/** One event, or the counter-event of the last one. */
export const POST = apiRoute<{ id: string }>(async ({ actor, params, request }) => {
  const caseId = parseStrictly(caseIdParam, params.id);
  const body = parseStrictly(addEventBody, await readJson(request));
  const { agency } = await getCase(actor, caseId);
  const idempotencyKey = request.headers.get("idempotency-key");
  const options = idempotencyKey === null ? {} : { idempotencyKey };
  return json(await perform(addCaseEvent, actor, { ...body, agency, caseId }, options), 201);
});
