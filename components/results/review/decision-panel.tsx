"use client";

import { ReturnForm } from "@/components/results/return-form";
import { useStep } from "@/components/results/use-step";
import type { Locale } from "@/lib/core/locale";
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
      {may.return && (
        <ReturnForm
          action={returnReportAction}
          body={{ ...reportKey, expectedVersion: version }}
          locale={locale}
        />
      )}
    </section>
  );
}
