"use client";

import { useState } from "react";
import { Refusal, WordsField } from "@/components/cases/record-fields";
import { useStep } from "@/components/results/use-step";
import { addCaseEventAction } from "@/lib/cases/actions";
import type { Day } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { caseFileText } from "@/lib/i18n/case-file";

type FormProps = {
  place: { agency: string; caseId: string; expectedSeq: number };
  seq: number;
  name: string;
  today: Day;
  locale: Locale;
};

/** Cancels the last event that counts, with its reason; nothing is deleted. */
export function CounterForm({ place, seq, name, today, locale }: FormProps) {
  const t = caseFileText[locale];
  const [reason, setReason] = useState("");
  const { run, isRunning, refusal } = useStep(addCaseEventAction);
  return (
    <details className="border-line border-t pt-3">
      <summary className="link w-fit">{t.counter(seq, name)}</summary>
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          run({ ...place, kind: "COUNTERED", day: today, counters: seq, note: reason });
        }}
      >
        <p className="text-ink-2 text-sm">{t.counterLead}</p>
        <WordsField label={t.reason} value={reason} most={2000} onChange={setReason} isLong isRequired />
        <Refusal text={refusal} locale={locale} />
        <button type="submit" className="button justify-self-start" disabled={isRunning}>
          {t.counterSend}
        </button>
      </form>
    </details>
  );
}
