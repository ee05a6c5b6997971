"use client";

import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import type { Locale } from "@/lib/core/locale";
import { RETURN_REASONS } from "@/lib/form/reasons";
import { reviewText } from "@/lib/i18n/review";
import { workText } from "@/lib/i18n/work";
import type { ReportKey } from "@/lib/results/types";
import { acceptSummaryAction, returnSummaryAction, signSummaryAction } from "@/lib/summaries/actions";
import type { ProvinceSummaryView } from "@/lib/summaries/types";

type DecisionProps = {
  reportKey: ReportKey;
  version: number;
  may: ProvinceSummaryView["may"];
  locale: Locale;
};

/** Sign, accept or return the summary, as far as the reader may. */
export function SummaryDecision({ reportKey, version, may, locale }: DecisionProps) {
  const t = workText[locale];
  const body = { ...reportKey, expectedVersion: version };
  const sign = useStep(signSummaryAction);
  const accept = useStep(acceptSummaryAction);
  const refusal = sign.refusal ?? accept.refusal;
  return (
    <div className="no-print grid gap-3">
      <div className="flex flex-wrap gap-2">
        {may.sign && (
          <button
            type="button"
            className="button button-primary"
            disabled={sign.isRunning}
            onClick={() => sign.run(body)}
          >
            {sign.isRunning ? t.working : t.sign}
          </button>
        )}
        {may.accept && (
          <button
            type="button"
            className="button button-primary"
            disabled={accept.isRunning}
            onClick={() => accept.run(body)}
          >
            {accept.isRunning ? t.working : t.accept}
          </button>
        )}
      </div>
      {refusal && (
        <p role="alert" className="text-miss">
          {refusal[locale]}
        </p>
      )}
      {may.return && <ReturnForm body={body} locale={locale} />}
    </div>
  );
}

function ReturnForm({ body, locale }: { body: object; locale: Locale }) {
  const t = reviewText[locale];
  const { run, isRunning, refusal } = useStep(returnSummaryAction);
  const [code, setCode] = useState("");
  const [text, setText] = useState("");
  const isTextRequired = RETURN_REASONS.find((reason) => reason.code === code)?.requiresText ?? false;
  return (
    <details>
      <summary className="font-semibold">{t.returnTitle}</summary>
      <form
        className="mt-2 grid max-w-2xl gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          run({ ...body, reason: { code, text } });
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
