import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { Access } from "@/components/users/access";
import { AgencyList } from "@/components/users/agency-list";
import { Assignments } from "@/components/users/assignments";
import { UserState } from "@/components/users/user-table";
import { getOrganisation } from "@/lib/agencies/queries";
import { requireActor } from "@/lib/auth/session";
import { currentLocale } from "@/lib/i18n/locale";
import { usersText } from "@/lib/i18n/users";
import { paths } from "@/lib/paths";
import { findUser } from "@/lib/users/queries";
import { agencyOptions } from "@/lib/users/view";

export const metadata: Metadata = { title: "Tài khoản" };

export default async function UserPage({ params }: { params: Promise<{ login: string }> }) {
  const actor = await requireActor();
  const user = await findUser(actor, (await params).login);
  if (!user) notFound();
  const [locale, organisation] = await Promise.all([currentLocale(), getOrganisation()]);
  return (
    <>
      <PageHeader title={user.name}>
        <span>{user.login}</span>
        <UserState user={user} locale={locale} />
        <a className="link" href={paths.users()}>
          {usersText[locale].back}
        </a>
      </PageHeader>
      <AgencyList agencies={agencyOptions(organisation)} />
      <div className="grid gap-5 lg:grid-cols-2">
        <Assignments user={user} locale={locale} />
        <Access user={user} locale={locale} />
      </div>
    </>
  );
}
