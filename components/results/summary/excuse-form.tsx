"use client";

import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import type { Locale } from "@/lib/core/locale";
import { workText } from "@/lib/i18n/work";
import type { ReportKey } from "@/lib/results/types";
import { excuseAgencyAction } from "@/lib/summaries/actions";

/** Excuses one unit from a period, with the reason that will stand beside it. */
export function ExcuseForm({ reportKey, locale }: { reportKey: ReportKey; locale: Locale }) {
  const t = workText[locale];
  const [reason, setReason] = useState("");
  const { run, isRunning, refusal } = useStep(excuseAgencyAction);
  return (
    <details className="no-print">
      <summary className="text-sm text-ink-2">{t.excuse}</summary>
      <form
        className="mt-2 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          run({ ...reportKey, reason });
        }}
      >
        <label className="min-w-0 grow">
          <span className="label">{t.excuseReason}</span>
          <input
            className="field"
            required
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={isRunning}>
          {t.excuseDo}
        </button>
        {refusal && (
          <p role="alert" className="w-full text-miss">
            {refusal[locale]}
          </p>
        )}
      </form>
    </details>
  );
}
