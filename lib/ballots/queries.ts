import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import { dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { runsCouncil, seatsOn } from "@/lib/councils/rules";
import { readSeats } from "@/lib/councils/seats/queries";
import type { Seat } from "@/lib/councils/types";
import { inViewOf, type Tx } from "@/lib/db/client";
import { ballotRefusals } from "@/lib/i18n/ballots";
import { readCounted, readReceipts } from "./counting/queries";
import { rollOf } from "./tally/rules";
import type {
  BallotLine,
  BallotRecord,
  BallotState,
  BallotView,
  HolderView,
  SealedVoice,
  VoteRule,
} from "./types";

type Row = NonNullable<Awaited<ReturnType<Tx["ballot"]["findUnique"]>>>;
type Relation = Pick<BallotLine, "votes" | "runs" | "holds">;

/** The ballots that the reader votes in, runs or holds a key of, newest first. One kept out of a ballot never sees it. */
export async function listBallots(actor: Actor): Promise<BallotLine[]> {
  return inViewOf(actor, async (tx) => {
    const rows = await tx.ballot.findMany({ orderBy: [{ preparedAt: "desc" }, { id: "asc" }] });
    const lines: BallotLine[] = [];
    for (const row of rows) {
      const relation = await relationOf(tx, actor, row);
      if (isConcerned(relation)) lines.push(await lineOf(tx, row, relation));
    }
    return lines;
  });
}

/** One ballot as the reader may see it; refused like a missing one when it is none of the reader's business. */
export async function getBallot(actor: Actor, id: string): Promise<BallotView> {
  return inViewOf(actor, async (tx) => {
    const row = await tx.ballot.findUnique({ where: { id } });
    const relation = row && (await relationOf(tx, actor, row));
    if (row === null || relation === null || !isConcerned(relation)) throw noBallot();
    return viewOf(tx, actor, row, relation);
  });
}

/** The sealed voices of a closed ballot, for one of its key holders; without voters, in the order of their bytes. */
export async function listVoices(actor: Actor, id: string): Promise<SealedVoice[]> {
  return inViewOf(actor, async (tx) => {
    const row = await tx.ballot.findUnique({ where: { id } });
    const relation = row && (await relationOf(tx, actor, row));
    if (row?.state !== "CLOSED" || !relation?.holds) throw noBallot();
    return tx.$queryRaw<SealedVoice[]>`SELECT slot, voice FROM ballot_voices(${id}::uuid)`;
  });
}

async function relationOf(tx: Tx, actor: Actor, { id, councilId, state }: Row): Promise<Relation> {
  const own = { ballotId: id, userId: actor.userId };
  const seats = (await readSeats(tx, [councilId])).get(councilId) ?? [];
  return {
    votes: state !== "DRAFT" && (await tx.ballotSeat.count({ where: { ...own, standing: "VOTER" } })) > 0,
    runs: runsCouncil(seatsOn(seats, dayOfInstant(now())), actor.userId),
    holds: (await tx.ballotHolder.count({ where: own })) > 0,
  };
}

const isConcerned = ({ votes, runs, holds }: Relation) => votes || runs || holds;

async function lineOf(tx: Tx, row: Row, relation: Relation): Promise<BallotLine> {
  const council = await tx.council.findUniqueOrThrow({
    where: { id: row.councilId },
    select: { name: true },
  });
  const receipt = await ownReceipt(tx, row.id);
  return {
    ...{ id: row.id, title: row.title, council: council.name, state: row.state as BallotState },
    ...{ round: row.round, openedAt: row.openedAt, illustrative: row.illustrative, ...relation },
    nominees: await tx.ballotNominee.count({ where: { ballotId: row.id } }),
    hasCast: receipt !== null,
  };
}

async function viewOf(tx: Tx, actor: Actor, row: Row, relation: Relation): Promise<BallotView> {
  const { id, councilId } = row;
  const record = row.record === null ? null : (JSON.parse(row.record) as BallotRecord);
  const rule = row.rule as VoteRule;
  const isClosed = row.state === "CLOSED" || row.state === "COUNTED";
  const nominees = await tx.ballotNominee.findMany({ where: { ballotId: id }, orderBy: { slot: "asc" } });
  const seats = seatsOn((await readSeats(tx, [councilId])).get(councilId) ?? [], dayOfInstant(now()));
  return {
    ...(await lineOf(tx, row, relation)),
    ...{ rule, version: row.version, recordHash: row.recordHash, publicKey: row.publicKey },
    ...{ closedAt: row.closedAt, reason: row.reason },
    slots: nominees.map(({ slot, subject, award }) => ({ slot, subject, award })),
    receipt: await ownReceipt(tx, id),
    roll: relation.runs || isClosed ? await rollFor(tx, row, record, seats) : null,
    holders: await holdersFor(tx, actor, row),
    receipts: isClosed ? await readReceipts(tx, id) : null,
    results: row.state === "COUNTED" ? (await readCounted(tx, row)).results : null,
    members: record ? rollOf(rule, record.roll) : seats.filter(({ role }) => role !== "SUBSTITUTE").length,
    substitutes: relation.runs ? seats.filter(({ role }) => role === "SUBSTITUTE") : [],
  };
}

/** The roll with who has cast or written; before the opening the council as it sits today. */
async function rollFor(tx: Tx, row: Row, record: BallotRecord | null, seats: readonly Seat[]) {
  const kept = await tx.ballotSeat.findMany({ where: { ballotId: row.id } });
  const cast = await tx.$queryRaw<{ user_id: string }[]>`SELECT user_id FROM ballot_turnout(${row.id}::uuid)`;
  const written = await tx.ballotOpinion.findMany({ where: { ballotId: row.id }, select: { userId: true } });
  const spoke = new Set([
    ...cast.map(({ user_id }) => user_id),
    ...written.map(({ userId }) => userId),
    ...kept.filter(({ voted }) => voted).map(({ userId }) => userId),
  ]);
  const recused = new Set(kept.filter(({ standing }) => standing === "RECUSED").map(({ userId }) => userId));
  const today = seats
    .filter(({ role }) => role !== "SUBSTITUTE")
    .map(({ userId, name, role }) => ({
      ...{ member: userId, name, role },
      standing: recused.has(userId) ? ("RECUSED" as const) : ("VOTER" as const),
    }));
  return (record?.roll ?? today).map((entry) => ({ ...entry, spoke: spoke.has(entry.member) }));
}

/** Shares go to whom they are sealed to, and to nobody else. */
async function holdersFor(tx: Tx, actor: Actor, row: Row): Promise<HolderView[]> {
  const rows = await tx.ballotHolder.findMany({ where: { ballotId: row.id }, orderBy: { position: "asc" } });
  const users = await tx.user.findMany({
    where: { id: { in: rows.map(({ userId }) => userId) } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map((user) => [user.id, user.name]));
  const own = rows.find(({ userId }) => userId === actor.userId)?.position;
  return rows.map(({ position, userId, publicKey, share, passedTo, passedShare }) => ({
    ...{ position, name: names.get(userId) ?? userId, isReader: position === own, key: publicKey },
    ...{ share: position === own ? share : null, passedTo },
    passedShare: own !== undefined && passedTo === own ? passedShare : null,
  }));
}

async function ownReceipt(tx: Tx, id: string): Promise<string | null> {
  const [own] = await tx.$queryRaw<{ receipt: string | null }[]>`
    SELECT ballot_own_receipt(${id}::uuid) AS receipt`;
  return own?.receipt ?? null;
}

function noBallot(): Failure {
  return new Failure("not-found", ballotRefusals.notFound);
}
