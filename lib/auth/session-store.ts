import "server-only";
import { now } from "@/lib/clock";
import { rawClient, type Tx } from "@/lib/db/client";
import { hashOfSecret, newSecret } from "./secret";
import { idleSince, standingOf } from "./session-rules";

export const ABSOLUTE_MS = 12 * 3_600_000;
const MAX_SESSIONS = 3;

/** A live session: whose, and whether its password was given by an administrator and must be replaced first. */
export type LiveSession = { tokenHash: string; userId: string; mustChangePassword: boolean };

/** Opens a session under a new id and ends the user's oldest ones beyond three; returns the id for the cookie. */
export async function openSession(userId: string, device: string): Promise<string> {
  const at = now();
  const token = newSecret();
  await rawClient().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`session|${userId}`}, 0))`;
    await tx.session.deleteMany({
      where: { userId, OR: [{ expiresAt: { lte: at } }, { revokedAt: { not: null } }] },
    });
    const older = await tx.session.findMany({
      where: { userId, lastSeenAt: { gt: idleSince(at) } },
      orderBy: [{ createdAt: "desc" }, { tokenHash: "asc" }],
      skip: MAX_SESSIONS - 1,
      select: { tokenHash: true },
    });
    const tooMany = older.map(({ tokenHash }) => tokenHash);
    await tx.session.updateMany({ where: { tokenHash: { in: tooMany } }, data: { revokedAt: at } });
    const expiresAt = new Date(at.getTime() + ABSOLUTE_MS);
    const tokenHash = hashOfSecret(token);
    await tx.session.create({
      data: { tokenHash, userId, device: device.slice(0, 200), createdAt: at, lastSeenAt: at, expiresAt },
    });
  });
  return token;
}

/** The live session of a cookie's id, or null when it is unknown, ended, idle too long or too old. */
export async function findSession(token: string): Promise<LiveSession | null> {
  const tokenHash = hashOfSecret(token);
  const at = now();
  const row = await rawClient().session.findUnique({
    where: { tokenHash },
    select: {
      userId: true,
      lastSeenAt: true,
      expiresAt: true,
      revokedAt: true,
      user: { select: { mustChangePassword: true, disabledAt: true } },
    },
  });
  if (!row) return null;
  const standing = standingOf({ ...row, disabledAt: row.user.disabledAt }, at);
  if (standing === "ended") return null;
  if (standing === "to note") {
    await rawClient().session.updateMany({ where: { tokenHash, revokedAt: null }, data: { lastSeenAt: at } });
  }
  return { tokenHash, userId: row.userId, mustChangePassword: row.user.mustChangePassword };
}

/** Ends the session of a cookie's id. */
export async function closeSession(token: string): Promise<void> {
  const where = { tokenHash: hashOfSecret(token), revokedAt: null };
  await rawClient().session.updateMany({ where, data: { revokedAt: now() } });
}

/** The live sessions of a user, last used first. */
export async function listSessions(tx: Tx, userId: string) {
  const at = now();
  return tx.session.findMany({
    where: {
      userId,
      revokedAt: null,
      expiresAt: { gt: at },
      lastSeenAt: { gt: idleSince(at) },
    },
    orderBy: [{ lastSeenAt: "desc" }, { tokenHash: "asc" }],
    select: { tokenHash: true, device: true, createdAt: true, lastSeenAt: true },
  });
}

/** Ends all of a user's sessions, in the transaction of the change that asks for it; returns how many were live. */
export async function closeSessionsOf(tx: Tx, userId: string, at: Date): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: at },
  });
  return count;
}
