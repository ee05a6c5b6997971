import { isOwnOrigin } from "@/lib/actions/origin";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/session";
import { Failure } from "@/lib/core/failure";
import { paths } from "@/lib/paths";
import { viewOperations } from "@/lib/views/operations";
import { refusalReason } from "@/lib/views/rules";

const works = {
  save: (actor: Actor, fields: unknown) => perform(viewOperations.save, actor, fields),
  rename: (actor: Actor, fields: unknown) => perform(viewOperations.rename, actor, fields),
  delete: (actor: Actor, fields: unknown) => perform(viewOperations.delete, actor, fields),
  move: (actor: Actor, fields: unknown) => perform(viewOperations.move, actor, fields),
};

/** Plain forms around saved views, without script: what was done, or why not, is said by the page that follows. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return new Response(null, { status: 403 });
  const actor = await currentActor();
  if (!actor) return goTo(paths.login(paths.views()));
  const { work, ...fields } = Object.fromEntries(await request.formData().catch(() => new FormData()));
  const chosen = Object.hasOwn(works, String(work)) ? (work as keyof typeof works) : null;
  if (!chosen) return new Response(null, { status: 400 });
  try {
    await works[chosen](actor, fields);
    return goTo(paths.views({ done: chosen }));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return goTo(paths.views({ refused: refusalReason(error) }));
  }
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
