"use client";

import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import { openBallotAction } from "@/lib/ballots/actions";
import { makeElectionKey } from "@/lib/ballots/keys/rules";
import type { BallotView } from "@/lib/ballots/types";
import type { Locale } from "@/lib/core/locale";
import { ballotDeskText } from "@/lib/i18n/ballot-desk";
import { PasswordField } from "./password-field";
import { RefusalNote } from "./refusal-note";

/** Makes the election's key in this browser, seals its three shares, and opens the ballot. */
export function OpenForm({ ballot, locale }: { ballot: BallotView; locale: Locale }) {
  const t = ballotDeskText[locale];
  const { run, isRunning, refusal } = useStep(openBallotAction);
  const [password, setPassword] = useState("");
  const [standing, setStanding] = useState<Readonly<Record<string, string>>>({});
  const holderKeys = ballot.holders.flatMap(({ key }) => key ?? []);
  if (holderKeys.length < 3) return <p className="text-ink-2">{t.keysMissing}</p>;
  const open = async () => {
    const { publicKey, shares } = await makeElectionKey(holderKeys);
    const standIns = Object.entries(standing)
      .filter(([, member]) => member !== "")
      .map(([substitute, member]) => ({ substitute, member }));
    run({ ballot: ballot.id, publicKey, holderKeys, shares, standIns, password });
    setPassword("");
  };
  return (
    <form
      className="grid max-w-md gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <p className="text-ink-2">{t.openNote}</p>
      {ballot.substitutes.map(({ userId, name }) => (
        <label key={userId}>
          <span className="label">{t.standIn(name)}</span>
          <select
            className="field"
            value={standing[userId] ?? ""}
            onChange={({ target }) => setStanding({ ...standing, [userId]: target.value })}
          >
            <option value="">{t.nobody}</option>
            {ballot.roll?.map((member) => (
              <option key={member.member} value={member.member}>
                {member.name}
              </option>
            ))}
          </select>
        </label>
      ))}
      <PasswordField value={password} set={setPassword} locale={locale} />
      <RefusalNote refusal={refusal} locale={locale} />
      <button type="submit" className="button button-primary justify-self-start" disabled={isRunning}>
        {t.open}
      </button>
    </form>
  );
}
