import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { describePlace } from "@/lib/auth/place";
import { requireActor } from "@/lib/auth/session";
import { currentLocale } from "@/lib/i18n/locale";
import { currentTheme } from "@/lib/i18n/theme";
import { findReferenceDay } from "@/lib/settings/queries";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [locale, theme, demoDay] = await Promise.all([currentLocale(), currentTheme(), findReferenceDay()]);
  const place = await describePlace(actor, locale);
  const path = (await headers()).get("x-own-path") ?? "";
  return (
    <Shell actor={actor} place={place} path={path} locale={locale} theme={theme} demoDay={demoDay}>
      {children}
    </Shell>
  );
}
