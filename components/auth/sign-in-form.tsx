import type { SignInRefusal } from "@/lib/auth/sign-in-refusal";
import type { Locale } from "@/lib/core/locale";
import { authText } from "@/lib/i18n/auth";

/** Login and password as a plain form: works without script; a refusal keeps the login and says what to do. */
export function SignInForm({
  locale,
  back,
  refusal,
}: {
  locale: Locale;
  back: string;
  refusal: SignInRefusal | null;
}) {
  const t = authText[locale];
  return (
    <form method="post" action="/api/sign-in" className="grid gap-4">
      {refusal && (
        <p id="refusal" role="alert" className="rounded-control bg-miss-soft px-3 py-2 text-miss">
          {refusal.reason === "wait" ? t.wait(refusal.until) : t[refusal.reason]}
        </p>
      )}
      <input type="hidden" name="tiep" value={back} />
      <div>
        <label className="label" htmlFor="login">
          {t.login}
        </label>
        <input
          className="field"
          id="login"
          name="login"
          defaultValue={refusal?.login ?? ""}
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
          aria-describedby={refusal ? "refusal" : undefined}
          maxLength={1024}
          required
        />
      </div>
      <button type="submit" className="button button-primary">
        {t.submit}
      </button>
    </form>
  );
}
