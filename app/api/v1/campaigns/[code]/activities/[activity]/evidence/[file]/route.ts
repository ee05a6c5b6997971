import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { getEvidence } from "@/lib/campaigns/activities/queries";
import { evidenceParams } from "@/lib/campaigns/activities/schema";

type Params = { code: string; activity: string; file: string };

/** A file as it was cleaned, always as a download: the product never opens it as a page of its own. */
export const GET = apiRoute<Params>(async ({ actor, params }) => {
  const { name, type, bytes } = await getEvidence(actor, parseStrictly(evidenceParams, params));
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": type,
      "content-length": String(bytes.length),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "private, no-store",
    },
  });
});
