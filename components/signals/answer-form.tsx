"use client";

import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import type { Locale } from "@/lib/core/locale";
import { answerLabels, signalPageText } from "@/lib/i18n/signal-page";
import { answerSignalAction } from "@/lib/signals/actions";
import { ANSWER_CODES } from "@/lib/signals/types";

type Props = {
  question: { agency: string; year: number; kind: string; evidenceHash: string };
  /** The answer this one follows; 0 when there is none. */
  version: number;
  locale: Locale;
};

/** A person's answer: what it is, and in words. */
export function AnswerForm({ question, version, locale }: Props) {
  const t = signalPageText[locale];
  const [code, setCode] = useState("");
  const [words, setWords] = useState("");
  const { run, isRunning, refusal } = useStep(answerSignalAction, () => setWords(""));
  return (
    <details className="no-print">
      <summary className="font-semibold">{version === 0 ? t.answer : t.answerAgain}</summary>
      <form
        className="mt-3 grid max-w-2xl gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          run({ ...question, expectedVersion: version, code, words });
        }}
      >
        <label>
          <span className="label">{t.code}</span>
          <select className="field" required value={code} onChange={({ target }) => setCode(target.value)}>
            <option value="">{t.choose}</option>
            {ANSWER_CODES.map((each) => (
              <option key={each} value={each}>
                {answerLabels[each][locale]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="label">{t.words}</span>
          <textarea
            className="field"
            rows={3}
            maxLength={2000}
            required
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        </label>
        {refusal && (
          <p role="alert" className="text-miss">
            {refusal[locale]}
          </p>
        )}
        <button type="submit" className="button justify-self-start" disabled={isRunning}>
          {t.send}
        </button>
      </form>
    </details>
  );
}
