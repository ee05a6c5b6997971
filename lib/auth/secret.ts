import { createHash, randomBytes } from "node:crypto";

/** A new 256-bit secret as text that fits a cookie or a header. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a secret: enough to recognise it, not to use it. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
