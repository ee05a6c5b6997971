import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { nameOfHash } from "@/lib/auth/secret";
import { listSessions } from "@/lib/auth/session-store";
import { Failure } from "@/lib/core/failure";
import { inViewOf } from "@/lib/db/client";
import type { OwnAccess } from "../types";

/** One's own live sessions and API tokens; `current` is the name of the session that asks. Nobody else's, ever. */
export async function getOwnAccess(actor: Actor, current: string | null): Promise<OwnAccess> {
  if (!can(actor, "tokens.own", null, await getOrganisation())) {
    throw new Failure("not-found", { vi: "Không tìm thấy.", en: "Not found." });
  }
  return inViewOf(actor, async (tx) => {
    const sessions = await listSessions(tx, actor.userId);
    const tokens = await tx.apiToken.findMany({
      where: { userId: actor.userId },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      select: { id: true, label: true, createdAt: true, revokedAt: true },
    });
    return {
      tokens,
      sessions: sessions.map(({ tokenHash, ...session }) => {
        const id = nameOfHash(tokenHash);
        return { ...session, id, isCurrent: id === current };
      }),
    };
  });
}
