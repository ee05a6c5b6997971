"use client";

import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import { giveKeyAction } from "@/lib/ballots/actions";
import { shortCode } from "@/lib/ballots/rules";
import { newKeyPair, publicKeyOf } from "@/lib/ballots/sealing/rules";
import type { BallotView } from "@/lib/ballots/types";
import type { Locale } from "@/lib/core/locale";
import { ballotDeskText } from "@/lib/i18n/ballot-desk";
import { CountPanel } from "./count-panel";
import { useOwnKey } from "./use-own-key";

/** What a key holder does: take a key before the opening, hand over or count after the close, forget it at the end. */
export function HolderPanel({ ballot, locale }: { ballot: BallotView; locale: Locale }) {
  const t = ballotDeskText[locale];
  const own = useOwnKey(ballot.id);
  const mine = ballot.holders.find(({ isReader }) => isReader);
  const { run, isRunning, refusal } = useStep(giveKeyAction);
  const isOver = ballot.state === "COUNTED" || ballot.state === "CANCELLED";
  const fits = own.pair !== null && own.pair.publicKey === mine?.key;
  if (isOver && own.pair === null) return null;
  const take = () => {
    const { secretKey, publicKey } = newKeyPair();
    own.keep(secretKey);
    run({ ballot: ballot.id, publicKey });
  };
  return (
    <section className="card grid gap-3">
      <h2>{t.holderTitle}</h2>
      <p className="max-w-2xl text-ink-2">{isOver ? t.forgetNote : t.holderNote}</p>
      {ballot.state === "DRAFT" && mine?.key === null && (
        <button
          type="button"
          className="button button-primary justify-self-start"
          disabled={isRunning}
          onClick={take}
        >
          {t.takeKey}
        </button>
      )}
      {fits && !isOver && (
        <>
          <p>
            {t.keyTaken} {t.keyCode}: <code className="font-semibold">{shortCode(mine?.key ?? "")}</code>
          </p>
          <details>
            <summary>{t.keyBackup}</summary>
            <p className="mt-2 grid gap-1">
              <code className="break-all select-all">{own.pair?.secretKey}</code>
              <span className="text-sm text-ink-2">{t.keyBackupNote}</span>
            </p>
          </details>
        </>
      )}
      {!fits && !isOver && mine?.key && <Restore expected={mine.key} keep={own.keep} locale={locale} />}
      {refusal && (
        <p role="alert" className="text-miss">
          {refusal[locale]}
        </p>
      )}
      {ballot.state === "CLOSED" && fits && own.pair && (
        <CountPanel ballot={ballot} own={own.pair} locale={locale} />
      )}
      {isOver && (
        <button type="button" className="button justify-self-start" onClick={own.forget}>
          {t.forget}
        </button>
      )}
    </section>
  );
}

function Restore({
  expected,
  keep,
  locale,
}: {
  expected: string;
  keep: (key: string) => void;
  locale: Locale;
}) {
  const t = ballotDeskText[locale];
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      className="grid max-w-2xl gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const key = typed.trim().toLowerCase();
        const isRight = /^[0-9a-f]{64}$/.test(key) && publicKeyOf(key) === expected;
        if (isRight) keep(key);
        setWrong(!isRight);
      }}
    >
      <label>
        <span className="label">
          {t.keyElsewhere} {t.keyCode} {shortCode(expected)}
        </span>
        <input
          className="field"
          value={typed}
          aria-invalid={isWrong}
          onChange={({ target }) => setTyped(target.value)}
          autoComplete="off"
        />
      </label>
      {isWrong && (
        <p role="alert" className="text-miss">
          {t.wrongKey}
        </p>
      )}
      <button type="submit" className="button justify-self-start">
        {t.restore}
      </button>
    </form>
  );
}
