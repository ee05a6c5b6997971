import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgencyChanges } from "@/components/agencies/agency-changes";
import { AgencyHistory } from "@/components/agencies/agency-history";
import { PageHeader } from "@/components/ui/page-header";
import { getOrganisation, listAgencyEvents } from "@/lib/agencies/queries";
import { requireActor } from "@/lib/auth/session";
import { KIND_LABELS } from "@/lib/i18n/agencies";
import { currentLocale } from "@/lib/i18n/locale";

export const metadata: Metadata = { title: "Cơ quan" };

type Props = { params: Promise<{ agency: string }> };

export default async function AgencyPage({ params }: Props) {
  const [actor, locale, organisation, { agency }] = await Promise.all([
    requireActor(),
    currentLocale(),
    getOrganisation(),
    params,
  ]);
  const [kind, latest] = [organisation.kinds.get(agency), organisation.versions.get(agency)?.at(-1)];
  if (!kind || !latest) notFound();
  return (
    <>
      <PageHeader title={latest.name}>
        <span>{KIND_LABELS[kind][locale]}</span>
        <span>{agency}</span>
      </PageHeader>
      <AgencyHistory
        agency={agency}
        organisation={organisation}
        events={await listAgencyEvents(agency)}
        locale={locale}
      />
      <AgencyChanges actor={actor} agency={agency} locale={locale} />
    </>
  );
}
