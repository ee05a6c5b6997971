"use client";

import { useActionState } from "react";
import { signInAction } from "@/lib/auth/actions";
import type { Locale } from "@/lib/core/locale";
import { authText } from "@/lib/i18n/auth";

/** Login and password; a refusal keeps the login, says what to do, and works without script too. */
export function SignInForm({ locale, back }: { locale: Locale; back: string }) {
  const t = authText[locale];
  const [state, submit, isPending] = useActionState(signInAction, null);
  const refused = state?.status === "refused" ? state : null;
  const typed = (refused?.details as { login?: string } | undefined)?.login ?? "";
  return (
    <form action={submit} className="grid gap-4">
      {refused && (
        <p role="alert" className="rounded-control bg-miss-soft px-3 py-2 text-miss">
          {refused.text[locale]}
        </p>
      )}
      <input type="hidden" name="tiep" value={back} />
      <div>
        <label className="label" htmlFor="login">
          {t.login}
        </label>
        <input
          key={typed}
          className="field"
          id="login"
          name="login"
          defaultValue={typed}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          required
        />
      </div>
      <div>
        <label className="label" htmlFor="password">
          {t.password}
        </label>
        <input
          className="field"
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={1024}
          required
        />
      </div>
      <button type="submit" className="button button-primary" disabled={isPending}>
        {isPending ? t.submitting : t.submit}
      </button>
    </form>
  );
}
