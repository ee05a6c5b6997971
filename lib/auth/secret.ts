import { createHash, randomBytes } from "node:crypto";

/** A new 256-bit secret as text that fits a cookie or a header. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** A name for what a kept hash stands for: it tells one session from another, and opens none. */
export function nameOfHash(hash: string): string {
  return hashOfSecret(`name:${hash}`).slice(0, 16);
}

/** What the database keeps of a secret: enough to recognise it, not to use it. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
