import { apiRoute } from "@/lib/actions/api";
import { perform } from "@/lib/actions/perform";
import { issueTargetSet } from "@/lib/targets/sets/operations";
import { getTargetSet } from "@/lib/targets/sets/queries";

export const POST = apiRoute<{ year: string }>(async ({ actor, params }) => {
  const { year, version } = await perform(issueTargetSet, actor, { year: params.year });
  return getTargetSet(actor, year, version);
});
