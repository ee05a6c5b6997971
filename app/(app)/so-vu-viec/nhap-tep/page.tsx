import { notFound } from "next/navigation";
import { CaseImportForm } from "@/components/cases/imports/case-import-form";
import { PageHeader } from "@/components/ui/page-header";
import { canSomewhere } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { columnNames } from "@/lib/cases/lines/rules";
import { caseImportPageText } from "@/lib/i18n/case-import-page";
import { currentLocale } from "@/lib/i18n/locale";

export async function generateMetadata() {
  return { title: caseImportPageText[await currentLocale()].title };
}

export default async function CaseImportsPage() {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  if (!canSomewhere(actor, "cases.enter")) notFound();
  const t = caseImportPageText[locale];
  return (
    <>
      <PageHeader title={t.title}>
        <p>{t.lead}</p>
      </PageHeader>
      <CaseImportForm columns={columnNames} locale={locale} />
    </>
  );
}
