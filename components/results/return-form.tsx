"use client";

import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import type { ActionState } from "@/lib/actions/define-action";
import type { Locale } from "@/lib/core/locale";
import { RETURN_REASONS } from "@/lib/form/reasons";
import { reviewText } from "@/lib/i18n/review";

type FormProps<Result> = {
  action: (raw: unknown) => Promise<ActionState<Result>>;
  body: object;
  locale: Locale;
};

/** Sends something back with a coded reason and, where the code says too little, words. */
export function ReturnForm<Result>({ action, body, locale }: FormProps<Result>) {
  const t = reviewText[locale];
  const { run, isRunning, refusal } = useStep(action);
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
