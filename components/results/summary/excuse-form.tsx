"use client";

import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import type { Locale } from "@/lib/core/locale";
import { workText } from "@/lib/i18n/work";
import type { ReportKey } from "@/lib/results/types";
import { excuseAgencyAction, withdrawExcuseAction } from "@/lib/summaries/actions";

type Props = { reportKey: ReportKey; isExcused: boolean; locale: Locale };

/** Excuses one unit from a period, or takes that back; either with the reason that will stand in the audit. */
export function ExcuseForm({ reportKey, isExcused, locale }: Props) {
  const t = workText[locale];
  const [reason, setReason] = useState("");
  const { run, isRunning, refusal } = useStep(isExcused ? withdrawExcuseAction : excuseAgencyAction);
  const words = isExcused
    ? { open: t.withdrawExcuse, reason: t.withdrawReason, send: t.withdrawDo }
    : { open: t.excuse, reason: t.excuseReason, send: t.excuseDo };
  return (
    <details className="no-print">
      <summary className="text-sm text-ink-2">{words.open}</summary>
      <form
        className="mt-2 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          run({ ...reportKey, reason });
        }}
      >
        <label className="min-w-0 grow">
          <span className="label">{words.reason}</span>
          <input
            className="field"
            required
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={isRunning}>
          {words.send}
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
