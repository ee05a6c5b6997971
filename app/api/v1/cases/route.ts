import { apiRoute, json, readJson } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { perform } from "@/lib/actions/perform";
import { createCase } from "@/lib/cases/operations";
import { listCases } from "@/lib/cases/register/queries";
import { casesQuery } from "@/lib/cases/register/schema";
import { queryOf } from "@/lib/scoreboard/schema";

export const GET = apiRoute(async ({ actor, request }) =>
  listCases(actor, parseStrictly(casesQuery, queryOf(new URL(request.url).searchParams))),
);

/** One new case, entered as by hand. */
export const POST = apiRoute(async ({ actor, request }) => {
  const idempotencyKey = request.headers.get("idempotency-key");
  const options = idempotencyKey === null ? {} : { idempotencyKey };
  return json(await perform(createCase, actor, await readJson(request), options), 201);
});
