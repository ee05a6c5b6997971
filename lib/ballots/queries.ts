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
import type { BallotLine, BallotRecord, BallotView, HolderView, SealedVoice, VoteRule } from "./types";

type Row = NonNullable<Awaited<ReturnType<Tx["ballot"]["findUnique"]>>>;

/** The ballots that the reader votes in, runs or holds a key of, newest first. One kept out of a ballot never sees it. */
export async function listBallots(actor: Actor): Promise<BallotLine[]> {
  return inViewOf(actor, (tx) => readLines(tx, actor, null));
}

/** One ballot as the reader may see it; refused like a missing one when it is none of the reader's business. */
export async function getBallot(actor: Actor, id: string): Promise<BallotView> {
  return inViewOf(actor, async (tx) => {
    const [line] = await readLines(tx, actor, id);
    const row = line && (await tx.ballot.findUnique({ where: { id } }));
    if (!line || !row) throw noBallot();
    return viewOf(tx, actor, row, line);
  });
}

/** The sealed voices of a closed ballot, for one of its key holders; without voters, in the order of their bytes. */
export async function listVoices(actor: Actor, id: string): Promise<SealedVoice[]> {
  return inViewOf(actor, async (tx) => {
    const [line] = await readLines(tx, actor, id);
    if (line?.state !== "CLOSED" || !line.holds) throw noBallot();
    return tx.$queryRaw<SealedVoice[]>`SELECT slot, voice FROM ballot_voices(${id}::uuid)`;
  });
}

/** What the reader has to do with every ballot that row-level security shows, or with one of them. */
async function readLines(tx: Tx, actor: Actor, id: string | null): Promise<BallotLine[]> {
  const me = actor.userId;
  const rows = await tx.$queryRaw<(Omit<BallotLine, "runs"> & { councilId: string })[]>`
    SELECT b.id, b.council_id AS "councilId", b.title, c.name AS council, b.state, b.round, b.illustrative,
      b.opened_at AS "openedAt",
      (SELECT count(*)::int FROM ballot_nominee n WHERE n.ballot_id = b.id) AS nominees,
      b.state <> 'DRAFT' AND coalesce(s.standing = 'VOTER', false) AS votes,
      coalesce(s.voted, false) OR ballot_own_receipt(b.id) IS NOT NULL AS "hasCast",
      EXISTS (SELECT FROM ballot_holder h WHERE h.ballot_id = b.id AND h.user_id::text = ${me}) AS holds
    FROM ballot b JOIN council c ON c.id = b.council_id
    LEFT JOIN ballot_seat s ON s.ballot_id = b.id AND s.user_id::text = ${me}
    WHERE ${id}::uuid IS NULL OR b.id = ${id}::uuid ORDER BY b.prepared_at DESC, b.id`;
  const seats = await readSeats(tx, [...new Set(rows.map(({ councilId }) => councilId))]);
  const today = dayOfInstant(now());
  return rows
    .map(({ councilId, ...line }) => ({
      ...line,
      runs: runsCouncil(seatsOn(seats.get(councilId) ?? [], today), me),
    }))
    .filter(({ votes, runs, holds }) => votes || runs || holds);
}

async function viewOf(tx: Tx, actor: Actor, row: Row, line: BallotLine): Promise<BallotView> {
  const { id, councilId } = row;
  const record = row.record === null ? null : (JSON.parse(row.record) as BallotRecord);
  const rule = row.rule as VoteRule;
  const isClosed = row.state === "CLOSED" || row.state === "COUNTED";
  const nominees = await tx.ballotNominee.findMany({ where: { ballotId: id }, orderBy: { slot: "asc" } });
  const seats = seatsOn((await readSeats(tx, [councilId])).get(councilId) ?? [], dayOfInstant(now()));
  return {
    ...line,
    ...{ rule, version: row.version, recordHash: row.recordHash, publicKey: row.publicKey },
    ...{ closedAt: row.closedAt, reason: row.reason },
    slots: nominees.map(({ slot, subject, award }) => ({ slot, subject, award })),
    receipt: await ownReceipt(tx, id),
    roll: line.runs || isClosed ? await rollFor(tx, row, record, seats) : null,
    holders: await holdersFor(tx, actor, row),
    receipts: isClosed ? await readReceipts(tx, id) : null,
    results: row.state === "COUNTED" ? (await readCounted(tx, row)).results : null,
    members: record ? rollOf(rule, record.roll) : seats.filter(({ role }) => role !== "SUBSTITUTE").length,
    substitutes: line.runs ? seats.filter(({ role }) => role === "SUBSTITUTE") : [],
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
