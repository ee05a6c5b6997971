import { paths } from "@/lib/paths";
import type { Actor, Role } from "./actor";

const works: readonly Role[] = ["CLERK", "APPROVER", "GENERAL_STAFF", "ADMIN"];

/** The first page after signing in: a leader's overview; what one owes for everybody who has something to do. */
export function startPath({ assignments }: Pick<Actor, "assignments">): string {
  const roles = assignments.map(({ role }) => role);
  const onlyLeads = roles.includes("LEADER") && !roles.some((role) => works.includes(role));
  return onlyLeads ? paths.overview() : paths.work();
}
