import type { Tx } from "@/lib/db/client";
import { opinionsInOrder } from "../record/rules";
import { resultsOf } from "../rules";
import { rollOf } from "../tally/rules";
import type { BallotRecord, NomineeResult, PublishedVote, WrittenOpinion } from "../types";

/** What was published of a ballot and what follows from it. */
export type Counted = {
  record: BallotRecord;
  votes: PublishedVote[];
  opinions: WrittenOpinion[];
  results: NomineeResult[];
};

/** The written opinions of a ballot, in their order of publication. */
export async function readOpinions(tx: Tx, ballot: string): Promise<WrittenOpinion[]> {
  const rows = await tx.ballotOpinion.findMany({ where: { ballotId: ballot } });
  return opinionsInOrder(
    rows.map(({ slot, userId, choice, document }) => ({
      ...{ slot, member: userId, document },
      choice: choice as WrittenOpinion["choice"],
    })),
  );
}

/** The receipts that were published at the close, in their order. */
export async function readReceipts(tx: Tx, ballot: string): Promise<string[]> {
  const rows = await tx.ballotReceipt.findMany({ where: { ballotId: ballot }, orderBy: { receipt: "asc" } });
  return rows.map(({ receipt }) => receipt);
}

/** A counted ballot's lists, and the results counted from them anew. */
export async function readCounted(tx: Tx, ballot: { id: string; record: string | null }): Promise<Counted> {
  const record = JSON.parse(ballot.record ?? "") as BallotRecord;
  const rows = await tx.ballotVote.findMany({
    where: { ballotId: ballot.id },
    orderBy: [{ slot: "asc" }, { mark: "asc" }],
  });
  const votes = rows.map(({ slot, mark, choice }) => ({
    ...{ slot, mark, choice: choice as PublishedVote["choice"] },
  }));
  const opinions = await readOpinions(tx, ballot.id);
  const slots = record.nominees.map(({ slot }) => slot);
  const members = rollOf(record.rule, record.roll);
  return { record, votes, opinions, results: resultsOf(record.rule, members, slots, votes, opinions) };
}
