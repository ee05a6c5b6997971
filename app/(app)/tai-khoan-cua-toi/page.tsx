import type { Metadata } from "next";
import { DigestByMail } from "@/components/account/digest-by-mail";
import { OwnSessions } from "@/components/account/own-sessions";
import { OwnTokens } from "@/components/account/own-tokens";
import { orNotFound } from "@/components/results/or-not-found";
import { PageHeader } from "@/components/ui/page-header";
import { describePlace } from "@/lib/auth/place";
import { currentSessionName, requireActor } from "@/lib/auth/session";
import { getSubscription } from "@/lib/digest/subscriptions/queries";
import { accountText } from "@/lib/i18n/account";
import { currentLocale } from "@/lib/i18n/locale";
import { paths } from "@/lib/paths";
import { getOwnAccess } from "@/lib/users/own/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountText[await currentLocale()].title };
}

export default async function OwnAccountPage() {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  const t = accountText[locale];
  const { sessions, tokens } = await orNotFound(getOwnAccess(actor, await currentSessionName()));
  return (
    <>
      <PageHeader title={t.title}>
        <strong className="text-ink">{actor.name}</strong>
        <span>{actor.login}</span>
        <span>{await describePlace(actor, locale)}</span>
        <a className="link" href={paths.password()}>
          {t.changePassword}
        </a>
      </PageHeader>
      <div className="grid gap-5 lg:grid-cols-2">
        <OwnTokens tokens={tokens} locale={locale} />
        <OwnSessions sessions={sessions} locale={locale} />
        <DigestByMail view={await getSubscription(actor)} locale={locale} />
      </div>
    </>
  );
}
