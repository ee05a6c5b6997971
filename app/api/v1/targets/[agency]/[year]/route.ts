import { apiRoute, readJson } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { perform } from "@/lib/actions/perform";
import { setTargets } from "@/lib/targets/operations";
import { getTargets } from "@/lib/targets/queries";
import { targetYear } from "@/lib/targets/schema";

type Params = { agency: string; year: string };

export const GET = apiRoute<Params>(async ({ actor, params }) => {
  const { lines, ...targets } = await getTargets(
    actor,
    params.agency,
    parseStrictly(targetYear, params.year),
  );
  return { ...targets, ...lines };
});

export const PUT = apiRoute<Params>(async ({ actor, request, params }) => {
  const body = (await readJson(request)) as Record<string, unknown>;
  const { agency, year } = await perform(setTargets, actor, {
    ...body,
    agency: params.agency,
    year: params.year,
  });
  const { lines, ...targets } = await getTargets(actor, agency, year);
  return { ...targets, ...lines };
});
