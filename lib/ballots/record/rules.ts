import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { BallotRecord, PublishedVote, WrittenOpinion } from "../types";

/** The one text of a record: what is hashed, printed and published. */
export function recordText(record: BallotRecord): string {
  return JSON.stringify(record);
}

/** sha256 of a text, in hex. */
export function hashOfText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The order of publication: by receipt, so that nothing is told of when they came. */
export function receiptsHash(receipts: readonly string[]): string {
  return hashOfText([...receipts].sort().join("\n"));
}

/** Voices in the only order they are ever written in: by nominee, then by mark. */
export function inOrder(votes: readonly PublishedVote[]): PublishedVote[] {
  return [...votes].sort((a, b) => a.slot - b.slot || (a.mark < b.mark ? -1 : 1));
}

/** Names all voices of a ballot. */
export function votesHash(votes: readonly PublishedVote[]): string {
  return hashOfText(
    inOrder(votes)
      .map(({ slot, mark, choice }) => `${slot} ${mark} ${choice}`)
      .join("\n"),
  );
}

/** Written opinions by member, then nominee. */
export function opinionsInOrder(opinions: readonly WrittenOpinion[]): WrittenOpinion[] {
  const place = ({ member, slot }: WrittenOpinion) => `${member} ${String(slot).padStart(5, "0")}`;
  return [...opinions].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** Names all written opinions of a ballot. */
export function opinionsHash(opinions: readonly WrittenOpinion[]): string {
  return hashOfText(
    opinionsInOrder(opinions)
      .map(({ member, slot, choice, document }) => `${member} ${slot} ${choice} ${document}`)
      .join("\n"),
  );
}
