"use client";

import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import { countBallotAction, passShareAction } from "@/lib/ballots/actions";
import { openVoices } from "@/lib/ballots/counting/rules";
import { electionSecret, passOn } from "@/lib/ballots/keys/rules";
import type { KeyPair } from "@/lib/ballots/sealing/rules";
import type { BallotView, SealedVoice } from "@/lib/ballots/types";
import type { Locale } from "@/lib/core/locale";
import { ballotDeskText } from "@/lib/i18n/ballot-desk";
import { paths } from "@/lib/paths";

type Props = { ballot: BallotView; own: KeyPair; locale: Locale };

/** After the close: hand one's share to another holder, or count with a share that was handed over. */
export function CountPanel({ ballot, own, locale }: Props) {
  const t = ballotDeskText[locale];
  const [isWrong, setWrong] = useState(false);
  const pass = useStep(passShareAction);
  const count = useStep(countBallotAction);
  const { id, holders, publicKey, recordHash } = ballot;
  const mine = holders.find(({ isReader }) => isReader);
  const received = holders.find(({ passedShare }) => passedShare !== null)?.passedShare ?? null;
  const others = holders.filter(({ isReader, key }) => !isReader && key !== null);
  const passedTo = holders.find(({ position }) => position === mine?.passedTo);
  const refusal = pass.refusal ?? count.refusal;
  const share = mine?.share ?? "";

  const open = async () => {
    const secret = await electionSecret([share, received ?? ""], own, publicKey ?? "");
    setWrong(secret === null);
    if (secret === null) return;
    const answer = await fetch(paths.voices(id));
    if (!answer.ok) return setWrong(true);
    const voices = (await answer.json()) as SealedVoice[];
    count.run({ ballot: id, votes: openVoices(voices, secret, recordHash ?? "") });
  };
  return (
    <div className="grid gap-3">
      {received === null && <p className="text-ink-2">{t.waiting}</p>}
      {passedTo && <p className="text-met">✓ {t.passed(passedTo.name)}</p>}
      {(isWrong || refusal) && (
        <p role="alert" className="text-miss">
          {isWrong ? t.noSecret : refusal?.[locale]}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {received !== null && (
          <button type="button" className="button button-primary" disabled={count.isRunning} onClick={open}>
            {count.isRunning ? t.counting : t.count}
          </button>
        )}
        {received === null &&
          others.map(({ position, name, key }) => (
            <button
              type="button"
              key={position}
              className="button"
              disabled={pass.isRunning}
              onClick={() =>
                pass.run({ ballot: id, to: position, share: passOn(share, own, key ?? "") ?? "" })
              }
            >
              {t.pass(name)}
            </button>
          ))}
      </div>
    </div>
  );
}
