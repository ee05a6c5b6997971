import { paths } from "@/lib/paths";
import type { Actor, Role } from "./actor";

const works: readonly Role[] = ["CLERK", "APPROVER", "GENERAL_STAFF", "ADMIN"];

/** The first page after signing in: a leader's overview, an officer's cases; what one owes for everybody else. */
export function startPath({ assignments }: Pick<Actor, "assignments">): string {
  const roles = assignments.map(({ role }) => role);
  if (roles.some((role) => works.includes(role))) return paths.work();
  if (roles.includes("LEADER")) return paths.overview();
  return roles.includes("OFFICER") ? paths.cases() : paths.work();
}
