import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportForm } from "@/components/imports/import-form";
import { PageHeader } from "@/components/ui/page-header";
import { canSomewhere } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { importsText } from "@/lib/i18n/imports";
import { currentLocale } from "@/lib/i18n/locale";
import { CSV_COLUMNS, CSV_COUNT_COLUMNS } from "@/lib/imports/layout/schema";
import { IMPORT_MODES } from "@/lib/imports/reports/types";

export const metadata: Metadata = { title: "Nhập tệp" };

const needs = { draft: "results.import", final: "results.importHistory" } as const;

export default async function ImportsPage() {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  const [first, ...others] = IMPORT_MODES.filter((mode) => canSomewhere(actor, needs[mode]));
  if (first === undefined) notFound();
  const t = importsText[locale];
  return (
    <>
      <PageHeader title={t.title}>
        <p>{t.lead}</p>
      </PageHeader>
      <ImportForm
        modes={[first, ...others]}
        columns={CSV_COLUMNS.join(",")}
        counts={CSV_COUNT_COLUMNS.join(",")}
        locale={locale}
      />
    </>
  );
}
