import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { AgencyList } from "@/components/users/agency-list";
import { CreateUser } from "@/components/users/create-user";
import { UserFilter } from "@/components/users/user-filter";
import { UserTable } from "@/components/users/user-table";
import { getOrganisation } from "@/lib/agencies/queries";
import { ROLES } from "@/lib/auth/actor";
import { canSomewhere } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { currentLocale } from "@/lib/i18n/locale";
import { usersText } from "@/lib/i18n/users";
import { listUsers } from "@/lib/users/queries";
import { agencyOptions } from "@/lib/users/view";

export const metadata: Metadata = { title: "Tài khoản" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!canSomewhere(actor, "users.manage")) notFound();
  const { q, "vai-tro": wanted } = await searchParams;
  const text = typeof q === "string" ? q : "";
  const role = ROLES.find((each) => each === wanted);
  const [locale, organisation] = await Promise.all([currentLocale(), getOrganisation()]);
  const users = await listUsers(actor, { text, ...(role && { role }) });
  return (
    <>
      <PageHeader title={usersText[locale].title(users.length)} />
      <AgencyList agencies={agencyOptions(organisation)} />
      <CreateUser locale={locale} />
      <UserFilter locale={locale} text={text} role={role} />
      <UserTable users={users} locale={locale} />
    </>
  );
}
