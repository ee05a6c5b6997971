import type { Metadata } from "next";
import { AgencyChanges } from "@/components/agencies/agency-changes";
import { AgencyFilter } from "@/components/agencies/agency-filter";
import { AgencyTree } from "@/components/agencies/agency-tree";
import { PageHeader } from "@/components/ui/page-header";
import { getOrganisation } from "@/lib/agencies/queries";
import { agenciesAsOf } from "@/lib/agencies/rules";
import { agenciesQuery } from "@/lib/agencies/schema";
import { branches } from "@/lib/agencies/view";
import { requireActor } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { dayOfInstant, formatDay } from "@/lib/core/day";
import { agenciesText } from "@/lib/i18n/agencies";
import { currentLocale } from "@/lib/i18n/locale";
import { findReferenceDay } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Cơ quan" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AgenciesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const [locale, organisation, search] = await Promise.all([
    currentLocale(),
    getOrganisation(),
    searchParams,
  ]);
  const query = agenciesQuery.parse(search);
  const day = query.ngay ?? (await findReferenceDay()) ?? dayOfInstant(now());
  const count = agenciesAsOf(organisation, day).length;
  return (
    <>
      <PageHeader title={agenciesText[locale].title(count, formatDay(day))} />
      <AgencyChanges actor={actor} locale={locale} />
      <AgencyFilter day={day} search={query.q} locale={locale} />
      <AgencyTree branches={branches(organisation, day, query.q)} isOpen={query.q !== ""} locale={locale} />
    </>
  );
}
