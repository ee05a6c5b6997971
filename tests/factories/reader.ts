import { getOrganisation } from "@/lib/agencies/queries";
import { everWithin } from "@/lib/agencies/rules";
import type { Actor, Role } from "@/lib/auth/actor";

/** Somebody signed in with one role at one agency, without an account behind it: enough to read. */
export async function readerAt(role: Role, agency: string): Promise<Actor> {
  const isWide = role === "GENERAL_STAFF" || role === "AUDITOR" || agency === "tc" || agency === "cql";
  const reach = isWide ? "*" : [...everWithin(await getOrganisation(), agency)];
  const userId = `test:${role}@${agency}`;
  return {
    userId,
    login: "test",
    name: "Người thử",
    assignments: [{ role, agency, acting: false }],
    reach,
    via: "session",
  };
}
