import type { Role } from "@/lib/auth/actor";
import type { Day } from "@/lib/core/day";

/** What a password must be; kept as the setting "password.rules". */
export type PasswordRules = {
  minLength: number;
  maxLength: number;
  /** How many different characters it has at least. */
  minDistinct: number;
  /** Words it may not contain, compared without diacritics, capitals and punctuation. */
  blocked: readonly string[];
};

export type UserAssignment = {
  id: string;
  role: Role;
  agency: string;
  agencyName: string;
  validFrom: Day;
  validUntil: Day | null;
  acting: boolean;
  decisionNumber: string | null;
  inForce: boolean;
};

export type UserSummary = {
  login: string;
  name: string;
  isDisabled: boolean;
  mustChangePassword: boolean;
  assignments: readonly UserAssignment[];
};

/** A live session of one's own; its id says which, and opens nothing. */
export type OwnSession = {
  id: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
};

/** What opens one's own account, besides the password. */
export type OwnAccess = { sessions: readonly OwnSession[]; tokens: UserDetail["tokens"] };

export type UserDetail = UserSummary & {
  sessions: readonly { device: string; createdAt: Date; lastSeenAt: Date }[];
  tokens: readonly { id: string; label: string; createdAt: Date; revokedAt: Date | null }[];
};
