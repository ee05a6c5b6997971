import "server-only";
import { cookies } from "next/headers";
import { isLocale, type Locale } from "@/lib/core/locale";
import { LOCALE_COOKIE } from "./preference-cookies";

/** The reader's language: Vietnamese unless they chose English. */
export async function currentLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : "vi";
}
