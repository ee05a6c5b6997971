import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { Failure } from "@/lib/core/failure";
import type { Locale } from "@/lib/core/locale";
import { inViewOf } from "@/lib/db/client";
import type { Subscriber, SubscriptionView } from "./types";

/** One's own wish for the digest by e-mail. Nobody else's, ever. */
export async function getSubscription(actor: Actor): Promise<SubscriptionView> {
  if (!can(actor, "preferences.own", null, await getOrganisation())) throw noSuch();
  const canSend = Boolean(process.env.SMTP_URL && process.env.MAIL_FROM);
  if (actor.via === "system") return { subscription: null, canSend };
  const subscription = await inViewOf(actor, (tx) =>
    tx.digestSubscription.findUnique({
      where: { userId: actor.userId },
      select: { email: true, locale: true, active: true },
    }),
  );
  return {
    subscription: subscription && { ...subscription, locale: subscription.locale as Locale },
    canSend,
  };
}

/** Who asked for the digest and still has an account, by login. For whoever sends it. */
export async function listSubscribers(actor: Actor): Promise<Subscriber[]> {
  if (!can(actor, "digest.send", null, await getOrganisation())) throw noSuch();
  return inViewOf(
    actor,
    (tx) => tx.$queryRaw<Subscriber[]>`
      SELECT u.id::text AS "userId", u.login, u.name, d.email, d.locale
      FROM digest_subscription d JOIN user_account u ON u.id = d.user_id
      WHERE d.active AND u.disabled_at IS NULL ORDER BY u.login`,
  );
}

function noSuch(): Failure {
  return new Failure("not-found", { vi: "Không tìm thấy.", en: "Not found." });
}
