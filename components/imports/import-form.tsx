"use client";

import { useState } from "react";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { importsText } from "@/lib/i18n/imports";
import type { ImportMode } from "@/lib/imports/reports/types";
import { findingOf } from "@/lib/imports/view";
import { FileField, ModeChoice, SourceField } from "./import-fields";
import { ImportReportPanel } from "./import-report";
import { useImport } from "./use-import";

type ImportFormProps = {
  modes: readonly [ImportMode, ...ImportMode[]];
  columns: string;
  counts: string;
  locale: Locale;
};

/** Choose a file, see every problem and change, then import it. Nothing is lost when something goes wrong. */
export function ImportForm({ modes, columns, counts, locale }: ImportFormProps) {
  const [mode, setMode] = useState<ImportMode>(modes[0]);
  const [source, setSource] = useState("");
  const { step, choose, check, confirm, restart } = useImport(mode, source);
  const isBusy = step.status === "checking" || step.status === "importing";
  const refusal = "refusal" in step ? step.refusal : null;
  return (
    <div className="grid gap-5">
      <div className="card grid gap-5">
        <ModeChoice
          {...{ modes, mode, isBusy, locale }}
          onChange={(chosen) => [setMode(chosen), restart()]}
        />
        {mode === "final" && (
          <SourceField
            {...{ isBusy, locale }}
            value={source}
            onChange={(text) => [setSource(text), restart()]}
          />
        )}
        <FileField {...{ columns, counts, isBusy, locale }} onChoose={choose} />
        {refusal && (
          <p role="alert" className="rounded-control bg-miss-soft px-3 py-2 text-miss">
            {refusal[locale]}
          </p>
        )}
        <StepButton
          {...{ step, locale, check, confirm }}
          isReady={mode === "draft" || source.trim() !== ""}
        />
      </div>
      {"report" in step && (
        <div className="card">
          <ImportReportPanel report={step.report} locale={locale} />
        </div>
      )}
    </div>
  );
}

type StepButtonProps = Pick<ReturnType<typeof useImport>, "step" | "check" | "confirm"> & {
  locale: Locale;
  isReady: boolean;
};

function StepButton({ step, locale, check, confirm, isReady }: StepButtonProps) {
  const t = importsText[locale];
  if (!("file" in step)) return null;
  const rows = formatCount(step.file.rows, locale);
  if (!("report" in step)) {
    const isBusy = step.status === "checking";
    return (
      <button
        type="button"
        className="button button-primary justify-self-start"
        disabled={isBusy || !isReady}
        onClick={() => check(step.file)}
      >
        {isBusy ? t.checking(rows) : t.check}
      </button>
    );
  }
  const isOpen = ["ready", "readyWithErrors"].includes(findingOf(step.report));
  if (!isOpen) return null;
  const isBusy = step.status === "importing";
  return (
    <button
      type="button"
      className="button button-primary justify-self-start"
      disabled={isBusy}
      onClick={() => confirm(step.file, step.report, step.key)}
    >
      {isBusy ? t.importing(rows) : t.confirm(rows)}
    </button>
  );
}
