"use client";

import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod, type Period } from "@/lib/core/period";
import { reviewText } from "@/lib/i18n/review";
import { paths } from "@/lib/paths";
import { approveReportsAction } from "@/lib/results/actions";
import type { BulkOutcome } from "@/lib/results/types";
import type { WorkItem } from "@/lib/results/work/types";

type ListProps = {
  period: Period;
  reports: readonly WorkItem[];
  locale: Locale;
  onDone: (outcomes: readonly BulkOutcome[]) => void;
};

/** The reports of one period that wait: all ticked, approved together without those unticked. */
export function ApprovalList({ period, reports, locale, onDone }: ListProps) {
  const t = reviewText[locale];
  const [excluded, setExcluded] = useState<readonly string[]>([]);
  const { run, isRunning, refusal } = useStep(approveReportsAction, onDone);
  const agencies = reports.map(({ agency }) => agency).filter((agency) => !excluded.includes(agency));
  const toggle = (agency: string) =>
    setExcluded(
      excluded.includes(agency) ? excluded.filter((each) => each !== agency) : [...excluded, agency],
    );
  return (
    <section className="card grid gap-3">
      <h2>{formatPeriod(period, locale)}</h2>
      <ul className="grid">
        {reports.map((report) => (
          <li
            key={report.agency}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line-2 py-2"
          >
            <label className="flex min-h-8 grow items-center gap-3">
              <input
                type="checkbox"
                className="size-5"
                checked={!excluded.includes(report.agency)}
                onChange={() => toggle(report.agency)}
              />
              {report.name}
            </label>
            {report.deadline && (
              <span className="text-sm text-ink-2">{`${t.deadline} ${formatDay(report.deadline)}`}</span>
            )}
            <a className="link" href={paths.review(report.agency, period.year, period.month)}>
              {t.open}
            </a>
          </li>
        ))}
      </ul>
      {refusal && (
        <p role="alert" className="text-miss">
          {refusal[locale]}
        </p>
      )}
      <button
        type="button"
        className="button button-primary justify-self-start"
        disabled={isRunning || agencies.length === 0}
        onClick={() => run({ year: period.year, month: period.month, agencies })}
      >
        {isRunning ? t.approving : t.approveSelected(agencies.length)}
      </button>
    </section>
  );
}
