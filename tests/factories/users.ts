import { randomUUID } from "node:crypto";
import type { Actor, Role } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/password";
import { actorOfUser } from "@/lib/auth/queries";
import type { TestDatabase } from "@/tests/setup/test-database";

/** What a test may say about a user; the rest is made up. */
export type UserTraits = {
  login?: string;
  name?: string;
  /** Left out: nobody can sign in as this user, and no time goes into hashing. */
  password?: string;
  mustChangePassword?: boolean;
  disabled?: boolean;
  role?: Role;
  agency?: string;
  validFrom?: string;
  validUntil?: string;
  acting?: boolean;
};

/** A user row, with an assignment when role and agency are given; returns its id and login. */
export async function createUser(
  db: TestDatabase,
  traits: UserTraits = {},
): Promise<{ userId: string; login: string }> {
  const userId = randomUUID();
  const login = traits.login ?? `user.${userId.slice(0, 8)}`;
  const passwordHash = traits.password ? await hashPassword(traits.password) : "!";
  const client = await db.owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT audit_append('users', 'test', 'user.arrange', $1, '{}')", [`user:${login}`]);
    await client.query(
      `INSERT INTO user_account (id, login, name, password_hash, must_change_password, disabled_at, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, now())`,
      [
        userId,
        login,
        traits.name ?? login,
        passwordHash,
        traits.mustChangePassword ?? false,
        disabledAt(traits),
      ],
    );
    if (traits.role && traits.agency) {
      await client.query(
        `INSERT INTO role_assignment (id, user_id, role, agency_code, valid_from, valid_until, acting, decision_number)
          VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7)`,
        [
          userId,
          traits.role,
          traits.agency,
          traits.validFrom ?? "2010-01-01",
          traits.validUntil ?? null,
          traits.acting ?? false,
          traits.acting ? "01/QĐ-THADS" : null,
        ],
      );
    }
    await client.query("COMMIT");
  } finally {
    client.release();
  }
  return { userId, login };
}

/** Somebody identified, with a user row behind them. */
export async function createActor(
  db: TestDatabase,
  traits: UserTraits & { role: Role; agency: string },
): Promise<Actor> {
  const { userId } = await createUser(db, traits);
  const actor = await actorOfUser(userId, "session");
  if (!actor) throw new Error(`The factory made no actor for ${traits.role} at ${traits.agency}`);
  return actor;
}

function disabledAt({ disabled }: UserTraits): string | null {
  return disabled ? "2022-01-01T00:00:00Z" : null;
}
