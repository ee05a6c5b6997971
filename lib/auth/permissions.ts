import { type Relation, relation } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import type { Actor, Role } from "./actor";

export const PERMISSIONS = [
  "results.read",
  "results.record",
  "results.submit",
  "results.import",
  "results.importHistory",
  "results.approve",
  "results.return",
  "results.supplement",
  "signals.answer",
  "cases.read",
  "cases.readOwn",
  "cases.enter",
  "cases.record",
  "cases.assign",
  "cases.parties",
  "cases.erase",
  "cases.explain",
  "summaries.sign",
  "summaries.excuse",
  "summaries.accept",
  "targets.assign",
  "campaigns.plan",
  "campaigns.issue",
  "campaigns.join",
  "campaigns.verify",
  "periods.manage",
  "calendar.manage",
  "agencies.manage",
  "users.manage",
  "tokens.own",
  "password.own",
  "preferences.own",
  "digest.send",
  "audit.read",
  "councils.manage",
  "ballots.serve",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** How far from one's own agency a permission reaches, as of the period asked about. */
export type Reach = "own" | "children" | "ownAndChildren" | "subtree" | "everywhere";

const relations: Record<Exclude<Reach, "everywhere">, readonly Relation[]> = {
  own: ["own"],
  children: ["child"],
  ownAndChildren: ["own", "child"],
  subtree: ["own", "child", "below", "predecessor"],
};

/** Who may do what, and how far. The only place that joins roles to permissions. */
export const GRANTS: Record<Role, Partial<Record<Permission, Reach>>> = {
  CLERK: {
    "results.read": "subtree",
    "results.record": "own",
    "results.submit": "own",
    "results.import": "ownAndChildren",
    "results.supplement": "own",
    "signals.answer": "ownAndChildren",
    "campaigns.plan": "own",
    "cases.read": "subtree",
    "cases.enter": "ownAndChildren",
    "cases.record": "own",
    "cases.parties": "own",
    "cases.explain": "own",
    "campaigns.join": "own",
    "tokens.own": "everywhere",
    "password.own": "everywhere",
    "preferences.own": "everywhere",
    "ballots.serve": "everywhere",
  },
  APPROVER: {
    "results.read": "subtree",
    "results.approve": "own",
    "results.return": "ownAndChildren",
    "signals.answer": "ownAndChildren",
    "summaries.sign": "own",
    "summaries.excuse": "children",
    "campaigns.plan": "own",
    "campaigns.issue": "own",
    "cases.read": "subtree",
    "cases.assign": "own",
    "cases.parties": "own",
    "cases.erase": "own",
    "cases.explain": "own",
    "campaigns.join": "own",
    "campaigns.verify": "children",
    "tokens.own": "everywhere",
    "password.own": "everywhere",
    "preferences.own": "everywhere",
    "ballots.serve": "everywhere",
    "councils.manage": "own",
  },
  OFFICER: {
    "cases.readOwn": "own",
    "cases.record": "own",
    "cases.parties": "own",
    "tokens.own": "everywhere",
    "password.own": "everywhere",
    "preferences.own": "everywhere",
    "ballots.serve": "everywhere",
  },
  GENERAL_STAFF: {
    "results.read": "everywhere",
    "results.importHistory": "everywhere",
    "results.return": "everywhere",
    "signals.answer": "everywhere",
    "summaries.accept": "everywhere",
    "targets.assign": "everywhere",
    "campaigns.plan": "everywhere",
    "campaigns.issue": "everywhere",
    "campaigns.verify": "everywhere",
    "periods.manage": "everywhere",
    "calendar.manage": "everywhere",
    "cases.read": "everywhere",
    "tokens.own": "everywhere",
    "password.own": "everywhere",
    "preferences.own": "everywhere",
    "ballots.serve": "everywhere",
    "councils.manage": "everywhere",
  },
  LEADER: {
    "results.read": "subtree",
    "cases.read": "subtree",
    "tokens.own": "everywhere",
    "password.own": "everywhere",
    "preferences.own": "everywhere",
    "ballots.serve": "everywhere",
  },
  AUDITOR: {
    "results.read": "everywhere",
    "audit.read": "everywhere",
    "cases.read": "everywhere",
    "tokens.own": "everywhere",
    "password.own": "everywhere",
    "preferences.own": "everywhere",
    "ballots.serve": "everywhere",
  },
  ADMIN: {
    "periods.manage": "everywhere",
    "calendar.manage": "everywhere",
    "agencies.manage": "everywhere",
    "users.manage": "everywhere",
    "tokens.own": "everywhere",
    "password.own": "everywhere",
    "preferences.own": "everywhere",
    "ballots.serve": "everywhere",
  },
};

/** What is asked about: an agency as of a day, or null for something that belongs to no agency. */
export type Place = { agency: string; day: Day } | null;

/** May the actor do this here? Closed when nothing grants it; where no agency is named only "everywhere" counts. */
export function can(actor: Actor, permission: Permission, place: Place, organisation: Organisation): boolean {
  if (actor.via === "system") return true;
  return actor.assignments.some(({ role, agency: home }) => {
    const reach = GRANTS[role][permission];
    if (reach === undefined) return false;
    if (reach === "everywhere") return true;
    return place !== null && relations[reach].includes(relation(organisation, home, place.agency, place.day));
  });
}

/** Does any of the actor's roles carry the permission somewhere? For menus, never for access. */
export function canSomewhere(actor: Actor, permission: Permission): boolean {
  return (
    actor.via === "system" || actor.assignments.some(({ role }) => GRANTS[role][permission] !== undefined)
  );
}
