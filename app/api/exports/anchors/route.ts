import { apiRoute } from "@/lib/actions/api";
import { getAnchorText } from "@/lib/audit/anchors/queries";

export const GET = apiRoute(async ({ actor }) => {
  const text = await getAnchorText(actor);
  return new Response(text, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": 'attachment; filename="moc-nhat-ky.jsonl"',
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
