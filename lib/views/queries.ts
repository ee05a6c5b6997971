import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { Failure } from "@/lib/core/failure";
import { inViewOf } from "@/lib/db/client";
import type { SavedView } from "./types";

/** One's own saved views in one's own order. Nobody else's, ever. */
export async function listViews(actor: Actor): Promise<SavedView[]> {
  if (actor.via === "system") return [];
  if (!can(actor, "preferences.own", null, await getOrganisation())) {
    throw new Failure("not-found", { vi: "Không tìm thấy.", en: "Not found." });
  }
  return inViewOf(actor, (tx) =>
    tx.savedView.findMany({
      where: { userId: actor.userId },
      select: { id: true, name: true, path: true, version: true },
      orderBy: { position: "asc" },
    }),
  );
}
