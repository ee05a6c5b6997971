import type { AgencyKind } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { councilRefusals } from "@/lib/i18n/councils";
import type { CouncilLevel, Seat, SeatRole } from "./types";

/** Those who prepare, open and close ballots. */
const running: readonly SeatRole[] = ["CHAIR", "DEPUTY", "SECRETARY"];

/** The seats in force on a day. */
export function seatsOn<S extends Pick<Seat, "validFrom" | "validUntil">>(
  seats: readonly S[],
  day: Day,
): S[] {
  return seats.filter(
    ({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day < validUntil),
  );
}

/** Does this person chair the council or keep its papers? */
export function runsCouncil(seats: readonly Pick<Seat, "userId" | "role">[], userId: string): boolean {
  return seats.some((seat) => seat.userId === userId && running.includes(seat.role));
}

/** Councils of the sector and of the Ministry sit at the General Department, an agency's own at that agency. */
export function assertLevel(level: CouncilLevel, kind: AgencyKind | undefined): void {
  const isCentral = kind === "GENERAL_DEPARTMENT";
  if (kind === undefined || (level !== "AGENCY" && !isCentral))
    throw new Failure("invalid", councilRefusals.level, { fields: { level: councilRefusals.level } });
}

/** Auditors and administrators read the audit of every ballot: they cannot also be kept out of one. */
export function assertMayBeSeated(roles: readonly string[]): void {
  if (roles.includes("AUDITOR") || roles.includes("ADMIN"))
    throw new Failure("precondition", councilRefusals.watchesAll);
}

type Held = Pick<Seat, "userId" | "role">;
/** A member who is away and the substitute in the member's place. */
export type StandIn = { member: string; substitute: string };

/** Who votes: the members in force, each replaced by a substitute where one stands in. Throws on a wrong stand-in. */
export function votersOf<S extends Held>(seats: readonly S[], standIns: readonly StandIn[]): S[] {
  const byId = new Map(seats.map((seat) => [seat.userId, seat]));
  const replacing = new Map(standIns.map(({ member, substitute }) => [member, substitute]));
  const isSound =
    replacing.size === standIns.length &&
    new Set(replacing.values()).size === standIns.length &&
    standIns.every(
      ({ member, substitute }) =>
        byId.get(substitute)?.role === "SUBSTITUTE" &&
        byId.has(member) &&
        byId.get(member)?.role !== "SUBSTITUTE",
    );
  if (!isSound) throw new Failure("invalid", councilRefusals.standIn);
  return seats
    .filter(({ role }) => role !== "SUBSTITUTE")
    .map((seat) => byId.get(replacing.get(seat.userId) ?? "") ?? seat);
}
