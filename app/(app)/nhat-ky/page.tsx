import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnchorsCard } from "@/components/audit/anchors-card";
import { AuditFilterForm } from "@/components/audit/audit-filter";
import { AuditLog, AuditVerdict } from "@/components/audit/audit-log";
import { PageHeader } from "@/components/ui/page-header";
import { getAnchors } from "@/lib/audit/anchors/queries";
import { getAuditPage } from "@/lib/audit/queries";
import { auditFilter } from "@/lib/audit/schema";
import { requireActor } from "@/lib/auth/session";
import { Failure } from "@/lib/core/failure";
import { auditText } from "@/lib/i18n/audit";
import { currentLocale } from "@/lib/i18n/locale";

export const metadata: Metadata = { title: "Nhật ký" };

type AuditPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const filter = auditFilter.parse(search);
  const audit = await getAuditPage(actor, filter).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not-found") notFound();
    throw error;
  });
  const anchors = await getAnchors(actor, filter.verify ? {} : null);
  const t = auditText[locale];
  return (
    <>
      <PageHeader title={t.title}>
        <p>{t.lead}</p>
      </PageHeader>
      <AuditFilterForm filter={filter} chains={audit.chains} locale={locale} />
      <AuditVerdict verified={audit.verified} locale={locale} />
      <AnchorsCard anchors={anchors} locale={locale} />
      <AuditLog audit={audit} filter={filter} locale={locale} />
    </>
  );
}
