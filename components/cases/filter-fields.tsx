import type { ReactNode } from "react";

type Option = readonly [value: string | number, label: string];

/** A labelled list to choose from, in a GET form. */
export function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string | number;
  options: readonly Option[];
}) {
  return (
    <Labelled name={name} label={label}>
      <select id={name} name={name} className="field" defaultValue={value}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** A labelled text field in a GET form. */
export function Words({
  name,
  label,
  value,
  hint,
  type = "search",
  mode,
}: {
  name: string;
  label: string;
  value: string;
  hint?: string;
  type?: "search" | "date" | "text";
  mode?: "numeric";
}) {
  return (
    <Labelled name={name} label={label}>
      <input
        id={name}
        name={name}
        type={type}
        inputMode={mode}
        className="field"
        defaultValue={value}
        placeholder={hint}
        maxLength={100}
        autoComplete="off"
      />
    </Labelled>
  );
}

function Labelled({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label className="label text-sm" htmlFor={name}>
        {label}
      </label>
      {children}
    </div>
  );
}
