import { createHash } from "node:crypto";
import {
  hashOfText,
  inOrder,
  opinionsHash,
  receiptsHash,
  recordText,
  votesHash,
} from "@/lib/ballots/record/rules";
import { rollOf, tally } from "@/lib/ballots/tally/rules";
import {
  type BallotRecord,
  type Bulletin,
  CHOICES,
  type Choice,
  type PublishedVote,
  type VoteRule,
  type WrittenOpinion,
} from "@/lib/ballots/types";

export const eightyOfAll: VoteRule = {
  base: "all",
  numerator: 4,
  denominator: 5,
  strict: false,
  quorum: { numerator: 2, denominator: 3 },
  written: true,
  countsRecused: true,
  seats: null,
};

export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const hex = (text: string, length: number) =>
  createHash("sha256").update(text).digest("hex").slice(0, length);

/** A frozen record with so many voters and, after them, so many kept out by a conflict of interest. */
export function simpleRecord(voters: number, recused = 0, rule = eightyOfAll, nominees = 1): BallotRecord {
  const roll = Array.from({ length: voters + recused }, (_, at) => ({
    member: id(at + 1),
    name: `Ủy viên ${at + 1}`,
    role: at === 0 ? "CHAIR" : "MEMBER",
    standing: at < voters ? ("VOTER" as const) : ("RECUSED" as const),
  }));
  return {
    ballot: id(900),
    council: { id: id(901), name: "Hội đồng thử" },
    title: "Bỏ phiếu thử",
    round: 1,
    previous: null,
    rule,
    nominees: Array.from({ length: nominees }, (_, at) => ({
      slot: at + 1,
      subject: `Người ${at + 1}`,
      award: "CSTDCS",
    })),
    roll,
    holders: roll.slice(0, 3).map(({ member, name }) => ({ member, name, key: hex(name, 64) })),
    publicKey: hex("key", 64),
    openedAt: "2022-10-20T02:00:00.000Z",
  };
}

type Line = { actor: string; action: string; payload: Record<string, unknown> };

/** The ballot's chain as audit_append() writes it. */
function chainOf(ballot: string, lines: readonly Line[]): { text: string; hash: string }[] {
  let before = "0".repeat(64);
  return lines.map(({ actor, action, payload }, at) => {
    const moment = `2022-10-20T02:00:0${at % 10}.000Z`;
    const chain = `ballot:${ballot}`;
    const text = [chain, at + 1, moment, actor, action, chain, JSON.stringify(payload)].join("|");
    before = hashOfText(before + text);
    return { text, hash: before };
  });
}

/** A whole and honest bulletin: the first voters say `choices`, one list a nominee; the rest stay away. */
export function bulletinOf(
  record: BallotRecord,
  choices: readonly (readonly Choice[])[],
  opinions: readonly WrittenOpinion[] = [],
): Bulletin {
  const sheets = choices[0]?.length ?? 0;
  const votes: PublishedVote[] = record.nominees.flatMap(({ slot }, at) =>
    (choices[at] ?? []).map((choice, voter) => ({ slot, mark: hex(`${slot} ${voter}`, 32), choice })),
  );
  const receipts = Array.from({ length: sheets }, (_, at) => hex(`receipt ${at}`, 64)).sort();
  return { ...partsOf(record, votes, receipts, opinions), anchors: [] };
}

/** Everything that follows from the lists: results and the chain that names them. */
export function partsOf(
  record: BallotRecord,
  votes: readonly PublishedVote[],
  receipts: readonly string[],
  opinions: readonly WrittenOpinion[],
): Omit<Bulletin, "anchors"> {
  const count = (list: readonly { slot: number; choice: Choice }[], slot: number) =>
    Object.fromEntries(
      CHOICES.map((each) => [each, list.filter((one) => one.slot === slot && one.choice === each).length]),
    ) as Record<Choice, number>;
  const said = record.nominees.map(({ slot }) => ({
    slot,
    sheets: count(votes, slot),
    written: count(opinions, slot),
  }));
  const text = recordText(record);
  const chair = record.roll[0]?.member ?? "";
  const casts = receipts.map((_, at) => ({
    actor: record.roll[at]?.member ?? "",
    action: "ballot.cast",
    payload: {},
  }));
  const audit = chainOf(record.ballot, [
    { actor: chair, action: "ballot.prepare", payload: {} },
    { actor: chair, action: "ballot.open", payload: { record: hashOfText(text) } },
    ...casts,
    {
      ...{ actor: chair, action: "ballot.close" },
      payload: {
        receipts: receiptsHash(receipts),
        opinions: opinionsHash(opinions),
        sheets: receipts.length,
      },
    },
    {
      ...{ actor: chair, action: "ballot.count" },
      payload: { votes: votesHash(votes), deleted: receipts.length },
    },
  ]);
  const results = tally(record.rule, rollOf(record.rule, record.roll), said);
  return {
    ...{ format: "thads-ballot-1", record: text, receipts, votes: inOrder(votes), opinions, results, audit },
  };
}
