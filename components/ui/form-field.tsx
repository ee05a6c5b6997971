import { useId } from "react";

/** One field of an action's form, as plain values so that server components can describe it. */
export type FieldSpec = {
  /** Known in advance where something links to the control. */
  id?: string;
  name: string;
  label: string;
  type?: "text" | "date" | "password" | "checkbox" | "select" | "hidden";
  value?: string;
  hint?: string;
  isRequired?: boolean;
  options?: readonly { value: string; label: string }[];
  /** The id of a datalist on the page. */
  list?: string;
  autoComplete?: string;
};

/** A labelled control with its hint, and the sentence that says what is wrong with it. */
export function FormField({
  field,
  typed,
  error,
}: {
  field: FieldSpec;
  typed?: string | undefined;
  error?: string | undefined;
}) {
  const made = useId();
  const id = field.id ?? made;
  const { type = "text", name, label, hint } = field;
  if (type === "hidden") return <input type="hidden" name={name} value={field.value} />;
  if (type === "checkbox") {
    return (
      <label className="flex items-center gap-2 self-end py-2">
        <input type="checkbox" name={name} defaultChecked={typed === "on"} />
        {label}
      </label>
    );
  }
  const note = error ?? hint;
  const shared = {
    id,
    name,
    className: "field",
    required: field.isRequired ?? false,
    defaultValue: type === "password" ? "" : (typed ?? field.value ?? ""),
    "aria-invalid": error !== undefined,
    "aria-describedby": note === undefined ? undefined : `${id}-note`,
  };
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {type === "select" ? (
        <select {...shared}>
          {field.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} type={type} list={field.list} autoComplete={field.autoComplete ?? "off"} />
      )}
      {note !== undefined && (
        <p id={`${id}-note`} className={`mt-1 text-sm ${error === undefined ? "text-ink-3" : "text-miss"}`}>
          {note}
        </p>
      )}
    </div>
  );
}
