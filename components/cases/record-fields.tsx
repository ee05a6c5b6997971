import { useId } from "react";
import type { Locale, Text } from "@/lib/core/locale";

type FieldProps = { label: string; value: string; onChange: (text: string) => void };

/** A day between two others. */
export function DayField({
  label,
  value,
  onChange,
  earliest,
  latest,
}: FieldProps & { earliest?: string; latest: string }) {
  return (
    <label>
      <span className="label">{label}</span>
      <input
        type="date"
        className="field"
        required
        min={earliest}
        max={latest}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

/** An amount in whole đồng. */
export function AmountField({
  label,
  hint,
  value,
  onChange,
  isWrong,
}: FieldProps & { hint: string; isWrong: boolean }) {
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field text-right tabular-nums"
        inputMode="numeric"
        autoComplete="off"
        required
        maxLength={30}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-hint`} className="mt-1 text-ink-2 text-sm">
        {hint}
      </p>
    </div>
  );
}

/** Words of one line, or of several. */
export function WordsField({
  label,
  value,
  onChange,
  most,
  isLong = false,
  isRequired = false,
}: FieldProps & { most: number; isLong?: boolean; isRequired?: boolean }) {
  const id = useId();
  const shared = {
    id,
    className: "field",
    maxLength: most,
    required: isRequired,
    value,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {isLong ? <textarea rows={2} {...shared} /> : <input autoComplete="off" {...shared} />}
    </div>
  );
}

/** Why something was not written. */
export function Refusal({ text, locale }: { text: Text | null; locale: Locale }) {
  return text === null ? null : (
    <p role="alert" className="rounded-control bg-miss-soft px-3 py-2 text-miss">
      {text[locale]}
    </p>
  );
}
