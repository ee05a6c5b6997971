import "server-only";
import { createHash } from "node:crypto";
import { rawClient, type Tx } from "@/lib/db/client";

/** How many seconds the next try waits after the nth failure in the window; the last one holds for all later ones. */
type Budget = { kind: string; waits: readonly number[]; windowSeconds: number };

const LOCK = 15 * 60;
const DAY = 24 * 3600;
export const ACCOUNT: Budget = { kind: "account", waits: [0, 0, 5, 20, LOCK], windowSeconds: DAY };
export const NETWORK: Budget = {
  kind: "network",
  waits: [...Array<number>(49).fill(0), LOCK],
  windowSeconds: LOCK,
};

/** The row of the throttle. Hashed, because people type passwords where logins belong. */
function keyOf(budget: Budget, subject: string): string {
  return `${budget.kind}:${createHash("sha256").update(subject).digest("hex").slice(0, 40)}`;
}

/**
 * Counts a try as failed before it is evaluated, so that parallel guesses cannot slip past; success gives it back.
 * Answers the moment until which nobody may try, or null when this try may go on.
 */
export async function takeTry(budget: Budget, subject: string, at: Date): Promise<Date | null> {
  const key = keyOf(budget, subject);
  const waits = [...budget.waits];
  const since = new Date(at.getTime() - budget.windowSeconds * 1000);
  const taken = await rawClient().$queryRaw<{ failures: number }[]>`
    INSERT INTO login_throttle AS t (key, failures, locked_until, last_failure_at) VALUES (${key}, 1, NULL, ${at})
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN t.last_failure_at <= ${since} THEN 1 ELSE t.failures + 1 END,
      locked_until = ${at}::timestamptz + make_interval(secs => (${waits}::int[])[
        least(CASE WHEN t.last_failure_at <= ${since} THEN 1 ELSE t.failures + 1 END, ${waits.length}::int)]),
      last_failure_at = ${at}
    WHERE t.locked_until IS NULL OR t.locked_until <= ${at}
    RETURNING failures`;
  if (taken.length > 0) return null;
  const row = await rawClient().loginThrottle.findUnique({ where: { key }, select: { lockedUntil: true } });
  return row?.lockedUntil ?? at;
}

/** Gives a try back after success: all failures of an account, one of a network. */
export async function giveBack(budget: Budget, subject: string): Promise<void> {
  const key = keyOf(budget, subject);
  if (budget.kind === "account") await rawClient().loginThrottle.deleteMany({ where: { key } });
  else
    await rawClient().loginThrottle.updateMany({
      where: { key },
      data: { failures: { decrement: 1 }, lockedUntil: null },
    });
}

/** Unlocks an account, in the transaction of the administrator's decision. */
export async function unlockAccount(tx: Tx, login: string): Promise<void> {
  await tx.loginThrottle.deleteMany({ where: { key: keyOf(ACCOUNT, login) } });
}

/** Forgets failures that no budget remembers any more. */
export async function forgetOldTries(at: Date): Promise<void> {
  const lastFailureAt = { lt: new Date(at.getTime() - DAY * 1000) };
  await rawClient().loginThrottle.deleteMany({ where: { lastFailureAt } });
}

/** The network an address belongs to: /24 of IPv4, /64 of IPv6. */
export function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:/i, "");
  return mapped.includes(":")
    ? mapped.split(":").slice(0, 4).join(":")
    : mapped.split(".").slice(0, 3).join(".");
}
