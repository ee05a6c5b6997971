import type { WriteContext } from "@/lib/actions/operation";
import { canSomewhere } from "@/lib/auth/permissions";
import { Failure } from "@/lib/core/failure";
import { digestRefusals } from "@/lib/i18n/digest-mail";
import type { Subscribe } from "./schema";

/** Asks for the morning digest by e-mail, or no longer; the address stays for the next time. */
export async function subscribe(context: WriteContext, input: Subscribe): Promise<null> {
  const { tx, actor, now } = context;
  if (actor.via === "system") throw new Failure("precondition", digestRefusals.nobody);
  if (input.active && !canSomewhere(actor, "results.read")) {
    throw new Failure("precondition", digestRefusals.nothingToRead);
  }
  const { userId } = actor;
  const known = await tx.digestSubscription.findUnique({ where: { userId }, select: { email: true } });
  const email = input.email ?? known?.email;
  if (input.active && email === undefined) {
    throw new Failure("invalid", digestRefusals.noAddress, { fields: { email: digestRefusals.noAddress } });
  }
  if (email !== undefined) {
    const wish = { email, locale: input.locale, active: input.active, changedAt: now };
    await tx.digestSubscription.upsert({
      where: { userId },
      create: { userId, ...wish },
      update: { ...wish, version: { increment: 1 } },
    });
  }
  await context.audit({
    chain: "users",
    action: input.active ? "digest.subscribe" : "digest.unsubscribe",
    subject: `user:${actor.login}`,
  });
  return null;
}
