import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/auth/sign-in-form";
import { ownPathOr } from "@/lib/auth/request";
import { currentActor } from "@/lib/auth/session";
import { REFUSAL_COOKIE, readRefusal } from "@/lib/auth/sign-in-refusal";
import { authText } from "@/lib/i18n/auth";
import { currentLocale } from "@/lib/i18n/locale";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Đăng nhập" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { tiep, "da-doi": changed } = await searchParams;
  const back = ownPathOr(paths.home(), tiep);
  if (await currentActor()) redirect(back);
  const locale = await currentLocale();
  const t = authText[locale];
  const refusal = readRefusal((await cookies()).get(REFUSAL_COOKIE)?.value);
  return (
    <main id="content" className="mx-auto grid min-h-dvh max-w-sm content-center gap-5 px-4 py-8">
      <header className="grid gap-1">
        <p className="font-heading text-brand">{t.product}</p>
        <h1>{t.title}</h1>
        <p className="text-ink-2">{t.intro}</p>
      </header>
      {changed !== undefined && (
        <output className="rounded-control bg-met-soft px-3 py-2 text-met">{t.changed}</output>
      )}
      <section className="card">
        <SignInForm locale={locale} back={back} refusal={refusal} />
      </section>
      <p className="text-sm text-ink-3">{t.forgotten}</p>
    </main>
  );
}
