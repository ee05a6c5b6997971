import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChangePassword } from "@/components/auth/change-password";
import { signedIn } from "@/lib/auth/session";
import { authText } from "@/lib/i18n/auth";
import { currentLocale } from "@/lib/i18n/locale";
import { paths } from "@/lib/paths";
import { getPasswordRules } from "@/lib/users/queries";

export const metadata: Metadata = { title: "Đổi mật khẩu" };

/** Outside the signed-in shell, which an initial password does not open. */
export default async function PasswordPage() {
  const found = await signedIn();
  if (!found) redirect(paths.login(paths.password()));
  const [locale, { minLength }] = await Promise.all([currentLocale(), getPasswordRules()]);
  const t = authText[locale];
  return (
    <main id="content" className="mx-auto grid min-h-dvh max-w-2xl content-center gap-5 px-4 py-8">
      <header className="grid gap-1">
        <p className="font-heading text-brand">{found.actor.name}</p>
        <h1>{t.passwordTitle}</h1>
        <p className="text-ink-2">{found.mustChangePassword ? t.passwordFirst : t.passwordEnds}</p>
      </header>
      <section className="card">
        <ChangePassword locale={locale} minLength={minLength} />
      </section>
      {!found.mustChangePassword && (
        <a className="link" href={paths.work()}>
          {t.back}
        </a>
      )}
    </main>
  );
}
