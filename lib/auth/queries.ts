import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { everWithin } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import { now } from "@/lib/clock";
import { dayOfInstant } from "@/lib/core/day";
import { rawClient } from "@/lib/db/client";
import { dateOfDay } from "@/lib/db/day";
import { Prisma } from "@/lib/db/generated/client";
import type { Actor, Assignment, Role } from "./actor";
import { GRANTS } from "./permissions";
import { hashOfSecret } from "./secret";

type PersonRow = {
  id: string;
  login: string;
  name: string;
  assignments: { role: Role; agency: string; acting: boolean }[];
};

/** The person behind a user id with the roles in force today; null when unknown or disabled. */
export async function actorOfUser(userId: string, via: "session" | "token"): Promise<Actor | null> {
  return actorOf(Prisma.sql`u.id = ${userId}::uuid`, via);
}

/** The person behind an API token; null when it is unknown or revoked, or its user is disabled. */
export async function actorOfToken(token: string): Promise<Actor | null> {
  const known = Prisma.sql`u.id = (SELECT t.user_id FROM api_token t
    WHERE t.token_hash = ${hashOfSecret(token)} AND t.revoked_at IS NULL)`;
  return actorOf(known, "token");
}

/** One statement for who it is and in which roles: every request pays for it. */
async function actorOf(isThisOne: Prisma.Sql, via: "session" | "token"): Promise<Actor | null> {
  const today = dateOfDay(dayOfInstant(now()));
  const [[person], organisation] = await Promise.all([
    rawClient().$queryRaw<PersonRow[]>`
      SELECT u.id, u.login, u.name, coalesce((
        SELECT jsonb_agg(jsonb_build_object('role', a.role, 'agency', a.agency_code, 'acting', a.acting)
          ORDER BY a.role, a.agency_code)
        FROM role_assignment a WHERE a.user_id = u.id
          AND a.valid_from <= ${today}::date AND (a.valid_until IS NULL OR a.valid_until > ${today}::date)), '[]') AS assignments
      FROM user_account u WHERE u.disabled_at IS NULL AND ${isThisOne}`,
    getOrganisation(),
  ]);
  if (!person) return null;
  const { id, login, name, assignments } = person;
  return { userId: id, login, name, assignments, reach: reachOf(assignments, organisation), via };
}

/** The agencies whose rows the database may show: only roles that read results or their own cases reach any. */
function reachOf(assignments: readonly Assignment[], organisation: Organisation): Actor["reach"] {
  const reach = new Set<string>();
  for (const { role, agency } of assignments) {
    const reads = GRANTS[role]["results.read"];
    if (reads === undefined && GRANTS[role]["cases.readOwn"] !== undefined) reach.add(agency);
    if (reads === undefined) continue;
    if (reads === "everywhere" || organisation.kinds.get(agency) === "GENERAL_DEPARTMENT") return "*";
    for (const each of within(organisation, agency)) reach.add(each);
  }
  return [...reach].sort();
}

const reaches = new WeakMap<Organisation, Map<string, ReadonlySet<string>>>();

/** `everWithin`, walked once for each agency while the organisation stays as it is. */
function within(organisation: Organisation, agency: string): ReadonlySet<string> {
  const known = reaches.get(organisation) ?? new Map<string, ReadonlySet<string>>();
  reaches.set(organisation, known);
  const found = known.get(agency) ?? everWithin(organisation, agency);
  known.set(agency, found);
  return found;
}
