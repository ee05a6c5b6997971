import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf } from "@/lib/agencies/rules";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { dayOfInstant } from "@/lib/core/day";
import { inViewOf } from "@/lib/db/client";
import { dayOfDate } from "@/lib/db/day";
import { runsCouncil, seatsOn } from "./rules";
import { readSeats } from "./seats/queries";
import type { Council, CouncilLevel } from "./types";

/** The councils that the reader sits on or may manage, by level, then name. */
export async function listCouncils(actor: Actor): Promise<Council[]> {
  const organisation = await getOrganisation();
  const today = dayOfInstant(now());
  const councils = await inViewOf(actor, async (tx) => {
    const rows = await tx.council.findMany({ orderBy: [{ level: "desc" }, { name: "asc" }, { id: "asc" }] });
    const seats = await readSeats(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({ row, seats: seats.get(row.id) ?? [] }));
  });
  return councils
    .map(({ row, seats }): Council => {
      const { id, agencyCode: agency, level, name, decision, illustrative } = row;
      const inForce = seatsOn(seats, today);
      return {
        ...{ id, agency, level: level as CouncilLevel, name, decision, illustrative, seats },
        // As it was called when the council was founded: it may have been merged since.
        agencyName: agencyAsOf(organisation, agency, dayOfDate(row.validFrom))?.name ?? agency,
        validFrom: dayOfDate(row.validFrom),
        validUntil: row.validUntil && dayOfDate(row.validUntil),
        mayManage: can(actor, "councils.manage", { agency, day: today }, organisation),
        runs: runsCouncil(inForce, actor.userId),
      };
    })
    .filter(({ mayManage, seats }) => mayManage || seats.some(({ userId }) => userId === actor.userId));
}
