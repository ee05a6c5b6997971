import type { Tx } from "@/lib/db/client";
import { dayOfDate } from "@/lib/db/day";
import type { Seat, SeatRole } from "../types";

const rank: Record<SeatRole, number> = { CHAIR: 0, DEPUTY: 1, SECRETARY: 2, MEMBER: 3, SUBSTITUTE: 4 };

/** All seats of some councils with the names of those who hold them: chair first, substitutes last. */
export async function readSeats(tx: Tx, councils: readonly string[]): Promise<ReadonlyMap<string, Seat[]>> {
  const rows = await tx.councilSeat.findMany({ where: { councilId: { in: [...councils] } } });
  const users = await tx.user.findMany({
    where: { id: { in: rows.map(({ userId }) => userId) } },
    select: { id: true, login: true, name: true },
  });
  const people = new Map(users.map((user) => [user.id, user]));
  const found = new Map<string, Seat[]>(councils.map((id) => [id, []]));
  for (const { id, councilId, userId, role, validFrom, validUntil } of rows) {
    const { login = "", name = userId } = people.get(userId) ?? {};
    found.get(councilId)?.push({
      ...{ id, userId, login, name, role: role as SeatRole },
      validFrom: dayOfDate(validFrom),
      validUntil: validUntil && dayOfDate(validUntil),
    });
  }
  for (const seats of found.values())
    seats.sort(
      (a, b) => rank[a.role] - rank[b.role] || a.name.localeCompare(b.name, "vi") || (a.id < b.id ? -1 : 1),
    );
  return found;
}
