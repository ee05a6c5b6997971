import type { Metadata } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { currentLocale } from "@/lib/i18n/locale";
import { shellText } from "@/lib/i18n/shell";
import { currentTheme } from "@/lib/i18n/theme";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Thi đua THADS", template: "%s · Thi đua THADS" },
  description: "Kết quả thi hành án dân sự hằng tháng, chỉ tiêu và thi đua",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const [locale, theme] = await Promise.all([currentLocale(), currentTheme()]);
  return (
    <html lang={locale} data-theme={theme}>
      <body>
        <a className="sr-only focus:not-sr-only" href="#content">
          {shellText[locale].skip}
        </a>
        {children}
      </body>
    </html>
  );
}
