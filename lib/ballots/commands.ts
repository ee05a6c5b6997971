import type { WriteContext } from "@/lib/actions/operation";
import { now } from "@/lib/clock";
import { Failure } from "@/lib/core/failure";
import { type StandIn, votersOf } from "@/lib/councils/rules";
import type { Seat } from "@/lib/councils/types";
import { makeAnchor } from "@/lib/db/anchor-file";
import { ballotRefusals } from "@/lib/i18n/ballots";
import {
  ballotConfirmedBy,
  ballotHeldBy,
  type HeldBallot,
  lineOf,
  moveBallot,
  seatsInForce,
} from "./conduct/commands";
import { readOpinions, readReceipts } from "./counting/queries";
import { hashOfText, inOrder, opinionsHash, receiptsHash, recordText, votesHash } from "./record/rules";
import { assertWhole } from "./rules";
import type { CancelBallot, CloseBallot, CountBallot, GiveKey, OpenBallot, PassShare } from "./schema";
import type { BallotRecord, RollEntry, VoteRule } from "./types";

/** A holder's own public key for this ballot; may be replaced until it opens. */
export async function giveKey(context: WriteContext, { ballot: id, publicKey }: GiveKey): Promise<null> {
  const { own } = await ballotHeldBy(context, id, "DRAFT");
  await context.tx.ballotHolder.updateMany({
    where: { ballotId: id, position: own.position },
    data: { publicKey },
  });
  await context.audit(lineOf(id, "key", { position: own.position, key: publicKey }));
  return null;
}

/** Freezes the roll and the record, stores the election's public key and three sealed shares, and opens. */
export async function openBallot(context: WriteContext, input: OpenBallot): Promise<{ record: string }> {
  const { tx, now } = context;
  const ballot = await ballotConfirmedBy(context, input, "DRAFT");
  const { id } = ballot;
  const holders = await tx.ballotHolder.findMany({ where: { ballotId: id }, orderBy: { position: "asc" } });
  if (holders.some(({ publicKey }) => publicKey === null))
    throw new Failure("precondition", ballotRefusals.keysMissing);
  if (holders.some(({ publicKey }, at) => publicKey !== input.holderKeys[at]))
    throw new Failure("conflict", ballotRefusals.keysChanged);
  const roll = await frozenRoll(context, ballot, input.standIns);
  const record = recordText(await recordOf(context, ballot, roll, input.publicKey));
  const voters = roll.filter(({ standing }) => standing === "VOTER");
  await tx.ballotSeat.createMany({
    data: voters.map(({ member, standing }) => ({ ballotId: id, userId: member, standing })),
  });
  for (const { position } of holders) {
    const share = input.shares[position - 1];
    if (share) await tx.ballotHolder.updateMany({ where: { ballotId: id, position }, data: { share } });
  }
  const recordHash = hashOfText(record);
  const frozen = { state: "OPEN", record, recordHash, publicKey: input.publicKey, openedAt: now };
  await moveBallot(context.tx, ballot, frozen);
  await context.audit(lineOf(id, "open", { record: recordHash, voters: voters.length }));
  return { record: recordHash };
}

async function frozenRoll(
  context: WriteContext,
  ballot: HeldBallot,
  standIns: readonly StandIn[],
): Promise<RollEntry[]> {
  const seats = await seatsInForce(context, ballot.councilId);
  const kept = await context.tx.ballotSeat.findMany({ where: { ballotId: ballot.id } });
  const recused = new Set(kept.map(({ userId }) => userId));
  const roll = votersOf(seats, standIns).map(({ userId, name, role }: Seat) => ({
    ...{ member: userId, name, role },
    standing: recused.has(userId) ? ("RECUSED" as const) : ("VOTER" as const),
  }));
  if (!roll.some(({ standing }) => standing === "VOTER"))
    throw new Failure("precondition", ballotRefusals.noVoters);
  return roll;
}

