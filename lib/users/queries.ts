import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Actor, Role } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { type Day, dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { foldText } from "@/lib/core/slug";
import { inViewOf, rawClient } from "@/lib/db/client";
import { dayOfDate } from "@/lib/db/day";
import { PASSWORD_RULES_KEY, passwordRulesOf } from "./rules";
import type { PasswordRules, UserAssignment, UserDetail, UserSummary } from "./types";

const userColumns = {
  login: true as const,
  name: true as const,
  disabledAt: true as const,
  mustChangePassword: true as const,
  assignments: { orderBy: [{ validFrom: "desc" as const }, { id: "asc" as const }] },
};

/** Accounts whose login, name or agency contains the words, by login; closed to all but administrators. */
export async function listUsers(
  actor: Actor,
  filter: { text?: string; role?: Role } = {},
): Promise<UserSummary[]> {
  const describe = await summaries(actor);
  const rows = await inViewOf(actor, (tx) =>
    tx.user.findMany({
      where: filter.role ? { assignments: { some: { role: filter.role } } } : {},
      orderBy: { login: "asc" },
      take: 2_000,
      select: userColumns,
    }),
  );
  const text = foldText(filter.text ?? "").trim();
  const isFound = ({ login, name, assignments }: UserSummary) =>
    foldText([login, name, ...assignments.map(({ agencyName }) => agencyName)].join(" ")).includes(text);
  return rows.map(describe).filter(isFound);
}

/** One account with its assignments, live sessions and tokens. */
export async function getUser(actor: Actor, login: string): Promise<UserDetail> {
  const describe = await summaries(actor);
  const { row, sessions, tokens } = await inViewOf(actor, async (tx) => ({
    row: await tx.user.findUnique({ where: { login }, select: userColumns }),
    // One after the other: several relations in one select are read at once, on the one connection of a transaction.
    sessions: await tx.session.findMany({
      where: { user: { login }, revokedAt: null, expiresAt: { gt: now() } },
      orderBy: { lastSeenAt: "desc" },
      select: { device: true, createdAt: true, lastSeenAt: true },
    }),
    tokens: await tx.apiToken.findMany({
      where: { user: { login } },
      orderBy: { createdAt: "desc" },
      select: { id: true, label: true, createdAt: true, revokedAt: true },
    }),
  }));
  if (!row) throw noSuch();
  return { ...describe(row), sessions, tokens };
}

/** The same for pages: null when there is no such account, or the reader may not see accounts. */
export function findUser(actor: Actor, login: string): Promise<UserDetail | null> {
  return getUser(actor, login).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not-found") return null;
    throw error;
  });
}

/** The password rules in force. Public: the sign-in side shows them to people without a role. */
export async function getPasswordRules(): Promise<PasswordRules> {
  const row = await rawClient().setting.findUnique({ where: { key: PASSWORD_RULES_KEY } });
  return passwordRulesOf(row?.value);
}

type AssignmentRow = {
  id: string;
  role: string;
  agencyCode: string;
  validFrom: Date;
  validUntil: Date | null;
  acting: boolean;
  decisionNumber: string | null;
};
type UserRow = {
  login: string;
  name: string;
  disabledAt: Date | null;
  mustChangePassword: boolean;
  assignments: AssignmentRow[];
};

async function summaries(actor: Actor): Promise<(row: UserRow) => UserSummary> {
  const organisation = await getOrganisation();
  if (!can(actor, "users.manage", null, organisation)) throw noSuch();
  const today = dayOfInstant(now());
  const nameOf = (code: string) => organisation.versions.get(code)?.at(-1)?.name ?? code;
  return ({ login, name, disabledAt, mustChangePassword, assignments }) => ({
    login,
    name,
    isDisabled: disabledAt !== null,
    mustChangePassword,
    assignments: assignments.map((row) => assignmentOf(row, nameOf(row.agencyCode), today)),
  });
}

function assignmentOf(row: AssignmentRow, agencyName: string, today: Day): UserAssignment {
  const { id, role, agencyCode: agency, acting, decisionNumber } = row;
  const validFrom = dayOfDate(row.validFrom);
  const validUntil = row.validUntil && dayOfDate(row.validUntil);
  const inForce = validFrom <= today && (validUntil === null || today < validUntil);
  return {
    id,
    role: role as Role,
    agency,
    agencyName,
    validFrom,
    validUntil,
    acting,
    decisionNumber,
    inForce,
  };
}

function noSuch(): Failure {
  return new Failure("not-found", { vi: "Không tìm thấy.", en: "Not found." });
}
