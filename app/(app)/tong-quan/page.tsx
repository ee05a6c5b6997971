import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Overview } from "@/components/overview/overview";
import { requireActor } from "@/lib/auth/session";
import { Failure } from "@/lib/core/failure";
import { currentLocale } from "@/lib/i18n/locale";
import { getOverview } from "@/lib/overview/queries";
import { overviewQuery, overviewSchema } from "@/lib/overview/schema";

export const metadata: Metadata = { title: "Tổng quan" };

type OverviewPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OverviewPage({ searchParams }: OverviewPageProps) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const { measure, table, ...place } = overviewSchema.parse(search);
  const overview = await getOverview(actor, overviewQuery(place)).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not-found") notFound();
    throw error;
  });
  return <Overview overview={overview} measure={measure} table={table} locale={locale} />;
}
