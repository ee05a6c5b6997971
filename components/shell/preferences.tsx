import type { Locale } from "@/lib/core/locale";
import { shellText } from "@/lib/i18n/shell";
import { paths } from "@/lib/paths";

/** Language, theme, own password, sign-out: plain forms, no script. */
export function Preferences({ locale, theme }: { locale: Locale; theme: "light" | "dark" }) {
  const t = shellText[locale];
  const button = "cursor-pointer rounded px-1.5 py-1 text-sm text-ink-2 hover:text-ink hover:underline";
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <form method="post" action="/api/preferences">
        <button
          type="submit"
          className={button}
          name="locale"
          value={locale === "vi" ? "en" : "vi"}
          title={t.languageHint}
        >
          {t.language}
        </button>
      </form>
      <form method="post" action="/api/preferences">
        <button
          type="submit"
          className={button}
          name="theme"
          value={theme === "light" ? "dark" : "light"}
          title={t.theme}
        >
          {theme === "light" ? t.dark : t.light}
        </button>
      </form>
      <a className={button} href={paths.password()}>
        {t.password}
      </a>
      <form method="post" action="/api/sign-out">
        <button type="submit" className={button}>
          {t.signOut}
        </button>
      </form>
    </div>
  );
}
