"use client";

import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import { recordOpinionAction } from "@/lib/ballots/actions";
import { type BallotView, CHOICES, type Choice } from "@/lib/ballots/types";
import type { Locale } from "@/lib/core/locale";
import { ballotDeskText } from "@/lib/i18n/ballot-desk";
import { ballotText } from "@/lib/i18n/ballot-page";
import { RefusalNote } from "./refusal-note";

/** The written opinion of a member who is away: no secret, minuted under the member's name. */
export function OpinionForm({ ballot, locale }: { ballot: BallotView; locale: Locale }) {
  const t = ballotDeskText[locale];
  const { run, isRunning, refusal } = useStep(recordOpinionAction, () => setMember(""));
  const [member, setMember] = useState("");
  const [document, setDocument] = useState("");
  const [said, setSaid] = useState<Readonly<Record<number, Choice>>>({});
  const absent = ballot.roll?.filter(({ standing, spoke }) => standing === "VOTER" && !spoke) ?? [];
  if (!ballot.rule.written || absent.length === 0) return null;
  const send = () =>
    run({
      ...{ ballot: ballot.id, member, document },
      choices: ballot.slots.map(({ slot }) => ({ slot, choice: said[slot] ?? "none" })),
    });
  return (
    <details>
      <summary>{t.opinion}</summary>
      <form
        className="mt-3 grid max-w-2xl gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="text-ink-2">{t.opinionNote}</p>
        <label>
          <span className="label">{t.absent}</span>
          <select
            className="field"
            required
            value={member}
            onChange={({ target }) => setMember(target.value)}
          >
            <option value="" />
            {absent.map((each) => (
              <option key={each.member} value={each.member}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="label">{t.document}</span>
          <input
            className="field"
            required
            maxLength={100}
            value={document}
            onChange={({ target }) => setDocument(target.value)}
          />
        </label>
        {ballot.slots.map(({ slot, subject }) => (
          <label key={slot}>
            <span className="label">{subject}</span>
            <select
              className="field"
              value={said[slot] ?? "none"}
              onChange={({ target }) => setSaid({ ...said, [slot]: target.value as Choice })}
            >
              {CHOICES.map((choice) => (
                <option key={choice} value={choice}>
                  {ballotText[locale].choice[choice]}
                </option>
              ))}
            </select>
          </label>
        ))}
        <RefusalNote refusal={refusal} locale={locale} />
        <button type="submit" className="button justify-self-start" disabled={isRunning}>
          {t.record}
        </button>
      </form>
    </details>
  );
}
