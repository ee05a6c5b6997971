import type { ReactNode } from "react";
import { CountsTable } from "@/components/results/counts/counts-table";
import { EntryHeader } from "@/components/results/entry-header";
import { formatInstant } from "@/components/results/instant";
import { PartTables, reportedParts } from "@/components/results/part-tables";
import { ChangeTable } from "@/components/results/review/change-table";
import { DecisionPanel } from "@/components/results/review/decision-panel";
import { EffectTable } from "@/components/results/review/effect-table";
import { WarningList } from "@/components/results/review/warning-list";
import type { Day } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { formVersion } from "@/lib/form/version";
import { entryText } from "@/lib/i18n/entry";
import { reviewText } from "@/lib/i18n/review";
import { paths } from "@/lib/paths";
import { personName } from "@/lib/results/people/view";
import type { ReviewView } from "@/lib/results/review/types";

type WorkspaceProps = {
  review: ReviewView;
  user: string;
  today: Day;
  locale: Locale;
  /** What else is said before the decision. */
  children?: ReactNode;
};

/** Everything an approver decides on, and the decision. */
export function ReviewWorkspace({ review, user, today, locale, children }: WorkspaceProps) {
  const t = reviewText[locale];
  const { entry, sinceLastMonth, sinceLastSubmission } = review;
  const monthCounts = review.countsSinceLastMonth ?? [];
  const submissionCounts = review.countsSinceLastSubmission ?? [];
  const { agency, period, people } = entry;
  const version = formVersion(entry.formVersion);
  const key = { agency: agency.code, ...period };
  return (
    <>
      <EntryHeader view={entry} today={today} locale={locale} title={t.title(period.month)} />
      <p className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-ink-2">
        {people.submitted && (
          <span>
            {t.people(personName(people.submitted.name, locale), formatInstant(people.submitted.at))}
          </span>
        )}
        {entry.supplementReason && <span>{t.supplementReason(entry.supplementReason)}</span>}
        {entry.source && <span>{t.source(entry.source)}</span>}
        <a className="link" href={paths.entry(agency.code, period.year, period.month)}>
          {t.openForm}
        </a>
      </p>
      <div className="grid gap-5">
        <WarningList warnings={review.warnings} errors={review.errors} locale={locale} />
        <EffectTable effect={review.effect} locale={locale} />
        {children}
        <Parts review={review} locale={locale} />
        <CountsTable counts={entry.counts} locale={locale} />
        <DecisionPanel
          reportKey={key}
          version={entry.version}
          may={entry.may}
          why={whyNot(review, user, locale)}
          locale={locale}
        />
        <ChangeTable
          changes={sinceLastSubmission ?? []}
          counts={submissionCounts}
          title={
            sinceLastSubmission
              ? t.sinceSubmission(sinceLastSubmission.length + submissionCounts.length)
              : t.sinceSubmissionNone
          }
          version={version}
          locale={locale}
        />
        <ChangeTable
          changes={sinceLastMonth ?? []}
          counts={monthCounts}
          title={sinceLastMonth ? t.sinceMonth(sinceLastMonth.length + monthCounts.length) : t.sinceMonthNone}
          version={version}
          locale={locale}
        />
      </div>
    </>
  );
}

/** What was reported of which parts, folded: the decision stays near. */
function Parts({ review: { entry }, locale }: Pick<WorkspaceProps, "review" | "locale">) {
  const t = entryText[locale];
  const parts = reportedParts(entry);
  if (parts.length === 0) return null;
  return (
    <details className="card">
      <summary>
        <h2 className="inline">{`${t.parts}: ${parts.map((slice) => t.slices[slice]).join(" · ")}`}</h2>
      </summary>
      <PartTables view={entry} locale={locale} />
    </details>
  );
}

/** Why the reader cannot approve; null when they can. */
function whyNot({ entry }: ReviewView, user: string, locale: Locale): string | null {
  const t = reviewText[locale];
  if (entry.may.approve) return null;
  if (entry.status !== "SUBMITTED") return t.notWaiting;
  const isOwn = entry.people.entered?.id === user || entry.people.submitted?.id === user;
  return isOwn ? t.fourEyes : t.notAllowed;
}
