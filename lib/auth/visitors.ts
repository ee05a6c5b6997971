import type { PlainPool } from "@/lib/db/plain-pool";
import { sharedLookup } from "@/lib/db/shared-read";
import { hashOfSecret } from "./secret";
import { type SessionState, standingOf } from "./session-rules";

/** Whose live session it is, and the version of the data at that moment. */
export type Visitor = { userId: string; version: string };

type Row = SessionState & { tokenHash: string; userId: string; mustChangePassword: boolean; version: string };

const statement = `
  SELECT s.token_hash AS "tokenHash", s.user_id::text AS "userId", s.last_seen_at AS "lastSeenAt",
    s.expires_at AS "expiresAt", s.revoked_at AS "revokedAt", u.disabled_at AS "disabledAt",
    u.must_change_password AS "mustChangePassword", (SELECT data_version()) AS version
  FROM session s JOIN user_account u ON u.id = s.user_id WHERE s.token_hash = ANY ($1)`;

/**
 * Finds who a session's id stands for, and what version the data has, in one statement begun after the question.
 * Nothing for whoever the application itself must answer: nobody's, ended, due to be noted as seen, or with an initial
 * password.
 */
export function visitorFinder(pool: PlainPool, now: () => Date): (token: string) => Promise<Visitor | null> {
  const find = sharedLookup(async (hashes) => {
    const rows = await pool.ask<Row>("visitors", statement, [hashes]);
    const at = now();
    const live = rows.filter((row) => standingOf(row, at) === "live" && !row.mustChangePassword);
    return new Map(live.map(({ tokenHash, userId, version }) => [tokenHash, { userId, version }]));
  });
  return async (token) => (await find(hashOfSecret(token))) ?? null;
}
