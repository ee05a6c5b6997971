"use client";

import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import { cancelBallotAction, closeBallotAction, secondRoundAction } from "@/lib/ballots/actions";
import { shortCode } from "@/lib/ballots/rules";
import type { BallotView } from "@/lib/ballots/types";
import type { Locale } from "@/lib/core/locale";
import { ballotDeskText } from "@/lib/i18n/ballot-desk";
import { OpenForm } from "./open-form";
import { OpinionForm } from "./opinion-form";
import { PasswordField } from "./password-field";
import { RefusalNote } from "./refusal-note";

type Props = { ballot: BallotView; locale: Locale };

/** What the chair and the secretary do with a ballot in its state. */
export function RunPanel({ ballot, locale }: Props) {
  const t = ballotDeskText[locale];
  const { state, results } = ballot;
  const isAgain = results?.some(({ verdict }) => verdict === "TIED" || verdict === "NO_QUORUM") ?? false;
  if (state === "COUNTED" && !isAgain) return null;
  return (
    <section className="card grid gap-4">
      <h2>{t.runTitle}</h2>
      {state === "DRAFT" && (
        <>
          <Holders ballot={ballot} locale={locale} />
          <OpenForm ballot={ballot} locale={locale} />
        </>
      )}
      {state === "OPEN" && (
        <>
          <CloseForm ballot={ballot} locale={locale} />
          <OpinionForm ballot={ballot} locale={locale} />
        </>
      )}
      {isAgain && <SecondRound ballot={ballot} locale={locale} />}
      {state !== "COUNTED" && <CancelForm ballot={ballot} locale={locale} />}
    </section>
  );
}

function Holders({ ballot, locale }: Props) {
  const t = ballotDeskText[locale];
  return (
    <div>
      <h3 className="font-semibold">{t.holders}</h3>
      <ul className="mt-1 grid gap-1">
        {ballot.holders.map(({ position, name, key }) => (
          <li key={position} className="flex flex-wrap gap-x-3">
            <span aria-hidden>{key ? "✓" : "–"}</span> {name}
            <span className="text-ink-2">
              {key ? `${t.hasKey} · ${t.keyCode} ` : t.noKey}
              {key && <code>{shortCode(key)}</code>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function CloseForm({ ballot, locale }: Props) {
  const t = ballotDeskText[locale];
  const { run, isRunning, refusal } = useStep(closeBallotAction);
  const [password, setPassword] = useState("");
  return (
    <form
      className="grid max-w-md gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        run({ ballot: ballot.id, password });
        setPassword("");
      }}
    >
      <p className="text-ink-2">{t.closeNote}</p>
      <PasswordField value={password} set={setPassword} locale={locale} />
      <RefusalNote refusal={refusal} locale={locale} />
      <button type="submit" className="button button-primary justify-self-start" disabled={isRunning}>
        {t.close}
      </button>
    </form>
  );
}

function CancelForm({ ballot, locale }: Props) {
  const t = ballotDeskText[locale];
  const { run, isRunning, refusal } = useStep(cancelBallotAction);
  const [reason, setReason] = useState("");
  const [password, setPassword] = useState("");
  return (
    <details>
      <summary>{t.cancel}</summary>
      <form
        className="mt-3 grid max-w-md gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          run({ ballot: ballot.id, reason, password });
          setPassword("");
        }}
      >
        <label>
          <span className="label">{t.reason}</span>
          <input
            className="field"
            required
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        <PasswordField value={password} set={setPassword} locale={locale} />
        <RefusalNote refusal={refusal} locale={locale} />
        <button type="submit" className="button justify-self-start" disabled={isRunning}>
          {t.cancel}
        </button>
      </form>
    </details>
  );
}

function SecondRound({ ballot, locale }: Props) {
  const { run, isRunning, refusal } = useStep(secondRoundAction);
  return (
    <div className="grid gap-2">
      <RefusalNote refusal={refusal} locale={locale} />
      <button
        type="button"
        className="button justify-self-start"
        disabled={isRunning}
        onClick={() => run({ ballot: ballot.id })}
      >
        {ballotDeskText[locale].secondRound}
      </button>
    </div>
  );
}
