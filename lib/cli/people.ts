import type { Actor } from "@/lib/auth/actor";
import { actorOfUser } from "@/lib/auth/queries";
import { Failure } from "@/lib/core/failure";
import { rawClient } from "@/lib/db/client";

/** The person a command works for, with what their roles allow. */
export async function actorOfLogin(login: string): Promise<Actor> {
  const row = await rawClient().user.findUnique({ where: { login }, select: { id: true } });
  const actor = row && (await actorOfUser(row.id, "token"));
  if (actor) return actor;
  throw new Failure("not-found", {
    vi: `Không có tài khoản đang dùng tên ${login}.`,
    en: `There is no active account ${login}.`,
  });
}
