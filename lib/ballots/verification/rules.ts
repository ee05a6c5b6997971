import { hashOfText, opinionsHash, receiptsHash, votesHash } from "../record/rules";
import { resultsOf } from "../rules";
import { rollOf } from "../tally/rules";
import type { BallotRecord, Bulletin } from "../types";

/** The parts of a published record that are checked, in this order. */
export const CHECKS = ["audit", "record", "receipts", "votes", "opinions", "results", "anchors"] as const;
export type CheckName = (typeof CHECKS)[number];

type Line = { seq: number; actor: string; action: string; payload: Record<string, unknown> };

/** The first part that does not hold, or null when everything follows from the record, the lists and the chain. */
export function firstFault(bulletin: Bulletin): CheckName | null {
  const record = JSON.parse(bulletin.record) as BallotRecord;
  const lines = bulletin.audit.map(({ text }) => lineOf(text));
  const stated = (action: string, name: string) => {
    const found = lines.filter((line) => line.action === action);
    return found.length === 1 ? found[0]?.payload[name] : undefined;
  };
  const { receipts, votes, opinions } = bulletin;
  const checks: Record<CheckName, () => boolean> = {
    audit: () => isChain(bulletin, `ballot:${record.ballot}`),
    record: () => stated("ballot.open", "record") === hashOfText(bulletin.record),
    receipts: () =>
      new Set(receipts).size === receipts.length &&
      stated("ballot.close", "receipts") === receiptsHash(receipts) &&
      castByVoters(record, lines) === receipts.length,
    votes: () =>
      stated("ballot.count", "votes") === votesHash(votes) &&
      record.nominees.every(
        (each) => votes.filter(({ slot }) => slot === each.slot).length === receipts.length,
      ),
    opinions: () => stated("ballot.close", "opinions") === opinionsHash(opinions),
    results: () => {
      const slots = record.nominees.map(({ slot }) => slot);
      const own = resultsOf(record.rule, rollOf(record.rule, record.roll), slots, votes, opinions);
      return JSON.stringify(own) === JSON.stringify(bulletin.results);
    },
    anchors: () => bulletin.anchors.every((line) => holdsAnchor(line, record.ballot, bulletin)),
  };
  return CHECKS.find((name) => !checks[name]()) ?? null;
}

function lineOf(text: string): Line {
  const [, seq, , actor = "", action = "", , ...payload] = text.split("|");
  return { seq: Number(seq), actor, action, payload: JSON.parse(payload.join("|")) };
}

function isChain({ audit }: Bulletin, chain: string): boolean {
  let before = "0".repeat(64);
  return audit.every(({ text, hash }, at) => {
    const follows = hash === hashOfText(before + text) && text.startsWith(`${chain}|${at + 1}|`);
    before = hash;
    return follows;
  });
}

/** How many voters of the roll cast while it was open; -1 when anybody else did, or at another time. */
function castByVoters({ roll }: BallotRecord, lines: readonly Line[]): number {
  const seqOf = (action: string) => lines.find((line) => line.action === action)?.seq ?? 0;
  const [opened, closed] = [seqOf("ballot.open"), seqOf("ballot.close")];
  const voters = new Set(roll.filter(({ standing }) => standing === "VOTER").map(({ member }) => member));
  const casts = lines.filter(({ action }) => action === "ballot.cast");
  const isSound = casts.every(({ seq, actor }) => seq > opened && seq < closed && voters.has(actor));
  return isSound ? new Set(casts.map(({ actor }) => actor)).size : -1;
}

function holdsAnchor(line: string, ballot: string, { audit }: Bulletin): boolean {
  const { changed } = JSON.parse(line) as { changed: [string, number, string][] };
  return changed.every(([chain, seq, hash]) => chain !== `ballot:${ballot}` || audit[seq - 1]?.hash === hash);
}
