import { apiRoute, readJson } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { perform } from "@/lib/actions/perform";
import { targetYear } from "@/lib/targets/schema";
import { putTargetSet } from "@/lib/targets/sets/operations";
import { getTargetSet } from "@/lib/targets/sets/queries";
import { versionQuery } from "@/lib/targets/sets/schema";

type Params = { year: string };

export const GET = apiRoute<Params>(({ actor, request, params }) => {
  const { version } = parseStrictly(versionQuery, Object.fromEntries(new URL(request.url).searchParams));
  return getTargetSet(actor, parseStrictly(targetYear, params.year), version);
});

export const PUT = apiRoute<Params>(async ({ actor, request, params }) => {
  const body = (await readJson(request, 5_000_000)) as Record<string, unknown>;
  const { year, version } = await perform(putTargetSet, actor, { ...body, year: params.year });
  return getTargetSet(actor, year, version);
});
