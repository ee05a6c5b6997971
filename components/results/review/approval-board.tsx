"use client";

import { useState } from "react";
import { ApprovalList } from "@/components/results/review/approval-list";
import type { Locale } from "@/lib/core/locale";
import { periodKey } from "@/lib/core/period";
import { reviewText } from "@/lib/i18n/review";
import type { BulkOutcome } from "@/lib/results/types";
import type { WorkItem } from "@/lib/results/work/types";

type NamedOutcome = BulkOutcome & { name: string };

/** The periods with reports that wait, oldest first, and what became of those just decided. */
export function ApprovalBoard({ waiting, locale }: { waiting: readonly WorkItem[]; locale: Locale }) {
  const [outcomes, setOutcomes] = useState<readonly NamedOutcome[]>([]);
  const keys = [...new Set(waiting.map(({ period }) => periodKey(period)))].sort();
  const groups = keys.map((key) => waiting.filter(({ period }) => periodKey(period) === key));
  const nameOf = (code: string) => waiting.find(({ agency }) => agency === code)?.name ?? code;
  const show = (decided: readonly BulkOutcome[]) =>
    setOutcomes(decided.map((each) => ({ ...each, name: nameOf(each.agency) })));
  return (
    <div className="grid max-w-4xl gap-5">
      <Outcomes outcomes={outcomes} locale={locale} />
      {groups.map(
        (reports) =>
          reports[0] && (
            <ApprovalList
              key={periodKey(reports[0].period)}
              period={reports[0].period}
              reports={reports}
              locale={locale}
              onDone={show}
            />
          ),
      )}
    </div>
  );
}

/** One line for each report that was named: approved, or why not. */
function Outcomes({ outcomes, locale }: { outcomes: readonly NamedOutcome[]; locale: Locale }) {
  const t = reviewText[locale];
  return (
    <div role="status">
      <ul className={`grid gap-1 ${outcomes.length > 0 ? "card" : ""}`}>
        {outcomes.map(({ agency, name, outcome, reason }) => (
          <li key={agency} className="flex flex-wrap items-center gap-2">
            <span className={`chip ${outcome === "approved" ? "chip-met" : "chip-behind"}`}>
              {outcome === "approved" ? `✓ ${t.approved}` : `◆ ${t.skipped}`}
            </span>
            {name}
            {reason && <span className="text-ink-2">{reason[locale]}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