async function recordOf(
  { tx, now }: WriteContext,
  ballot: HeldBallot,
  roll: readonly RollEntry[],
  publicKey: string,
): Promise<BallotRecord> {
  const { id, councilId, title, round, previousId: previous } = ballot;
  const council = await tx.council.findUniqueOrThrow({ where: { id: councilId } });
  const nominees = await tx.ballotNominee.findMany({ where: { ballotId: id }, orderBy: { slot: "asc" } });
  const holders = await tx.ballotHolder.findMany({ where: { ballotId: id }, orderBy: { position: "asc" } });
  const users = await tx.user.findMany({
    where: { id: { in: holders.map(({ userId }) => userId) } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map((user) => [user.id, user.name]));
  return {
    ...{ ballot: id, council: { id: councilId, name: council.name }, title, round, previous },
    rule: ballot.rule as VoteRule,
    nominees: nominees.map(({ slot, subject, award }) => ({ slot, subject, award })),
    roll,
    holders: holders.map(({ userId, publicKey: key }) => ({
      ...{ member: userId, name: names.get(userId) ?? userId, key: key ?? "" },
    })),
    ...{ publicKey, openedAt: now.toISOString() },
  };
}

/** Closes: from now on nobody casts; the receipts are published in their own order. */
export async function closeBallot(context: WriteContext, input: CloseBallot): Promise<{ sheets: number }> {
  const { tx, now } = context;
  const ballot = await ballotConfirmedBy(context, input, "OPEN");
  await moveBallot(context.tx, ballot, { state: "CLOSED", closedAt: now });
  const receipts = await readReceipts(tx, ballot.id);
  const opinions = opinionsHash(await readOpinions(tx, ballot.id));
  const published = { receipts: receiptsHash(receipts), opinions, sheets: receipts.length };
  await context.audit(lineOf(ballot.id, "close", published));
  return { sheets: receipts.length };
}

/** A holder hands a share, sealed anew in the holder's browser, to the holder who counts. */
export async function passShare(context: WriteContext, { ballot: id, to, share }: PassShare): Promise<null> {
  const { own } = await ballotHeldBy(context, id, "CLOSED");
  if (to === own.position) throw new Failure("invalid", ballotRefusals.state);
  await context.tx.ballotHolder.updateMany({
    where: { ballotId: id, position: own.position },
    data: { passedTo: to, passedShare: share },
  });
  await context.audit(lineOf(id, "pass", { from: own.position, to }));
  return null;
}

/** Writes all voices at once in the order of their marks; the database deletes what was sealed, and the audit says so. */
export async function countBallot(context: WriteContext, input: CountBallot): Promise<{ voices: number }> {
  const { tx, now } = context;
  const { ballot } = await ballotHeldBy(context, input.ballot, "CLOSED");
  const { id } = ballot;
  const receipts = await readReceipts(tx, id);
  const nominees = await tx.ballotNominee.findMany({ where: { ballotId: id }, select: { slot: true } });
  assertWhole(
    input.votes,
    nominees.map(({ slot }) => slot),
    receipts.length,
  );
  const votes = inOrder(input.votes);
  await tx.ballotVote.createMany({ data: votes.map((vote) => ({ ballotId: id, ...vote })) });
  await moveBallot(context.tx, ballot, { state: "COUNTED", endedAt: now });
  await context.audit(lineOf(id, "count", { votes: votesHash(votes), deleted: receipts.length }));
  return { voices: votes.length };
}

/** Ends a ballot without a result; sealed sheets are deleted unread. */
export async function cancelBallot(context: WriteContext, input: CancelBallot): Promise<null> {
  const { reason } = input;
  const ballot = await ballotConfirmedBy(context, input, "DRAFT", "OPEN", "CLOSED");
  await moveBallot(context.tx, ballot, { state: "CANCELLED", endedAt: context.now, reason });
  await context.audit(lineOf(ballot.id, "cancel", { reason }));
  return null;
}

/** After opening, closing and counting the audit's heads go to the file outside the database. */
export async function anchorBallot(): Promise<void> {
  await makeAnchor("ballot", now());
}
