"use client";

import { useState } from "react";
import { CaseImportPanel } from "@/components/cases/imports/case-import-panel";
import { type CaseImportStep, useCaseImport } from "@/components/cases/imports/use-case-import";
import { Refusal } from "@/components/cases/record-fields";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { caseImportPageText } from "@/lib/i18n/case-import-page";

/** Names of the columns of a layout; a question mark marks those that may be left out. */
export type ColumnNames = Readonly<
  Record<"cases" | "events", readonly { name: string; isOptional: boolean }[]>
>;

/** Choose a file, see what is wrong with it and how far the work is, then import it. */
export function CaseImportForm({ columns, locale }: { columns: ColumnNames; locale: Locale }) {
  const t = caseImportPageText[locale];
  const [isIllustrative, setIllustrative] = useState(false);
  const { step, choose, check, confirm } = useCaseImport(isIllustrative);
  const isBusy = step.status === "working";
  return (
    <div className="grid gap-5">
      <div className="card grid gap-4">
        <div>
          <label className="label" htmlFor="file">
            {t.file}
          </label>
          <input
            id="file"
            type="file"
            accept=".csv,text/csv"
            className="field"
            disabled={isBusy}
            aria-describedby="file-hint"
            onChange={({ target }) => choose(target.files?.[0])}
          />
          <p id="file-hint" className="text-ink-2">
            {t.fileHint}
          </p>
          <Columns columns={columns} locale={locale} />
        </div>
        <label className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            checked={isIllustrative}
            disabled={isBusy}
            onChange={({ target }) => setIllustrative(target.checked)}
          />
          {t.illustrative}
        </label>
        {"refusal" in step && <Refusal text={step.refusal} locale={locale} />}
        {step.status === "chosen" && (
          <button
            type="button"
            className="button button-primary justify-self-start"
            onClick={() => void check(step.file)}
          >
            {t.check}
          </button>
        )}
        {step.status === "checked" && step.report.issueCount === 0 && (
          <button
            type="button"
            className="button button-primary justify-self-start"
            onClick={() => void confirm(step.file, step.report)}
          >
            {t.import(formatCount(step.report.rows, locale))}
          </button>
        )}
        {step.status === "working" && <Progress step={step} locale={locale} />}
      </div>
      {"report" in step && <CaseImportPanel report={step.report} locale={locale} />}
    </div>
  );
}

type ProgressProps = { step: Extract<CaseImportStep, { status: "working" }>; locale: Locale };

function Progress({ step: { done, of }, locale }: ProgressProps) {
  const t = caseImportPageText[locale];
  const count = (n: number) => formatCount(n, locale);
  return (
    <div role="status" className="grid gap-1">
      <progress
        className="w-full"
        aria-label={t.progress}
        {...(of === null ? {} : { max: of, value: done })}
      />
      <p className="tabular-nums">
        {of === null ? t.checking(count(done)) : t.writing(count(done), count(of))}
      </p>
    </div>
  );
}

function Columns({ columns, locale }: { columns: ColumnNames; locale: Locale }) {
  const t = caseImportPageText[locale];
  const names = (layout: "cases" | "events") =>
    columns[layout].map(({ name, isOptional }) => (isOptional ? `${name} (${t.optional})` : name)).join(", ");
  return (
    <details className="mt-1">
      <summary>{t.columns}</summary>
      <dl className="grid gap-2 text-sm">
        <div>
          <dt className="font-semibold">{t.caseColumns}</dt>
          <dd className="break-words">{names("cases")}</dd>
        </div>
        <div>
          <dt className="font-semibold">{t.eventColumns}</dt>
          <dd className="break-words">{names("events")}</dd>
        </div>
      </dl>
    </details>
  );
}
