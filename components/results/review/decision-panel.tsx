"use client";

import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import type { Locale } from "@/lib/core/locale";
import { RETURN_REASONS } from "@/lib/form/reasons";
import { reviewText } from "@/lib/i18n/review";
import { approveReportAction, returnReportAction } from "@/lib/results/actions";
import type { EntryRights, ReportKey } from "@/lib/results/types";

type PanelProps = {
  reportKey: ReportKey;
  version: number;
  may: EntryRights;
  why: string | null;
  locale: Locale;
};

/** Approve, or return with a reason; who may do neither is told why. */
export function DecisionPanel({ reportKey, version, may, why, locale }: PanelProps) {
  const t = reviewText[locale];
  const { run, isRunning, refusal } = useStep(approveReportAction);
  return (
    <section className="card no-print grid gap-4" aria-labelledby="decide-title">
      <h2 id="decide-title">{t.decide}</h2>
      {why && <p className="text-ink-2">{why}</p>}
      {may.approve && (
        <button
          type="button"
          className="button button-primary justify-self-start"
          disabled={isRunning}
          onClick={() => run({ ...reportKey, expectedVersion: version })}
        >
          {isRunning ? t.approving : t.approve}
        </button>
      )}
      {refusal && (
        <p role="alert" className="text-miss">
          {refusal[locale]}
        </p>
      )}
      {may.return && <ReturnForm reportKey={reportKey} version={version} locale={locale} />}
    </section>
  );
}

function ReturnForm({ reportKey, version, locale }: Pick<PanelProps, "reportKey" | "version" | "locale">) {
  const t = reviewText[locale];
  const { run, isRunning, refusal } = useStep(returnReportAction);
  const [code, setCode] = useState("");
  const [text, setText] = useState("");
  const isTextRequired = RETURN_REASONS.find((reason) => reason.code === code)?.requiresText ?? false;
  return (
    <details>
      <summary className="font-semibold">{t.returnTitle}</summary>
      <form
        className="mt-3 grid max-w-2xl gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          run({ ...reportKey, expectedVersion: version, reason: { code, text } });
        }}
      >
        <label>
          <span className="label">{t.returnReason}</span>
          <select className="field" required value={code} onChange={({ target }) => setCode(target.value)}>
            <option value="">{t.returnChoose}</option>
            {RETURN_REASONS.map((reason) => (
              <option key={reason.code} value={reason.code}>
                {reason.label[locale]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="label">{isTextRequired ? t.returnTextRequired : t.returnText}</span>
          <textarea
            className="field"
            rows={3}
            maxLength={2000}
            required={isTextRequired}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        {refusal && (
          <p role="alert" className="text-miss">
            {refusal[locale]}
          </p>
        )}
        <button type="submit" className="button justify-self-start" disabled={isRunning}>
          {t.returnDo}
        </button>
      </form>
    </details>
  );
}
