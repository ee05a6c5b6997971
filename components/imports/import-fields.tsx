import type { Locale } from "@/lib/core/locale";
import { importsText } from "@/lib/i18n/imports";
import type { ImportMode } from "@/lib/imports/reports/types";

type ModeProps = {
  modes: readonly ImportMode[];
  mode: ImportMode;
  onChange: (mode: ImportMode) => void;
  isBusy: boolean;
  locale: Locale;
};

/** Where the figures go; one who may do only one of them is told, not asked. */
export function ModeChoice({ modes, mode, onChange, isBusy, locale }: ModeProps) {
  const t = importsText[locale];
  return (
    <fieldset className="grid gap-2" disabled={isBusy}>
      <legend className="label">{t.mode}</legend>
      {modes.map((each) => (
        <label key={each} className="flex items-start gap-2">
          <input
            type="radio"
            name="mode"
            className="mt-1.5"
            checked={mode === each}
            onChange={() => onChange(each)}
          />
          <span>
            <span className="font-semibold">{t[each]}</span>
            <span className="block text-ink-2">{each === "final" ? t.finalHint : t.draftHint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type SourceProps = { value: string; onChange: (text: string) => void; isBusy: boolean; locale: Locale };

/** The document that final figures come from. */
export function SourceField({ value, onChange, isBusy, locale }: SourceProps) {
  const t = importsText[locale];
  return (
    <div>
      <label className="label" htmlFor="source">
        {t.source}
      </label>
      <input
        id="source"
        className="field"
        value={value}
        maxLength={500}
        required
        disabled={isBusy}
        aria-describedby="source-hint"
        onChange={(event) => onChange(event.target.value)}
      />
      <p id="source-hint" className="text-ink-2">
        {t.sourceHint}
      </p>
    </div>
  );
}

type FileProps = {
  onChoose: (file: File | undefined) => void;
  columns: string;
  counts: string;
  isBusy: boolean;
  locale: Locale;
};

/** The file itself, with what it must look like. */
export function FileField({ onChoose, columns, counts, isBusy, locale }: FileProps) {
  const t = importsText[locale];
  return (
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
        onChange={(event) => onChoose(event.target.files?.[0])}
      />
      <p id="file-hint" className="text-ink-2">
        {t.fileHint}
      </p>
      <details className="mt-1">
        <summary>{t.columns}</summary>
        <p className="break-words font-mono text-sm">{columns}</p>
        <p className="mt-2">{t.countColumns}</p>
        <p className="break-words font-mono text-sm">{counts}</p>
      </details>
    </div>
  );
}
