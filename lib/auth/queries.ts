import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { everWithin } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import { now } from "@/lib/clock";
import { dayOfInstant } from "@/lib/core/day";
import { rawClient } from "@/lib/db/client";
import { dateOfDay } from "@/lib/db/day";
import type { Actor, Assignment, Role } from "./actor";
import { GRANTS } from "./permissions";
import { hashOfSecret } from "./secret";

/** The person behind a user id with the roles in force today; null when unknown or disabled. */
export async function actorOfUser(userId: string, via: "session" | "token"): Promise<Actor | null> {
  const today = dateOfDay(dayOfInstant(now()));
  const [user, organisation] = await Promise.all([
    rawClient().user.findUnique({
      where: { id: userId },
      select: {
        id: true,
        login: true,
        name: true,
        disabledAt: true,
        assignments: {
          where: { validFrom: { lte: today }, OR: [{ validUntil: null }, { validUntil: { gt: today } }] },
          orderBy: [{ role: "asc" }, { agencyCode: "asc" }],
          select: { role: true, agencyCode: true, acting: true },
        },
      },
    }),
    getOrganisation(),
  ]);
  if (!user || user.disabledAt) return null;
  const assignments = user.assignments.map(({ role, agencyCode, acting }) => ({
    role: role as Role,
    agency: agencyCode,
    acting,
  }));
  const { id, login, name } = user;
  return { userId: id, login, name, assignments, reach: reachOf(assignments, organisation), via };
}

/** The person behind an API token; null when it is unknown or revoked, or its user is disabled. */
export async function actorOfToken(token: string): Promise<Actor | null> {
  const row = await rawClient().apiToken.findUnique({
    where: { tokenHash: hashOfSecret(token) },
    select: { userId: true, revokedAt: true },
  });
  return row && !row.revokedAt ? actorOfUser(row.userId, "token") : null;
}

/** The agencies whose rows the database may show: only roles that read results reach any. */
function reachOf(assignments: readonly Assignment[], organisation: Organisation): Actor["reach"] {
  const reach = new Set<string>();
  for (const { role, agency } of assignments) {
    const reads = GRANTS[role]["results.read"];
    if (reads === undefined) continue;
    if (reads === "everywhere" || organisation.kinds.get(agency) === "GENERAL_DEPARTMENT") return "*";
    for (const each of everWithin(organisation, agency)) reach.add(each);
  }
  return [...reach].sort();
}
