import type { WriteContext } from "@/lib/actions/operation";
import { Failure } from "@/lib/core/failure";
import { ballotRefusals } from "@/lib/i18n/ballots";
import { ballotRunBy, lineOf, noBallot } from "../conduct/commands";
import { assertState } from "../rules";
import type { CastBallot, RecordOpinion } from "../schema";
import { receiptOf } from "../sealing/rules";

/** Puts the actor's sealed sheet in, in place of an earlier one; closing waits for it, or it for closing. */
export async function castBallot(
  context: WriteContext,
  { ballot: id, sheet }: CastBallot,
): Promise<{ cast: true }> {
  const { tx, actor } = context;
  const seat = await tx.ballotSeat.findFirst({
    where: { ballotId: id, userId: actor.userId, standing: "VOTER" },
  });
  if (seat === null) throw noBallot();
  const [held] = await tx.$queryRaw<{ state: string }[]>`SELECT ballot_held(${id}::uuid) AS state`;
  assertState(held?.state ?? "", "OPEN");
  const nominees = await tx.ballotNominee.count({ where: { ballotId: id } });
  if (nominees !== sheet.length) throw new Failure("conflict", ballotRefusals.nominees);
  const written = await tx.ballotOpinion.count({ where: { ballotId: id, userId: actor.userId } });
  if (written > 0) throw new Failure("precondition", ballotRefusals.spoke);
  await tx.$executeRaw`SELECT ballot_cast(${id}::uuid, ${[...sheet]}::text[], ${receiptOf(sheet)})`;
  await context.audit(lineOf(id, "cast"));
  return { cast: true };
}

/** Minutes the written opinion of an absent member, about every nominee. */
export async function recordOpinion(context: WriteContext, input: RecordOpinion): Promise<null> {
  const { tx } = context;
  const { member, choices, document } = input;
  const { id } = await ballotRunBy(context, input.ballot, "OPEN");
  const seat = await tx.ballotSeat.findFirst({ where: { ballotId: id, userId: member, standing: "VOTER" } });
  if (seat === null) throw noBallot();
  const nominees = await tx.ballotNominee.findMany({ where: { ballotId: id }, select: { slot: true } });
  const named = new Set(choices.map(({ slot }) => slot));
  if (
    named.size !== choices.length ||
    named.size !== nominees.length ||
    !nominees.every(({ slot }) => named.has(slot))
  )
    throw new Failure("conflict", ballotRefusals.nominees);
  const cast = await tx.$queryRaw<{ user_id: string }[]>`SELECT user_id FROM ballot_turnout(${id}::uuid)`;
  const written = await tx.ballotOpinion.count({ where: { ballotId: id, userId: member } });
  if (written > 0 || cast.some(({ user_id }) => user_id === member))
    throw new Failure("precondition", ballotRefusals.spoke);
  await tx.ballotOpinion.createMany({
    data: choices.map(({ slot, choice }) => ({ ballotId: id, userId: member, slot, choice, document })),
  });
  await context.audit(lineOf(id, "opinion", { member, document }));
  return null;
}
