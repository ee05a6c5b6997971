import { hashOfSecret, newSecret } from "@/lib/auth/secret";
import type { TestDatabase } from "@/tests/setup/test-database";
import { audited } from "./loaded-reports";

/** An API token that acts as a user. */
export async function tokenFor(db: TestDatabase, userId: string): Promise<string> {
  const token = newSecret();
  await audited(db.owner, async (client) => {
    await client.query(
      "INSERT INTO api_token (id, token_hash, user_id, created_at) VALUES (gen_random_uuid(), $1, $2, now())",
      [hashOfSecret(token), userId],
    );
  });
  return token;
}
