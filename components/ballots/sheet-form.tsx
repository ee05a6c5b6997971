"use client";

import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import { castBallotAction } from "@/lib/ballots/actions";
import { shortCode } from "@/lib/ballots/rules";
import { sealSheet } from "@/lib/ballots/sealing/rules";
import { type BallotView, CHOICES, type Choice } from "@/lib/ballots/types";
import type { Locale } from "@/lib/core/locale";
import { ballotText } from "@/lib/i18n/ballot-page";
import { CastNotice } from "./cast-notice";
import { useReady } from "./use-ready";

type Props = { ballot: BallotView; locale: Locale };
type Sealed = ReturnType<typeof sealSheet>;

/** The sheet: choose, review, cast. Until the server has said so it is called not cast. */
export function SheetForm({ ballot, locale }: Props) {
  const t = ballotText[locale];
  const [said, setSaid] = useState<Readonly<Record<number, Choice>>>({});
  const [step, setStep] = useState<"choose" | "review">("choose");
  const [isAgain, setAgain] = useState(false);
  const [cast, setCast] = useState<Sealed | null>(null);
  const [pending, setPending] = useState<Sealed | null>(null);
  const { run, isRunning, refusal } = useStep(castBallotAction, () => {
    setCast(pending);
    setAgain(false);
    setStep("choose");
    setSaid({});
  });
  const { id, slots, recordHash, publicKey, receipt } = ballot;
  if (recordHash === null || publicKey === null) return null;
  const seal = () => {
    const sealed = sealSheet(
      { recordHash, publicKey },
      slots.map(({ slot }) => ({ slot, choice: said[slot] ?? "none" })),
    );
    setPending(sealed);
    setStep("review");
  };
  const known = cast?.receipt ?? receipt;
  if (known !== null && !isAgain) {
    return (
      <CastNotice
        receipt={shortCode(known)}
        code={cast?.receipt === known ? cast.code : null}
        again={() => setAgain(true)}
        locale={locale}
      />
    );
  }
  return (
    <section className="card grid gap-4" aria-labelledby="sheet-title">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="sheet-title">{step === "choose" ? t.yourSheet : t.reviewTitle}</h2>
        <span className="chip chip-behind">! {t.notCast}</span>
      </div>
      {step === "choose" ? (
        <Choosing ballot={ballot} locale={locale} said={said} setSaid={setSaid} next={seal} />
      ) : (
        <>
          <ul className="grid gap-2">
            {slots.map(({ slot, subject, award }) => (
              <li key={slot} className="flex flex-wrap justify-between gap-x-4 border-line-2 border-b pb-2">
                <span>
                  {subject} <span className="text-ink-2">· {award}</span>
                </span>
                <strong>{t.choice[said[slot] ?? "none"]}</strong>
              </li>
            ))}
          </ul>
          {refusal && (
            <p role="alert" className="text-miss">
              {refusal[locale]}
            </p>
          )}
          <div className="flex flex-wrap gap-3">
            <button
              type="button"
              className="button button-primary"
              disabled={isRunning}
              onClick={() => run({ ballot: id, sheet: pending?.sheet ?? [] })}
            >
              {isRunning ? t.sending : t.send}
            </button>
            <button type="button" className="button" disabled={isRunning} onClick={() => setStep("choose")}>
              {t.back}
            </button>
          </div>
        </>
      )}
      <p className="text-sm text-ink-2">{t.sealedNote}</p>
    </section>
  );
}

type ChoosingProps = Props & {
  said: Readonly<Record<number, Choice>>;
  setSaid: (said: Readonly<Record<number, Choice>>) => void;
  next: () => void;
};

function Choosing({ ballot, locale, said, setSaid, next }: ChoosingProps) {
  const t = ballotText[locale];
  const isReady = useReady();
  const isWhole = ballot.slots.every(({ slot }) => said[slot] !== undefined);
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) next();
      }}
    >
      <p className="text-ink-2">{t.choose}</p>
      {ballot.slots.map(({ slot, subject, award }) => (
        <fieldset key={slot} disabled={!isReady} className="grid gap-2 border-line-2 border-b pb-3">
          <legend className="font-semibold">
            {subject} <span className="font-normal text-ink-2">· {award}</span>
          </legend>
          <div className="grid gap-2 sm:grid-cols-3">
            {CHOICES.map((choice) => (
              <label
                key={choice}
                className="flex min-h-11 cursor-pointer items-center gap-2 rounded-control border border-line px-3 has-checked:border-ink has-checked:bg-line-2 has-checked:font-semibold"
              >
                <input
                  type="radio"
                  name={`nominee-${slot}`}
                  required
                  checked={said[slot] === choice}
                  onChange={() => setSaid({ ...said, [slot]: choice })}
                />
                {t.choice[choice]}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <button type="submit" className="button button-primary justify-self-start" disabled={!isReady}>
        {t.review}
      </button>
    </form>
  );
}
