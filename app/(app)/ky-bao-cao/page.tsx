import type { Metadata } from "next";
import { Calendar } from "@/components/periods/calendar";
import { PeriodTable } from "@/components/periods/period-table";
import { Reopenings } from "@/components/periods/reopenings";
import { YearForm } from "@/components/targets/year-form";
import { PageHeader } from "@/components/ui/page-header";
import { canSomewhere } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { currentLocale } from "@/lib/i18n/locale";
import { periodsText } from "@/lib/i18n/periods";
import { getCurrentYear, listCalendar, listPeriods } from "@/lib/periods/queries";
import { periodsQuery } from "@/lib/periods/schema";

export const metadata: Metadata = { title: "Kỳ báo cáo" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PeriodsPage({ searchParams }: Props) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const year = periodsQuery.parse(search).year ?? (await getCurrentYear());
  const [periods, days] = await Promise.all([listPeriods(actor, year), listCalendar(actor, year)]);
  const mayManage = canSomewhere(actor, "periods.manage");
  const open = periods.filter(({ status }) => status === "OPEN").length;
  return (
    <>
      <PageHeader title={periodsText[locale].title(year, open)} />
      <YearForm year={year} locale={locale} />
      <PeriodTable periods={periods} mayManage={mayManage} locale={locale} />
      <Reopenings periods={periods} mayManage={mayManage} locale={locale} />
      <Calendar year={year} days={days} mayManage={canSomewhere(actor, "calendar.manage")} locale={locale} />
    </>
  );
}
