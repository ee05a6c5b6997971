export const ROLES = ["CLERK", "APPROVER", "OFFICER", "GENERAL_STAFF", "LEADER", "AUDITOR", "ADMIN"] as const;
export type Role = (typeof ROLES)[number];

/** A role in force today at one agency. */
export type Assignment = { role: Role; agency: string; acting: boolean };

/** Somebody who was identified: only lib/auth makes one. */
export type Actor = {
  userId: string;
  login: string;
  name: string;
  assignments: readonly Assignment[];
  /** Agencies whose rows the database lets through: "*" for the whole system. */
  reach: "*" | readonly string[];
  /** How they came in: a cookie session is checked for its origin, a token or the machine itself is not. */
  via: "session" | "token" | "system";
};

/** The machine's operator (CLI, start-up): may do everything, and is named in the audit. */
export function systemActor(name: string): Actor {
  return { userId: `system:${name}`, login: name, name, assignments: [], reach: "*", via: "system" };
}
