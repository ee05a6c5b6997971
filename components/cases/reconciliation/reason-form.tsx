"use client";

import { useState } from "react";
import { Refusal, WordsField } from "@/components/cases/record-fields";
import { useStep } from "@/components/results/use-step";
import { explainDifferenceAction } from "@/lib/cases/actions";
import type { Locale } from "@/lib/core/locale";
import type { InputColumn, Measure } from "@/lib/form/columns";
import { caseComparisonText } from "@/lib/i18n/case-comparison";

type FormProps = {
  place: { agency: string; year: number; month: number; measure: Measure; column: InputColumn };
  difference: string;
  isAgain: boolean;
  locale: Locale;
};

/** Why a column differs; kept with the difference it was written to. */
export function ReasonForm({ place, difference, isAgain, locale }: FormProps) {
  const t = caseComparisonText[locale];
  const [reason, setReason] = useState("");
  const { run, isRunning, refusal } = useStep(explainDifferenceAction, () => setReason(""));
  return (
    <details className="no-print">
      <summary className="link w-fit">{isAgain ? t.giveAgain : t.give}</summary>
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          run({ ...place, difference, reason });
        }}
      >
        <WordsField label={t.reason} value={reason} most={2000} onChange={setReason} isLong isRequired />
        <p className="text-ink-2 text-sm">{t.reasonHint}</p>
        <Refusal text={refusal} locale={locale} />
        <button type="submit" className="button justify-self-start" disabled={isRunning}>
          {t.send}
        </button>
      </form>
    </details>
  );
}
