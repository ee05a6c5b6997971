import type { WriteContext } from "@/lib/actions/operation";
import { Failure } from "@/lib/core/failure";
import { dateOfDay } from "@/lib/db/day";
import { digestRefusals } from "@/lib/i18n/digest-mail";
import type { Claim, Settle } from "./schema";

/**
 * Takes one morning's digest of one person to be sent: true once only, and again when it certainly did not leave.
 * Of two that ask at the same time one is told no.
 */
export async function claimDigest(
  context: WriteContext,
  { userId, morning }: Claim,
): Promise<{ claimed: boolean }> {
  const { tx, now } = context;
  const user = await tx.user.findUnique({ where: { id: userId }, select: { login: true } });
  if (!user) throw new Failure("not-found", digestRefusals.nobody);
  const rows = await tx.$queryRaw<{ attempts: number }[]>`
    INSERT INTO digest_sent AS d (user_id, morning, status, claimed_at)
    VALUES (${userId}::uuid, ${morning}::date, 'SENDING', ${now}::timestamptz)
    ON CONFLICT (user_id, morning) DO UPDATE
      SET status = 'SENDING', attempts = d.attempts + 1, claimed_at = excluded.claimed_at, settled_at = NULL
      WHERE d.status = 'UNSENT'
    RETURNING attempts`;
  const claimed = rows.length === 1;
  await context.audit({
    chain: "users",
    action: claimed ? "digest.claim" : "digest.skip",
    subject: `user:${user.login}`,
    payload: { morning },
  });
  return { claimed };
}

/** Notes what became of a digest that was taken to be sent. */
export async function settleDigest(
  context: WriteContext,
  { userId, morning, outcome }: Settle,
): Promise<null> {
  const { tx, now } = context;
  const { count } = await tx.digestSent.updateMany({
    where: { userId, morning: dateOfDay(morning), status: "SENDING" },
    data: { status: outcome, settledAt: now },
  });
  if (count !== 1) throw new Failure("not-found", digestRefusals.nobody);
  const payload = { morning, userId };
  await context.audit({
    chain: "users",
    action: `digest.${outcome.toLowerCase()}`,
    subject: "digest",
    payload,
  });
  return null;
}
