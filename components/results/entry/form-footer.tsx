"use client";

import { useEntry } from "@/components/results/entry/context";
import { errorsOf } from "@/components/results/entry/issues";
import { SaveStatus } from "@/components/results/entry/save-status";
import type { Submit } from "@/components/results/entry/use-submit";
import { entryText } from "@/lib/i18n/entry";

type FooterProps = { submit: Submit; onRetry: () => void; onPaste: () => void; isKept: boolean };

/** Under the table: where the form stands, and what can be done with it. */
export function FormFooter({ submit, onRetry, onPaste, isKept }: FooterProps) {
  const { issues, locale, view, state } = useEntry();
  const t = entryText[locale];
  const errors = errorsOf(issues).length + Object.keys(state.problems).length;
  const warnings = issues.length - errorsOf(issues).length;
  return (
    <div className="no-print flex flex-wrap items-center justify-between gap-3 pt-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <SaveStatus onRetry={onRetry} isKept={isKept} />
        <p className="text-[0.9375rem] text-ink-2">{`${t.errors(errors)} · ${t.warnings(warnings)}`}</p>
        {submit.refusal && (
          <p role="alert" className="w-full whitespace-pre-line text-miss">
            {submit.refusal[locale]}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <button id="entry-actions" type="button" className="button" onClick={onPaste}>
          {t.paste}
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          {t.print}
        </button>
        {view.may.submit && (
          <button
            type="button"
            className="button button-primary"
            disabled={submit.isSending || state.sending !== null}
            onClick={submit.start}
          >
            {submit.isSending ? t.submitting : t.submit}
          </button>
        )}
      </div>
    </div>
  );
}
