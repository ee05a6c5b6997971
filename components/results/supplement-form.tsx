"use client";

import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import type { Locale } from "@/lib/core/locale";
import { entryText } from "@/lib/i18n/entry";
import { openSupplementAction } from "@/lib/results/actions";
import type { ReportKey } from "@/lib/results/types";

/** After approval figures change only this way: a reason, then a new version of the report. */
export function SupplementForm({ reportKey, locale }: { reportKey: ReportKey; locale: Locale }) {
  const t = entryText[locale];
  const [reason, setReason] = useState("");
  const { run, isRunning, refusal } = useStep(openSupplementAction);
  return (
    <section className="card no-print">
      <details>
        <summary className="font-semibold">{t.supplementTitle}</summary>
        <form
          className="mt-3 grid max-w-2xl gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            run({ ...reportKey, reason });
          }}
        >
          <p className="text-ink-2">{t.supplementLead}</p>
          <label>
            <span className="label">{t.supplementReason}</span>
            <textarea
              className="field"
              rows={3}
              required
              maxLength={2000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
          {refusal && (
            <p role="alert" className="text-miss">
              {refusal[locale]}
            </p>
          )}
          <button type="submit" className="button button-primary justify-self-start" disabled={isRunning}>
            {t.supplementOpen}
          </button>
        </form>
      </details>
    </section>
  );
}
