import type { Organisation } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { Failure } from "@/lib/core/failure";

/** Lets auditors and administrators pass; says whether figures quoted in the audit are theirs to read. */
export function assertMayAudit(actor: Actor, organisation: Organisation): { seesFigures: boolean } {
  const seesFigures = can(actor, "audit.read", null, organisation);
  if (seesFigures || can(actor, "users.manage", null, organisation)) return { seesFigures };
  throw new Failure("not-found", { vi: "Không tìm thấy.", en: "Not found." });
}
