import { CountsForm } from "@/components/results/counts/counts-form";
import { CountsTable } from "@/components/results/counts/counts-table";
import { EntryForm } from "@/components/results/entry/entry-form";
import { EntryHeader } from "@/components/results/entry-header";
import { EntryReader } from "@/components/results/entry-reader";
import { ReturnedNotice } from "@/components/results/returned-notice";
import { RevisionList } from "@/components/results/revision-list";
import type { RegisterDraft } from "@/lib/cases/draft/types";
import type { Day } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import type { EntryView } from "@/lib/results/types";

/** `today` decides what the rules allow, `reference` (the demonstration's day, if any) only what is called late. */
type WorkspaceProps = {
  view: EntryView;
  user: string;
  today: Day;
  reference: Day;
  locale: Locale;
  register: RegisterDraft | null;
};

/** One agency's month: the form to those who may record it now, the report to everybody else. */
export function EntryWorkspace({ view, user, today, reference, locale, register }: WorkspaceProps) {
  const isEditable = view.status === null || view.status === "DRAFT" || view.status === "RETURNED";
  const key = `${view.agency.code}:${view.period.year}:${view.period.month}:${view.revision}:${view.status}`;
  return (
    <>
      <EntryHeader view={view} today={reference} locale={locale} />
      {view.returned && <ReturnedNotice returned={view.returned} locale={locale} />}
      {isEditable && view.may.record ? (
        <>
          <EntryForm key={key} view={view} user={user} today={today} locale={locale} register={register} />
          <CountsForm view={view} locale={locale} />
          <div className="hidden print:block">
            <CountsTable counts={view.counts} locale={locale} />
          </div>
        </>
      ) : (
        <>
          <EntryReader view={view} locale={locale} />
          <CountsTable counts={view.counts} locale={locale} />
        </>
      )}
      <RevisionList revisions={view.revisions} locale={locale} />
    </>
  );
}
