import { isOwnOrigin } from "@/lib/actions/origin";
import { isLocale } from "@/lib/core/locale";
import { LOCALE_COOKIE, THEME_COOKIE } from "@/lib/i18n/preference-cookies";

const year = 365 * 24 * 60 * 60;

/** Remembers the reader's language or theme in a cookie and goes back to where they were. Changes nothing else. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return new Response(null, { status: 403 });
  const form = await request.formData();
  const locale = form.get("locale");
  const theme = form.get("theme");
  const back = String(form.get("back") ?? "/");
  const headers = new Headers({ location: /^\/(?![/\\])/.test(back) ? back : "/" });
  const attributes = `Path=/; Max-Age=${year}; SameSite=Lax`;
  if (isLocale(locale)) headers.append("set-cookie", `${LOCALE_COOKIE}=${locale}; ${attributes}`);
  if (theme === "light" || theme === "dark")
    headers.append("set-cookie", `${THEME_COOKIE}=${theme}; ${attributes}`);
  return new Response(null, { status: 303, headers });
}
