import { hashOfText, inOrder } from "../record/rules";
import { openVoice } from "../sealing/rules";
import type { PublishedVote, SealedVoice } from "../types";

/**
 * Opens the voices of a closed ballot. One that cannot be opened, or that was sealed for another nominee, is a blank;
 * its mark, and that of a voice whose mark somebody else used first, follow from what was sealed.
 */
export function openVoices(
  voices: readonly SealedVoice[],
  secretKey: string,
  recordHash: string,
): PublishedVote[] {
  const taken = new Set<string>();
  const opened = voices.map(({ slot, voice }): PublishedVote => {
    const found = openVoice(voice, secretKey, recordHash);
    const isGood = found !== null && found.slot === slot && !taken.has(`${slot} ${found.mark}`);
    const mark = isGood ? found.mark : hashOfText(voice).slice(0, 32);
    taken.add(`${slot} ${mark}`);
    return { slot, mark, choice: found?.slot === slot ? found.choice : "none" };
  });
  return inOrder(opened);
}
