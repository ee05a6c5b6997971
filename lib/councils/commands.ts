import { randomUUID } from "node:crypto";
import type { WriteContext } from "@/lib/actions/operation";
import { isInForce } from "@/lib/agencies/rules";
import { type Day, dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { dateOfDay, dayOfDate } from "@/lib/db/day";
import { councilRefusals } from "@/lib/i18n/councils";
import { assertLevel, assertMayBeSeated } from "./rules";
import type { CreateCouncil, EndSeat, SeatMember } from "./schema";

/** Founds a council by its decision; one a level and agency at a time. */
export async function createCouncil(
  context: WriteContext,
  input: CreateCouncil,
): Promise<{ council: string }> {
  const { agency, level, name, decision, validFrom } = input;
  assertLevel(level, context.organisation.kinds.get(agency));
  const council = randomUUID();
  const from = validFrom ?? dayOfInstant(context.now);
  await context.tx.council.create({
    data: { id: council, agencyCode: agency, level, name, decision, validFrom: dateOfDay(from) },
  });
  await record(context, agency, "council.create", council, { level, name, decision, validFrom: from });
  return { council };
}

/** Gives somebody a seat from a day on. */
export async function seatMember(context: WriteContext, input: SeatMember): Promise<{ seat: string }> {
  const { tx, now } = context;
  const council = await councilOf(context, input);
  const user = await tx.user.findUnique({ where: { login: input.login }, include: { assignments: true } });
  if (user === null || user.disabledAt !== null) throw notFound();
  const from = input.validFrom ?? laterOf(dayOfDate(council.validFrom), dayOfInstant(now));
  const held = user.assignments.filter(({ validFrom, validUntil }) =>
    isInForce({ validFrom: dayOfDate(validFrom), validUntil: validUntil && dayOfDate(validUntil) }, from),
  );
  assertMayBeSeated(held.map(({ role }) => role));
  const seat = randomUUID();
  await tx.councilSeat.create({
    data: {
      ...{ id: seat, councilId: council.id, userId: user.id },
      ...{ role: input.role, validFrom: dateOfDay(from) },
    },
  });
  const payload = { seat, member: user.id, role: input.role, validFrom: from };
  await record(context, input.agency, "council.seat", council.id, payload);
  return { seat };
}

/** Ends a seat on a day; who sat there stays on the record of every earlier vote. */
export async function endSeat(context: WriteContext, input: EndSeat): Promise<null> {
  const { tx, now } = context;
  const council = await councilOf(context, input);
  const seat = await tx.councilSeat.findFirst({ where: { id: input.seat, councilId: council.id } });
  if (seat === null || seat.validUntil !== null) throw notFound();
  const until = input.validUntil ?? dayOfInstant(now);
  if (until < dayOfDate(seat.validFrom)) throw new Failure("invalid", councilRefusals.ended);
  await tx.councilSeat.update({ where: { id: seat.id }, data: { validUntil: dateOfDay(until) } });
  const payload = { seat: seat.id, validUntil: until };
  await record(context, input.agency, "council.endSeat", council.id, payload);
  return null;
}

/** A council of this agency, held until the transaction ends. */
async function councilOf({ tx }: WriteContext, { agency, council }: { agency: string; council: string }) {
  await tx.$queryRaw`SELECT id FROM council WHERE id = ${council}::uuid FOR UPDATE`;
  const found = await tx.council.findFirst({ where: { id: council, agencyCode: agency } });
  if (found === null) throw notFound();
  return found;
}

const laterOf = (one: Day, other: Day) => (one > other ? one : other);

function record(
  context: WriteContext,
  chain: string,
  action: string,
  council: string,
  payload: Record<string, unknown>,
): Promise<void> {
  return context.audit({ chain, action, subject: `council:${council}`, payload });
}

function notFound(): Failure {
  return new Failure("not-found", councilRefusals.notFound);
}
