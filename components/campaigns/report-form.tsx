"use client";

import { type FormEvent, useState } from "react";
import { useStep } from "@/components/results/use-step";
import { reportActivityAction } from "@/lib/campaigns/activities/actions";
import { ACTIVITY_KINDS } from "@/lib/campaigns/types";
import type { Locale } from "@/lib/core/locale";
import { activityText } from "@/lib/i18n/activities";
import { ACTIVITY_LABELS } from "@/lib/i18n/campaigns";
import { sentFiles } from "./sent-files";

type Props = {
  code: string;
  own: readonly { agency: string; name: string }[];
  span: { startsOn: string; endsOn: string };
  locale: Locale;
};

/** What was done, with photos made small before they leave the phone. */
export function ReportForm({ code, own, span, locale }: Props) {
  const t = activityText[locale];
  const [note, setNote] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const { run, isRunning, refusal } = useStep(reportActivityAction, () => {
    setNote(t.sent);
    setRound(round + 1);
  });
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setNote(null);
    const form = new FormData(event.currentTarget);
    const evidence = await sentFiles(form.getAll("files"));
    if (evidence === null) return setNote(t.tooLarge);
    const words = [...form].filter(([name, value]) => name !== "files" && value !== "");
    run({ code, ...Object.fromEntries(words), evidence });
  };
  return (
    <form key={round} className="grid gap-3 sm:grid-cols-2" onSubmit={send}>
      <Choice name="agency" label={t.agency} options={own.map((each) => [each.agency, each.name])} />
      <Choice
        name="kind"
        label={t.kind}
        options={ACTIVITY_KINDS.map((kind) => [kind, ACTIVITY_LABELS[kind].label[locale]])}
      />
      <Words name="place" label={t.place} isRequired />
      <label>
        <span className="label">{t.happenedOn}</span>
        <input
          className="field"
          name="happenedOn"
          type="date"
          required
          min={span.startsOn}
          max={span.endsOn}
        />
      </label>
      <Words name="beneficiary" label={t.beneficiary} />
      <Words name="quantity" label={t.quantity} isRequired isNumber />
      <Words name="valueDong" label={t.value} isNumber />
      <Words name="partners" label={t.partners} />
      <label className="sm:col-span-2">
        <span className="label">{t.description}</span>
        <textarea className="field" name="description" rows={3} maxLength={2000} required />
      </label>
      <label className="sm:col-span-2">
        <span className="label">{t.files}</span>
        <input
          className="field"
          name="files"
          type="file"
          multiple
          accept="image/jpeg,image/png,application/pdf"
        />
      </label>
      <p className="text-sm text-ink-2 sm:col-span-2">{t.reportHint}</p>
      {refusal && (
        <p role="alert" className="text-miss sm:col-span-2">
          {refusal[locale]}
        </p>
      )}
      <p role="status" className="sm:col-span-2">
        {note}
      </p>
      <button type="submit" className="button button-primary justify-self-start" disabled={isRunning}>
        {isRunning ? t.sending : t.send}
      </button>
    </form>
  );
}

type ChoiceProps = { name: string; label: string; options: readonly (readonly [string, string])[] };

function Choice({ name, label, options }: ChoiceProps) {
  return (
    <label>
      <span className="label">{label}</span>
      <select className="field" name={name}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

type WordsProps = { name: string; label: string; isRequired?: boolean; isNumber?: boolean };

function Words({ name, label, isRequired = false, isNumber = false }: WordsProps) {
  return (
    <label>
      <span className="label">{label}</span>
      <input
        className="field"
        name={name}
        required={isRequired}
        maxLength={300}
        inputMode={isNumber ? "numeric" : "text"}
        pattern={isNumber ? "\\d+" : undefined}
        autoComplete="off"
      />
    </label>
  );
}
