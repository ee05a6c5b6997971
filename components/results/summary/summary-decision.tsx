"use client";

import { ReturnForm } from "@/components/results/return-form";
import { useStep } from "@/components/results/use-step";
import type { Locale } from "@/lib/core/locale";
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
      {may.return && <ReturnForm action={returnSummaryAction} body={body} locale={locale} />}
    </div>
  );
}
