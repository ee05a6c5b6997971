"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { type CellKey, cellKey } from "@/components/results/entry/cell";
import { CellPanel } from "@/components/results/entry/cell-panel";
import { ConflictPanel } from "@/components/results/entry/conflict-panel";
import { EntryProvider } from "@/components/results/entry/context";
import { DraftOffer } from "@/components/results/entry/draft-offer";
import { ErrorSummary } from "@/components/results/entry/error-summary";
import { FormFooter } from "@/components/results/entry/form-footer";
import { FormTable } from "@/components/results/entry/form-table";
import { PartNote } from "@/components/results/entry/part-note";
import { PastePanel } from "@/components/results/entry/paste-panel";
import { PrintedForm } from "@/components/results/entry/printed-form";
import { RateCard } from "@/components/results/entry/rate-card";
import { RegisterOffer } from "@/components/results/entry/register-offer";
import { ReportIssues } from "@/components/results/entry/report-issues";
import { SliceTabs } from "@/components/results/entry/slice-tabs";
import { TableControls } from "@/components/results/entry/table-controls";
import { useAutosave } from "@/components/results/entry/use-autosave";
import { useDraft } from "@/components/results/entry/use-draft";
import { useEntryState } from "@/components/results/entry/use-entry";
import { useSubmit } from "@/components/results/entry/use-submit";
import type { RegisterDraft } from "@/lib/cases/draft/types";
import type { Day } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { entryText } from "@/lib/i18n/entry";
import { saveReportAction, submitReportAction } from "@/lib/results/actions";
import type { EntryView } from "@/lib/results/types";

type FormProps = {
  view: EntryView;
  user: string;
  today: Day;
  locale: Locale;
  /** The month as the case register makes it. */
  register?: RegisterDraft | null;
};

/** The month's form: typed, checked, kept, saved, sent. */
export function EntryForm({ view, user, today, locale, register = null }: FormProps) {
  const t = entryText[locale];
  const router = useRouter();
  const { agency, period } = view;
  const key = useMemo(() => ({ agency: agency.code, ...period }), [agency.code, period]);
  const { scope, all, setShowsLastYear, setAttempted } = useEntryState(view, today, locale, register);
  const { state, dispatch } = scope;
  const draft = useDraft({ user, ...key }, state, dispatch);
  const flush = useAutosave(key, state, dispatch, saveReportAction);
  const submit = useSubmit({
    key,
    state,
    issues: all,
    flush,
    send: submitReportAction,
    done: router.refresh,
  });
  const [paste, setPaste] = useState<{ start: CellKey; text: string } | null>(null);
  const onSubmit = () => {
    setAttempted(true);
    submit.start();
  };
  const start = scope.active ?? cellKey("cases", "carriedOver", scope.slice);
  return (
    <EntryProvider value={scope}>
      <div className="grid gap-5 min-[1400px]:grid-cols-[minmax(0,1fr)_17rem] min-[1400px]:grid-rows-[auto_1fr]">
        <div className="min-w-0 min-[1400px]:col-start-2 min-[1400px]:row-start-1">
          <RateCard />
        </div>
        <div className="min-w-0 min-[1400px]:col-start-1 min-[1400px]:row-span-2 min-[1400px]:row-start-1">
          {scope.attempted && <ErrorSummary />}
          {draft.offer && <DraftOffer draft={draft.offer} onAccept={draft.accept} onDrop={draft.drop} />}
          <RegisterOffer />
          {state.theirs && <ConflictPanel theirs={state.theirs} />}
          <section className="card max-sm:p-3!" aria-label={t.title(period.month)}>
            <PrintedForm />
            <div className="@container no-print">
              <SliceTabs />
              <PartNote />
              <TableControls onLastYear={setShowsLastYear} />
              <FormTable onPaste={(from, text) => setPaste({ start: from, text })} />
            </div>
            <ReportIssues />
            <FormFooter
              submit={{ ...submit, start: onSubmit }}
              onRetry={() => void flush()}
              onPaste={() => setPaste({ start, text: "" })}
              isKept={draft.isKept}
            />
          </section>
        </div>
        <div className="grid min-w-0 content-start gap-5 min-[1400px]:col-start-2 min-[1400px]:row-start-2">
          <CellPanel />
          <section className="card no-print">
            <h2>{t.afterTitle}</h2>
            <p className="mt-1 text-[0.9375rem]">{t.afterText}</p>
          </section>
        </div>
      </div>
      {paste && <PastePanel start={paste.start} text={paste.text} onClose={() => setPaste(null)} />}
    </EntryProvider>
  );
}
