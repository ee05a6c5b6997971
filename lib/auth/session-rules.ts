const IDLE_MS = 30 * 60_000;
const TOUCH_EVERY_MS = 60_000;

/** What decides whether a session still lives. */
export type SessionState = {
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  /** When its user was disabled, or null. */
  disabledAt: Date | null;
};

/** Sessions last seen before this instant have been idle too long. */
export function idleSince(at: Date): Date {
  return new Date(at.getTime() - IDLE_MS);
}

/** Whether the session lives, and whether it is time to note that it was seen. */
export function standingOf(session: SessionState, at: Date): "ended" | "live" | "to note" {
  const { lastSeenAt, expiresAt, revokedAt, disabledAt } = session;
  if (revokedAt || disabledAt || expiresAt <= at || lastSeenAt <= idleSince(at)) return "ended";
  return at.getTime() - lastSeenAt.getTime() >= TOUCH_EVERY_MS ? "to note" : "live";
}
