import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { getScoreboard } from "@/lib/scoreboard/queries";
import { ratesBody } from "@/lib/scoreboard/rates/view";
import { queryOf, ratesSchema } from "@/lib/scoreboard/schema";
import type { Scoreboard } from "@/lib/scoreboard/types";

// A board object lives as long as nothing was written, and its text with it.
const written = new WeakMap<Scoreboard, { lone?: string; withChildren?: string }>();

export const GET = apiRoute(async ({ actor, request }) => {
  const {
    children,
    asOf: at,
    ...query
  } = parseStrictly(ratesSchema, queryOf(new URL(request.url).searchParams));
  const board = await getScoreboard(actor, { ...query, at, withYear: false });
  const texts = written.get(board) ?? {};
  written.set(board, texts);
  const form = children ? "withChildren" : "lone";
  texts[form] ??= JSON.stringify(ratesBody(board, children));
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  return new Response(texts[form], { headers });
});
