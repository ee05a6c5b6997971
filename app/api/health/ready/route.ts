import { isDatabaseReady } from "@/lib/db/health";

export const dynamic = "force-dynamic";

/** The process and its database answer. */
export async function GET(): Promise<Response> {
  const isReady = await isDatabaseReady();
  return Response.json(
    { status: isReady ? "ok" : "unavailable" },
    { status: isReady ? 200 : 503, headers: isReady ? {} : { "retry-after": "5" } },
  );
}
