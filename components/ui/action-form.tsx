"use client";

import { useActionState } from "react";
import type { ActionState } from "@/lib/actions/define-action";
import type { Locale } from "@/lib/core/locale";
import { uiText } from "@/lib/i18n/ui";
import { type FieldSpec, FormField } from "./form-field";

type Props = {
  action: (previous: unknown, form: FormData) => Promise<ActionState<unknown>>;
  fields: readonly FieldSpec[];
  submit: string;
  done: string;
  locale: Locale;
  isPrimary?: boolean;
};
type Answer = { tries: number; state: ActionState<unknown> | null; typed: Record<string, string> };

/** A form around one server action: refusals name their field, what was typed stays, secrets are shown once. */
export function ActionForm({ action, fields, submit, done, locale, isPrimary = false }: Props) {
  const t = uiText[locale];
  const [{ tries, state, typed }, send, isPending] = useActionState(
    async (previous: Answer, form: FormData): Promise<Answer> => {
      const next = await action(null, form);
      const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
      return {
        tries: previous.tries + 1,
        state: next,
        typed: next.status === "refused" ? Object.fromEntries(texts) : {},
      };
    },
    { tries: 0, state: null, typed: {} },
  );
  const isBare = fields.every(({ type }) => type === "hidden");
  const refused = state?.status === "refused" ? state : null;
  return (
    <form action={send} className="grid gap-3">
      {refused && (
        <p role="alert" className="rounded-control bg-miss-soft px-3 py-2 text-miss">
          {refused.text[locale]}
        </p>
      )}
      {state?.status === "done" && <Done text={done} result={state.result} locale={locale} />}
      <div key={tries} className={isBare ? "hidden" : "grid gap-3 sm:grid-cols-2"}>
        {fields.map((field) => (
          <FormField
            key={field.name}
            field={field}
            typed={typed[field.name]}
            error={refused?.fields?.[field.name]?.[locale]}
          />
        ))}
      </div>
      <button
        type="submit"
        className={`button justify-self-start ${isPrimary ? "button-primary" : ""}`}
        disabled={isPending}
      >
        {isPending ? t.working : submit}
      </button>
    </form>
  );
}

function Done({ text, result, locale }: { text: string; result: unknown; locale: Locale }) {
  const t = uiText[locale];
  const made = result as { login?: string; initialPassword?: string | null; token?: string } | null;
  return (
    <output className="grid gap-1 rounded-control bg-met-soft px-3 py-2 text-met">
      {text}
      {made?.initialPassword && (
        <span className="text-ink">
          {t.secret(made.login ?? "")}{" "}
          <code className="font-semibold select-all">{made.initialPassword}</code>
          <br />
          {t.handOver}
        </span>
      )}
      {made?.token && (
        <span className="text-ink">
          {t.token} <code className="font-semibold break-all select-all">{made.token}</code>
          <br />
          {t.keepToken}
        </span>
      )}
    </output>
  );
}
