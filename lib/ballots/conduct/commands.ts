import type { WriteContext } from "@/lib/actions/operation";
import { confirmPassword } from "@/lib/auth/sign-in";
import { dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import type { Text } from "@/lib/core/locale";
import { runsCouncil, seatsOn } from "@/lib/councils/rules";
import { readSeats } from "@/lib/councils/seats/queries";
import type { Seat } from "@/lib/councils/types";
import type { Tx } from "@/lib/db/client";
import { ballotRefusals } from "@/lib/i18n/ballots";
import { assertState } from "../rules";
import type { BallotState } from "../types";

export type HeldBallot = NonNullable<Awaited<ReturnType<Tx["ballot"]["findUnique"]>>>;

/** The answer to whoever has nothing to do with a ballot, and for one that does not exist. */
export function noBallot(): Failure {
  return new Failure("not-found", ballotRefusals.notFound);
}

/** The seats of a council that are in force today. */
export async function seatsInForce({ tx, now }: WriteContext, council: string): Promise<Seat[]> {
  const seats = await readSeats(tx, [council]);
  return seatsOn(seats.get(council) ?? [], dayOfInstant(now));
}

/** A ballot held for a change, by somebody who runs its council and is not kept out of it. */
export async function ballotRunBy(
  context: WriteContext,
  id: string,
  ...allowed: readonly BallotState[]
): Promise<HeldBallot> {
  await assertRuns(context, id);
  const ballot = await heldBallot(context.tx, id);
  assertState(ballot.state, ...allowed);
  return ballot;
}

/**
 * The same after the password was given again. It is checked before the ballot is held: the check takes a connection of
 * its own, which everybody who waits for the ballot may just be occupying.
 */
export async function ballotConfirmedBy(
  context: WriteContext,
  { ballot: id, password }: { ballot: string; password: string },
  ...allowed: readonly BallotState[]
): Promise<HeldBallot> {
  await assertRuns(context, id);
  if (!(await confirmPassword(context.actor.userId, password)))
    refuseField("password", ballotRefusals.password);
  return ballotRunBy(context, id, ...allowed);
}

async function assertRuns(context: WriteContext, id: string): Promise<void> {
  const ballot = await context.tx.ballot.findUnique({ where: { id }, select: { councilId: true } });
  const seats = ballot ? await seatsInForce(context, ballot.councilId) : [];
  if (!runsCouncil(seats, context.actor.userId)) throw noBallot();
}

/** A ballot held for a change by one of its key holders, with all three. */
export async function ballotHeldBy(context: WriteContext, id: string, ...allowed: readonly BallotState[]) {
  const { tx, actor } = context;
  const ballot = await heldBallot(tx, id);
  const holders = await tx.ballotHolder.findMany({ where: { ballotId: id }, orderBy: { position: "asc" } });
  const own = holders.find(({ userId }) => userId === actor.userId);
  if (own === undefined) throw noBallot();
  assertState(ballot.state, ...allowed);
  return { ballot, holders, own };
}

/** Row-level security hides what the actor is kept out of. */
async function heldBallot(tx: Tx, id: string): Promise<HeldBallot> {
  await tx.$queryRaw`SELECT id FROM ballot WHERE id = ${id}::uuid FOR UPDATE`;
  const ballot = await tx.ballot.findUnique({ where: { id } });
  if (ballot === null) throw noBallot();
  return ballot;
}

/** Refuses one field of the form with its sentence. */
export function refuseField(field: string, text: Text): never {
  throw new Failure("invalid", text, { fields: { [field]: text } });
}

/** Moves a ballot on from the version that was held. */
export async function moveBallot(
  tx: Tx,
  { id, version }: HeldBallot,
  data: Parameters<Tx["ballot"]["updateMany"]>[0]["data"],
): Promise<void> {
  await tx.ballot.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } });
}

/** A line of the ballot's own chain. */
export const lineOf = (ballot: string, action: string, payload: Record<string, unknown> = {}) => ({
  chain: `ballot:${ballot}`,
  action: `ballot.${action}`,
  subject: `ballot:${ballot}`,
  payload,
});
